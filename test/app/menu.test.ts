import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { login } from '../sandbox/caller.ts'
import { deskWithApproval } from '../support/approval-desk.ts'
import { newDesk } from '../support/desk.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { type Answer, ctrlC, escapes, Left, scriptedPrompts } from '../support/scripted-prompts.ts'
import { deskWithTicket } from '../support/ticket-life.ts'

const top = 'What would you like to do?'
const leave: Answer = [top, 'Quit']

/** Who is at a terminal, and answers so. */
const at = (...answers: Answer[]) => ({ columns: 80, answers })

test('ipeos alone ends in a menu, which Quit leaves with 0', async () => {
  const desk = newDesk(await openSandbox())
  const { code, out } = await desk.ipeos([], at(leave))
  expect([code, out]).toEqual([0, expect.stringContaining('4 open tickets')])
})

test('Escape leaves it with 0, too', async () => {
  expect((await newDesk(await openSandbox()).ipeos([], at([top, escapes]))).code).toBe(0)
})

describe('there is no menu', () => {
  const none: Array<[why: string, words: string[], env?: Record<string, string>]> = [
    ['after ipeos home', ['home']],
    ['after ipeos ticket show', ['ticket', 'show', '15']],
    ['with --no-input', ['--no-input']],
    ['with IPEOS_NO_INPUT', [], { IPEOS_NO_INPUT: '1' }],
  ]
  test.each(none)('%s', async (_why, words, env = {}) => {
    const { code, out } = await newDesk(await openSandbox()).ipeos(words, { columns: 80, env })
    expect([code, out]).toEqual([0, expect.stringMatching(/Alice Durand|#15/)])
  })

  test('in a pipe, where ipeos alone is its help', async () => {
    const { code, out } = await newDesk(await openSandbox()).ipeos([])
    expect([code, out]).toEqual([0, expect.stringContaining('Usage')])
  })

  test('where the setting says so', async () => {
    const desk = newDesk(await openSandbox())
    await desk.ipeos(['config', 'set', 'menu', 'off'])
    expect(await desk.ipeos([], { columns: 80 })).toMatchObject({ code: 0, out: expect.stringContaining('Durand') })
  })
})

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('a solution is read, refused, and its ticket read and answered, without a number', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'solved', title: 'Le VPN tombe' })
    const ticket = (status: string) => `Ticket no. ${id}, ${status} (Le VPN tombe)`
    const { code, out } = await desk.ipeos(
      [],
      at(
        [top, 'Answer one of the 2 solutions that wait…'],
        ['The solution of which', Number(id)],
        [ticket('solved'), 'Refuse the solution: the ticket is open again'],
        ['What still does not work', 'Il tombe encore.'],
        ['File to attach', ''],
        ['The solution is refused', undefined],
        [ticket('taken'), 'Write a message'],
        ['Your message', 'Vers 18 h.'],
        ['File to attach', ''],
        ['Send this message?', undefined],
        [ticket('taken'), 'Back'],
        leave,
      ),
    )
    expect([code, out]).toEqual([0, expect.stringContaining('Le VPN tombe')])
    expect((await shown()).timeline.slice(-2).map(({ text }) => text)).toEqual(['Il tombe encore.', 'Vers 18 h.'])
  })

  test('the only solution that waits is named, and accepted; then nothing waits any more', async () => {
    const desk = newDesk(await openSandbox({ glpi }))
    const title = 'Messagerie : pièces jointes de plus de 5 Mo refusées'
    const { code } = await desk.ipeos(
      [],
      at(
        [top, 'Answer the solution of no. 12 (Messagerie : pièces jointes de plus de…)'],
        [`Ticket no. 12, solved (${title})`, 'Accept the solution: the ticket is closed'],
        ['Accept this solution', true],
        ['Ticket no. 12, closed', 'Back'],
        [top, 'Quit'],
      ),
    )
    expect(code).toBe(0)
    expect((await desk.ipeos(['ticket', 'list', '--awaiting-me'])).out).toBe('')
  })

  test('files are attached, and downloaded', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'assigned', title: 'Le VPN tombe' })
    writeFileSync(join(desk.home, 'journal.txt'), '18:00 down')
    const { code, notes } = await desk.ipeos(
      [],
      at(
        [top, 'Read a ticket…'],
        ['Which ticket', Number(id)],
        [`Ticket no. ${id}`, 'Attach files'],
        ['File', 'journal.txt'],
        ['file', ''],
        [`Ticket no. ${id}`, 'Download the file'],
        [`Ticket no. ${id}`, 'Back'],
        leave,
      ),
    )
    expect([code, (await shown()).documents.length]).toEqual([0, 1])
    expect(notes).toContain('Already there, the same: journal.txt')
  })
})

