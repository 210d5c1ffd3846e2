import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../../src/glpi/http/fetch-http.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { customer } from '../../../support/customer.ts'
import { newDesk, siteUrl } from '../../../support/desk.ts'
import type { Answer } from '../../../support/scripted-prompts.ts'

/** A site whose forms alice may send for these people (9: Henri Nourel), and how she opens a ticket there. */
async function deskFor(delegates: number[] = [9], glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox({ glpi, configuration: { delegates } })
  const desk = newDesk(site)
  const text = ['--title', 'Souris', '--description', 'Perdue.', '--category', '3', '--yes']
  const open = (...words: string[]) => desk.ipeos(['ticket', 'new', ...text, ...words])
  const stored = async ({ out }: { out: string }) => {
    const { platform } = customer(fetchHttp(site.fetch), siteUrl)
    return platform.tickets.stored(Number(/\d+/.exec(out)?.[0]), { people: true })
  }
  /** Who has the ticket of this number, and how that person is told. */
  const requesters = async (opened: { out: string }) => {
    const { people = [] } = await stored(opened)
    return people.filter(({ part }) => part === 'requester').map(({ part: _part, ...one }) => one)
  }
  return { site, desk, open, stored, requesters }
}

describe('a ticket for somebody else', () => {
  test.each(['Nourel Henri', 'henri nourel', 'Nour', 'users_id-9', '9'])('is opened for «%s»', async (name) => {
    const { open, requesters } = await deskFor()
    const opened = await open('--on-behalf-of', name)
    expect(opened.code).toBe(0)
    expect(await requesters(opened)).toEqual([{ user: 9, notified: true, email: '' }])
  })

  test('informs that person as it is said, and never at the address of the sender', async () => {
    const { desk, open, requesters } = await deskFor()
    await desk.ipeos(['config', 'set', 'email', 'alice@home.example'])
    const told = async (...words: string[]) => requesters(await open('--on-behalf-of', 'Nourel', ...words))
    expect(await told()).toEqual([{ user: 9, notified: true, email: '' }])
    expect(await told('--email', 'h@x.example')).toEqual([{ user: 9, notified: true, email: 'h@x.example' }])
    expect(await told('--no-notify')).toEqual([{ user: 9, notified: false, email: '' }])
  })

  test('is shown before it is sent, and told to a program', async () => {
    const { open } = await deskFor()
    expect((await open('--on-behalf-of', 'Nourel', '--dry-run')).out).toMatch(/For +:? *Nourel Henri/)
    const { out } = await open('--on-behalf-of', 'Nourel', '--dry-run', '--json', 'onBehalfOf')
    expect(JSON.parse(out)).toEqual({ onBehalfOf: { name: 'Nourel Henri', user: 9 } })
  })

  test('waits for that person while the platform is away', async () => {
    const { site, desk, open, requesters } = await deskFor()
    site.faults.inject({ match: {}, times: 999, kind: 'drop-before' })
    expect((await open('--on-behalf-of', 'Nourel')).code).toBe(6)
    site.faults.clear()
    const sent = await desk.ipeos(['draft', 'send', '--all'])
    expect(sent.code).toBe(0)
    expect(await requesters(sent)).toEqual([{ user: 9, notified: true, email: '' }])
  })

  test('that the site made one’s own is told: 7', async () => {
    const { site } = await deskFor()
    const fetch = async (request: Request): Promise<Response> => {
      if (request.url.endsWith('/Form/SubmitAnswers')) site.configuration.delegates = []
      return site.fetch(request)
    }
    const desk = newDesk({ fetch })
    const words = ['ticket', 'new', '--title', 'Souris', '--description', 'Perdue.', '--yes']
    const { code, notes } = await desk.ipeos([...words, '--on-behalf-of', 'Nourel'])
    expect(notes).toContain('The ticket is not for Nourel Henri, but for you.')
    expect(code).toBe(7)
  })
})

describe('a person who is asked', () => {
  const text = ['--title', 'Souris', '--description', 'Perdue.', '--category', '3', '--urgency', '3', '--no-suggest']
  const rest = ['--about', 'none', '--observer', 'none', '--location', 'none', '--form', '1']
  const words = ['ticket', 'new', ...text, ...rest]

  test('is not asked for whom it is where that was said', async () => {
    const { desk, requesters } = await deskFor()
    const answers: Answer[] = [
      ['File', ''],
      ['Keep Nourel Henri informed', 'No'],
      ['Send', 'Send'],
    ]
    const opened = await desk.ipeos([...words, '--on-behalf-of', 'Nourel'], { columns: 80, answers })
    expect(opened.code).toBe(0)
    expect(await requesters({ out: opened.notes.split('no. ').at(1) ?? '' })).toEqual([
      { user: 9, notified: false, email: '' },
    ])
  })

  test('may send it for herself after all', async () => {
    const { desk, requesters } = await deskFor()
    const first: Answer[] = [
      ['For whom', 'Nourel Henri'],
      ['File', ''],
      ['Keep Nourel Henri informed', 'No'],
    ]
    const then: Answer[] = [
      ['Send', 'Change something'],
      ['to change', /^For/],
      ['For whom', 'Myself'],
      ['Send', 'Send'],
    ]
    const opened = await desk.ipeos(words, { columns: 80, answers: [...first, ...then] })
    expect(opened.code).toBe(0)
    expect(await requesters({ out: opened.notes.split('no. ').at(1) ?? '' })).toEqual([
      { user: 8, notified: false, email: '' },
    ])
  })
})

describe('for whom it is', () => {
  test.each(['none', 'None', ''])('is oneself where «%s» is said, on every platform', async (word) => {
    for (const glpi of ['10.0', '11.0'] as const) {
      const { open } = await deskFor([], glpi)
      expect((await open('--on-behalf-of', word)).code).toBe(0)
    }
  })

  test.each([
    [
      'somebody for whom it cannot be sent, with those for whom it can',
      [9],
      'Dupont',
      /“Dupont”, only for: Nourel Henri/,
    ],
    ['one who may be several', [9, 10, 11], 'r', /--on-behalf-of “r” may be: .*Nourel Henri/],
    [
      'anybody, where the form is for oneself alone',
      [],
      'Nourel',
      /--on-behalf-of: the form cannot be sent for anybody/,
    ],
  ])('is refused: %s', async (_what, delegates, name, told) => {
    const { site, open } = await deskFor(delegates)
    const { code, notes } = await open('--on-behalf-of', name)
    expect(notes).toMatch(told)
    expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  })

  test('is a field of its own for programs, on every platform', async () => {
    for (const glpi of ['10.0', '11.0'] as const) {
      const { site, open } = await deskFor([], glpi)
      const { code, notes } = await open('--on-behalf-of', 'Nourel', '--json')
      expect(JSON.parse(notes.trim().split('\n').at(-1) ?? '')).toMatchObject({ errors: [{ field: 'onBehalfOf' }] })
      expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
    }
  })

  test.each([
    ['10.0', []],
    ['11.0', [9]],
  ] as const)(
    'is a line of the text where the ticket must be opened, and GLPI %s does not take it',
    async (glpi, delegates) => {
      const { open, stored } = await deskFor([...delegates], glpi)
      const opened = await open('--on-behalf-of', 'Dupont', '--best-effort')
      expect(opened.code).toBe(0)
      expect((await stored(opened)).content).toContain('the request is on behalf of Dupont')
    },
  )
})
