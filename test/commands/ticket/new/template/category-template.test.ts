import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxConfiguration } from '../../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../../support/desk.ts'
import { type Answer, ctrlC, shiftTab } from '../../../../support/scripted-prompts.ts'

const mail = 5
const telephone = 6

/** Two categories with a template: one wants a place and hides who observes, the other one fixes the urgency. */
const configuration = {
  categoryTemplates: {
    [mail]: {
      incident: {
        ...{ id: 5, mandatory: ['location', 'description'], hidden: ['observers', 'equipment'] },
        preset: { urgency: '4', description: '<p>Adresse :</p>' },
      },
    },
    [telephone]: {
      incident: {
        id: 6,
        mandatory: ['equipment'],
        readOnly: ['urgency'],
        preset: { urgency: '5', title: 'Ligne en panne' },
      },
    },
  },
} as const satisfies Partial<SandboxConfiguration>

async function deskAt(changes: Partial<SandboxConfiguration> = {}) {
  const site = await openSandbox({ glpi: '10.0', configuration: { ...configuration, ...changes } })
  return { site, desk: newDesk(site) }
}

async function shown(desk: Desk, id: string) {
  return JSON.parse((await desk.ipeos(['ticket', 'show', id.trim(), '--json'])).out)
}

function pagesAskedAnew({ requests }: Sandbox): number {
  return requests.filter(({ path }) => path === '/front/tracking.injector.php').length
}

const where = 'Place:'
const told = (notes: string) => stripVTControlCharacters(notes)
const whole = ['ticket', 'new', '--title', 'Plus de courrier', '--description', 'Rien ne part.']

describe('in a script, the template of the category', () => {
  test('tells what it makes mandatory as missing, before anything is sent', async () => {
    const { site, desk } = await deskAt()
    const { code, notes } = await desk.ipeos([...whole, '--category', 'Messagerie'])
    expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringContaining('the place is missing') })
    expect(site.writes).toEqual([])
  })

  test('fills in what is not said', async () => {
    const { desk } = await deskAt()
    const { out } = await desk.ipeos([
      'ticket',
      'new',
      '--title',
      'Lent',
      '--category',
      'Messagerie',
      '--location',
      '2',
    ])
    expect(await shown(desk, out)).toMatchObject({
      urgency: 'high',
      description: 'Adresse :',
      location: 'Siège — Saint-Denis > Étage 2',
    })
  })

  test('gives way to what is said', async () => {
    const { desk } = await deskAt()
    const { out } = await desk.ipeos([...whole, '--category', '5', '--location', '2', '--urgency', 'low'])
    expect(await shown(desk, out)).toMatchObject({ urgency: 'low', description: 'Rien ne part.' })
  })

  test.each([
    ['a person', ['--observer', 'henri'], 'the form asks for no observers'],
    ['an item', ['--about', 'poste-alice'], 'the form does not ask for this here: equipment'],
  ])('takes nothing of what it hides: %s', async (_what, words, why) => {
    const { site, desk } = await deskAt()
    const { code, notes } = await desk.ipeos([...whole, '--category', '5', '--location', '2', ...words])
    expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringContaining(why) })
    expect(site.writes).toEqual([])
  })

  test('sends what it fixes, and refuses another value', async () => {
    const { desk } = await deskAt()
    const words = ['ticket', 'new', '--category', '6', '--about', 'tel-alice', '--description', 'Muet.']
    const { out } = await desk.ipeos(words)
    expect(await shown(desk, out)).toMatchObject({ urgency: 'very-high', title: 'Ligne en panne' })
    const { code, notes } = await desk.ipeos([...words, '--urgency', 'low'])
    expect({ code, notes }).toMatchObject({
      code: 2,
      notes: expect.stringContaining('lets nobody change this: urgency'),
    })
  })

  test('is not that of another type', async () => {
    const { desk } = await deskAt()
    const { code } = await desk.ipeos([...whole, '--category', '5', '--type', 'request', '--observer', 'henri'])
    expect(code).toBe(0)
  })

  test('is a note of the ticket where it is to arrive all the same', async () => {
    const { desk } = await deskAt()
    const { code, out } = await desk.ipeos([...whole, '--category', '5', '--about', 'poste-alice', '--best-effort'])
    expect(code).toBe(0)
    const { description, equipment } = await shown(desk, out)
    expect(description).toContain('place')
    expect(equipment).toEqual([])
  })

  test('says in --dry-run what would be sent', async () => {
    const { site, desk } = await deskAt()
    const words = ['--category', '6', '--about', 'tel-alice', '--description', 'Muet.', '--dry-run', '--json']
    const { out } = await desk.ipeos(['ticket', 'new', ...words])
    expect(JSON.parse(out)).toMatchObject({ urgency: 'very-high', title: 'Ligne en panne' })
    expect(site.writes).toEqual([])
  })

  test('costs one page, and none without a category', async () => {
    const { site, desk } = await deskAt()
    await desk.ipeos(whole)
    expect(pagesAskedAnew(site)).toBe(0)
    await desk.ipeos([...whole, '--category', 'Général'])
    await desk.ipeos([...whole, '--category', 'Général'])
    expect(pagesAskedAnew(site)).toBe(1)
  })

  test('lets the ticket leave as before where its page does not come back', async () => {
    const { site, desk } = await deskAt()
    site.faults.inject({ kind: 'html', match: { path: /tracking\.injector/ }, times: 9 })
    expect(await desk.ipeos([...whole, '--category', '5', '--observer', 'henri'])).toMatchObject({ code: 0 })
  })
})