test('what fails is told, and the menu is there again', async () => {
  const site = await openSandbox()
  const desk = newDesk(site)
  site.faults.inject({ kind: 'status', status: 500, times: 100, match: { path: /Reserv/i } })
  const { code, notes } = await desk.ipeos([], at([top, 'Book a room or equipment'], leave))
  expect([code, notes]).toEqual([0, expect.stringContaining('has a problem of its own')])
})

test('a question that is left leads back to the menu, with what was typed', async () => {
  const { desk, id } = await deskWithTicket('10.0', { status: 'assigned' })
  const { code, notes } = await desk.ipeos(
    [],
    at(
      [top, 'Read a ticket…'],
      ['Which ticket', Number(id)],
      [`Ticket no. ${id}`, 'Write a message'],
      ['Your message', new Left('Elle fume')],
      [`Ticket no. ${id}`, 'Back'],
      [top, `Go on with the draft: Comment on #${id} (Elle fume)`],
      ['Your message', undefined],
      ['File to attach', ''],
      ['Send this message?', undefined],
      leave,
    ),
  )
  expect([code, notes]).toEqual([0, expect.stringContaining('Nothing is lost')])
})

test('of several drafts any is resumed, from a list', async () => {
  const { desk, id } = await deskWithTicket('10.0', { status: 'assigned' })
  const typed = (words: string[], question: string, text: string) =>
    desk.ipeos(words, { columns: 80, answers: [[question, new Left(text)]] })
  await typed(['ticket', 'comment', id], 'Your message', 'Elle fume')
  await typed(['ticket', 'new', '--title', 'Imprimante', '--yes'], 'Description', 'Plus rien')
  const { code } = await desk.ipeos(
    [],
    at(
      [top, 'Go on with a draft…'],
      ['Which draft do you want to go on with?', /Elle fume/],
      ['Your message', undefined],
      ['File to attach', ''],
      ['Send this message?', undefined],
      [top, /^Go on with the draft: New ticket/],
      ['Description', ctrlC],
      leave,
    ),
  )
  expect(code).toBe(0)
})

test('who leaves a list is in the menu again', async () => {
  const { code } = await newDesk(await openSandbox()).ipeos(
    [],
    at([top, 'Read a ticket…'], ['Which ticket', ctrlC], leave),
  )
  expect(code).toBe(0)
})

test('a ticket that is cancelled is left, and the rest goes on', async () => {
  const desk = newDesk(await openSandbox())
  const { code } = await desk.ipeos(
    [],
    at([top, 'Read a ticket…'], ['Which ticket', 17], ['Ticket no. 17', 'Cancel the ticket'], ['Cancel', true], leave),
  )
  expect(code).toBe(0)
  expect((await desk.ipeos(['ticket', 'show', '17'])).code).toBe(3)
})

test('the commands of a menu share one session', async () => {
  const site = await openSandbox()
  const desk = newDesk(site)
  await desk.ipeos(
    [],
    at(
      [top, 'Read a ticket…'],
      ['Which ticket', 15],
      ['Ticket no. 15', 'Show it again'],
      ['Ticket no. 15', 'Back'],
      leave,
    ),
  )
  expect(site.requests.filter(({ path }) => /initSession/.test(path))).toHaveLength(1)
})

test.each(['fr', 'en'])('each choice of a menu has a letter of its own (%s)', async (language) => {
  const { desk, id } = await deskWithTicket('10.0', { status: 'assigned' })
  const seen: string[][] = []
  const inner = scriptedPrompts([])
  const prompts = {
    ...inner,
    search: async () => Number(id) as never,
    select: async ({ choices }: { choices: Array<{ key?: string; name: string; value: unknown }> }) => {
      seen.push(choices.map(({ key = '' }) => key))
      // The second is to read a ticket, or anything of a ticket once.
      return seen.length === 1
        ? (choices.find(({ name }) => /^(Lire un|Read a) ticket/.test(name))?.value as never)
        : (undefined as never)
    },
  }
  await desk.ipeos(['--lang', language], { columns: 80, world: { prompts: prompts as typeof inner } })
  expect(seen.length).toBeGreaterThanOrEqual(2)
  for (const keys of seen) expect([...new Set(keys)].filter((one) => /^[a-z]$/.test(one))).toHaveLength(keys.length)
})

describe.each(glpiVersions)('what there is not always, on GLPI %s', (glpi) => {
  test('what waits for an approval is read, and approved', async () => {
    const { desk, mine } = await deskWithApproval(glpi)
    const { code, out } = await desk.ipeos(
      [],
      at(
        [top, 'Answer the request for your approval'],
        ['What do you say', 'Approve'],
        ['Which one do you approve', mine],
        leave,
      ),
    )
    expect([code, out]).toEqual([0, expect.stringContaining('Nouveau poste')])
    expect(JSON.parse((await desk.ipeos(['approval', 'list', '--json'])).out)).toEqual([])
  })

  test('what the support announces is read', async () => {
    const desk = newDesk(await openSandbox({ glpi, everyday: true }))
    const { code, out } = await desk.ipeos([], at([top, 'Read what the support announces'], leave))
    expect([code, out]).toEqual([0, expect.stringContaining('rien ne se perd')])
  })

  test('the survey that home tells of is answered', async () => {
    const desk = newDesk(await openSandbox({ glpi, everyday: true }))
    const rate = 'Say how no. 8 was handled (Signature automatique dans Zimbra)'
    const { code } = await desk.ipeos([], at([top, rate], ['How was ticket', 5], ['A word about it', ''], leave))
    expect(code).toBe(0)
    expect(JSON.parse((await desk.ipeos(['ticket', 'show', '8', '--json', 'survey'])).out).survey.mark).toBe(5)
  })

  test('a ticket that was just closed is rated, and may be rated anew', async () => {
    const site = await openSandbox({ glpi })
    const survey = { inquest_config: 1, inquest_rate: 100, inquest_delay: 0 }
    await (await login(site, 'glpi')).call('PUT', '/Entity/0', { body: { input: survey } })
    const id = site.addTicket({ title: 'Clavier', status: 'solved' })
    const desk = newDesk(site)
    const ticket = `Ticket no. ${id}, closed`
    const rate = (mark: number): Answer[] => [
      [ticket, 'Rate how it was handled'],
      ['How was ticket', mark],
      ['A word about it', ''],
    ]
    const { code } = await desk.ipeos(
      [],
      at(
        [top, 'Answer one of the 2 solutions that wait…'],
        ['The solution of which', id],
        [`Ticket no. ${id}, solved`, 'Accept the solution: the ticket is closed'],
        ['Accept this solution', true],
        ['Rate how', false],
        ...rate(2),
        ...rate(4),
        [ticket, 'Back'],
        leave,
      ),
    )
    expect(code).toBe(0)
    expect(JSON.parse((await desk.ipeos(['ticket', 'show', `${id}`, '--json', 'survey'])).out).survey.mark).toBe(4)
  })
})

test('what surrounds a ticket stands in a menu of its own, with what can be done now alone', async () => {
  const { desk, id, site } = await deskWithTicket('11.0', { title: 'Le VPN tombe' })
  const { code } = await desk.ipeos(
    [],
    at(
      [top, 'Read a ticket…'],
      ['Which ticket', Number(id)],
      [`Ticket no. ${id}`, 'People, links, mails…'],
      ['Around ticket', 'Let somebody follow it'],
      ['Who else', 'Henri'],
      ['Anybody else', /all/],
      [`Ticket no. ${id}`, 'People, links, mails…'],
      ['Around ticket', 'Close it: it is over by itself'],
      ['Close ticket', true],
      [`Ticket no. ${id}, closed`, 'People, links, mails…'],
      ['Around ticket', 'Back'],
      [`Ticket no. ${id}, closed`, 'Back'],
      leave,
    ),
  )
  expect([code, site.writes.map(({ method }) => method)]).toEqual([0, ['POST', 'PUT']])
})

test('whoever only observes a ticket may leave it there', async () => {
  const { desk, id } = await deskWithTicket('11.0', { requester: 'henri', entity: 1, observers: ['alice'] })
  const { code } = await desk.ipeos(
    [],
    at(
      [top, 'Read a ticket…'],
      ['Which ticket', Number(id)],
      [`Ticket no. ${id}`, 'People, links, mails…'],
      ['Around ticket', 'Leave it: I no longer see it'],
      ['Leave ticket', true],
      leave,
    ),
  )
  expect(code).toBe(0)
})