describe('in a script, a category of one type alone', () => {
  const types = { categoryTypes: { [telephone]: 'request' }, categoryTemplates: {} } as const

  test('is found with that type', async () => {
    const { desk } = await deskAt(types)
    const { out } = await desk.ipeos([...whole, '--type', 'request', '--category', 'Téléphonie'])
    expect(await shown(desk, out)).toMatchObject({ type: 'request', category: 'Téléphonie' })
  })

  test.each([
    ['en', 'the category “Téléphonie” is for tickets of another type: --type request'],
    ['fr', 'la catégorie « Téléphonie » est pour les tickets d’un autre type : --type demande'],
  ])('is told to be one of that type where it is named with the other one (%s)', async (lang, why) => {
    const { desk } = await deskAt(types)
    const { code, notes } = await desk.ipeos([...whole, '--category', 'Téléphonie', '--lang', lang])
    expect({ code, notes: notes.replace(/\s+/g, ' ') }).toMatchObject({ code: 2, notes: expect.stringContaining(why) })
  })

  test('is refused with the other one', async () => {
    const incident = { ...types, categoryTypes: { [telephone]: 'incident' } } as const
    const other = (await deskAt(incident)).desk
    expect(await other.ipeos([...whole, '--type', 'request', '--category', 'Téléphonie'])).toMatchObject({ code: 2 })
  })
})

describe('a person who is asked', () => {
  const by = { columns: 100 }
  const untilMailing: Answer[] = [
    ['Type', undefined],
    ['Urgency', 'Low'],
    ['Keep me informed', 'No'],
    ['Who else may follow', undefined],
    ['The ticket is about', ['Téléphone - tel-alice - TEL-1']],
    [where, undefined],
    ['Category', 'Messagerie'],
  ]

  test('is asked what the template of the category wants, and not what it hides', async () => {
    const { site, desk } = await deskAt()
    const { code, notes } = await desk.ipeos(['ticket', 'new', '--no-suggest'], {
      ...by,
      answers: [
        ...untilMailing,
        [where, /Étage 2$/],
        ['Title', 'Plus de courrier'],
        ['Description', undefined],
        ['File to attach', ''],
        ['Send this request', undefined],
      ],
    })
    expect(code).toBe(0)
    expect(told(notes)).toMatch(/Urgency +Low/)
    expect(told(notes)).toContain('Adresse :')
    expect(told(notes)).not.toContain('tel-alice')
    expect(pagesAskedAnew(site)).toBe(1)
  })

  test('goes back to the category, and is asked what another one wants', async () => {
    const { desk } = await deskAt()
    const { code, notes } = await desk.ipeos(['ticket', 'new', '--no-suggest'], {
      ...by,
      answers: [
        ...untilMailing,
        [where, shiftTab],
        ['Category', 'Téléphonie'],
        ['Title', undefined],
        ['Description', 'Muet.'],
        ['File to attach', ''],
        ['Send this request', undefined],
      ],
    })
    expect(code).toBe(0)
    expect(told(notes)).toMatch(/Urgency +Very high/)
    expect(told(notes)).toContain('Ligne en panne')
  })

  test('changes the category at the end, and answers what it wants besides', async () => {
    const { desk } = await deskAt()
    const { code, out } = await desk.ipeos([...whole, '--no-suggest', '--about', 'tel-alice', '--json', 'id'], {
      ...by,
      answers: [
        ['Type', undefined],
        ['Urgency', 'Low'],
        ['Keep me informed', 'No'],
        ['Who else may follow', undefined],
        [where, undefined],
        ['Category', 'Général'],
        ['File to attach', ''],
        ['Send this request', 'Change something'],
        ['What', /^Category/],
        ['Category', 'Messagerie'],
        [where, /Étage 2$/],
        ['Send this request', undefined],
      ],
    })
    expect(code).toBe(0)
    expect(await shown(desk, String(JSON.parse(out).id))).toMatchObject({
      category: 'Messagerie',
      equipment: [],
      location: 'Siège — Saint-Denis > Étage 2',
    })
  })

  test('chooses among the categories of the type', async () => {
    const { desk } = await deskAt({ categoryTypes: { [telephone]: 'request' }, categoryTemplates: {} })
    const { code } = await desk.ipeos([...whole, '--no-suggest', '--about', 'none', '--location', 'none'], {
      ...by,
      answers: [
        ['Type', 'request'],
        ['Urgency', undefined],
        ['Keep me informed', 'No'],
        ['Who else may follow', undefined],
        ['Category', 'Téléphonie'],
        ['File to attach', ''],
        ['Send this request', undefined],
      ],
    })
    expect(code).toBe(0)
  })

  test('takes up a draft by the template of its category', async () => {
    const { desk } = await deskAt()
    await desk.ipeos(['ticket', 'new', '--no-suggest'], {
      ...by,
      answers: [
        ['Type', undefined],
        ['Urgency', 'Low'],
        ['Keep me informed', 'No'],
        ['Who else may follow', undefined],
        ['The ticket is about', undefined],
        [where, undefined],
        ['Category', 'Messagerie'],
        [where, ctrlC],
      ],
    })
    const { code, notes } = await desk.ipeos(['ticket', 'new', '--resume', '--no-suggest'], {
      ...by,
      answers: [
        [where, /Étage 2$/],
        ['Title', 'Plus de courrier'],
        ['Description', undefined],
        ['File to attach', ''],
        ['Send this request', undefined],
      ],
    })
    expect(code).toBe(0)
    expect(told(notes)).toMatch(/Urgency +Low/)
  })

  test('loses nothing where the page cannot be reached meanwhile', async () => {
    const { site, desk } = await deskAt()
    site.faults.inject({ kind: 'status', status: 503, match: { path: /tracking\.injector/ }, times: 99 })
    const { code, notes } = await desk.ipeos([...whole, '--no-suggest', '--about', 'none'], {
      ...by,
      answers: [
        ['Type', undefined],
        ['Urgency', undefined],
        ['Keep me informed', 'No'],
        ['Who else may follow', undefined],
        [where, undefined],
        ['Category', 'Messagerie'],
        ['File to attach', ''],
        ['Send this request', undefined],
      ],
    })
    expect({ code, notes: told(notes) }).toMatchObject({ code: 0, notes: expect.stringContaining('Messagerie') })
  })
})
