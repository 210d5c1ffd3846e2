import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxConfiguration } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { shiftTab } from '../../../support/scripted-prompts.ts'

const whole = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.']
const create = { method: 'POST', path: /\/Ticket$/ }

async function deskAt(configuration: Partial<SandboxConfiguration> = {}) {
  const site = await openSandbox({ glpi: '10.0', configuration })
  return { site, desk: newDesk(site) }
}

async function shown(desk: Desk, id: string) {
  return JSON.parse((await desk.ipeos(['ticket', 'show', id.trim(), '--json'])).out)
}

/** The body of the POST that made the ticket. */
function sent({ requests }: Sandbox): unknown {
  return requests.filter(({ method, path }) => method === create.method && create.path.test(path)).length
}

test('observers by name, by login and by address, a place and several items arrive on the ticket', async () => {
  const { desk } = await deskAt()
  const people = ['--observer', 'Nourel', '--observer', 'teo', '--observer', 'voisin@ailleurs.example']
  const about = ['--about', 'poste-alice', '--about', 'Phone:1', '--location', 'étage 2']
  const { code, out, notes } = await desk.ipeos([...whole, ...people, ...about])
  expect({ code, notes }).toMatchObject({ code: 0 })
  expect(await shown(desk, out)).toMatchObject({
    observers: ['Nourel Henri', 'Marchand Téo', 'voisin@ailleurs.example'],
    location: 'Siège — Saint-Denis > Étage 2',
    equipment: [{ key: 'Computer:3' }, { key: 'Phone:1', name: 'tel-alice' }],
  })
})

test('a person named twice observes once', async () => {
  const { desk } = await deskAt()
  const { out } = await desk.ipeos([
    ...whole,
    '--observer',
    'henri',
    '--observer',
    'Henri Nourel',
    '--dry-run',
    '--json',
  ])
  expect(JSON.parse(out)).toMatchObject({ observers: [{ name: 'Nourel Henri', user: 9, email: null }] })
})

const wrong: Array<[what: string, words: string[], told: RegExp, configuration?: Partial<SandboxConfiguration>]> = [
  [
    'an unknown person, with the near ones',
    ['--observer', 'Nourrel'],
    /offers no observer called “Nourrel”.*nearest: Nourel Henri/,
  ],
  [
    'somebody of another entity, who would not see it',
    ['--observer', 'bob'],
    /somebody of another entity would not see the ticket/,
  ],
  ['a name that several have', ['--observer', 'e'], /the observer “e” may be: .*Durand Alice/],
  ['a category that none comes near to, and none is named', ['--category', 'zorglub'], /no category “zorglub”\n/],
  ['a place that none comes near to, and none is named', ['--location', 'zorglub'], /no place “zorglub”\n/],
  [
    'an unknown place, with the near ones',
    ['--location', 'Étaje 2'],
    /there is no place “Étaje 2”; nearest: .*Étage 2/,
  ],
  [
    'an address, where the form takes none',
    ['--observer', 'a@b.example'],
    /“a@b.example” cannot observe: here the form takes the persons it offers/,
    { observersByAddress: false },
  ],
  ['an item of somebody else', ['--about', 'poste-henri'], /none of your equipment is called “poste-henri”/],
  [
    'an observer, where the form asks for none',
    ['--observer', 'henri'],
    /--observer: the form asks for no observers/,
    { template: { hidden: ['observers'] } },
  ],
  [
    'a place, where the form asks for none',
    ['--location', '2'],
    /--location: the form asks for no place/,
    { template: { hidden: ['location'] } },
  ],
  [
    'an urgency that the template fixes',
    ['--urgency', 'high'],
    /the form lets nobody change this: urgency/,
    { template: { readOnly: ['urgency'], preset: { urgency: '2' } } },
  ],
  ['no place, where it is mandatory', [], /the place is missing: --location NAME/, { mandatoryFields: ['location'] }],
]

test.each(wrong)('%s is refused, and nothing is sent', async (_what, words, told, configuration) => {
  const { site, desk } = await deskAt(configuration)
  const { code, notes } = await desk.ipeos([...whole, ...words])
  expect(notes).toMatch(told)
  expect(code).toBe(2)
  expect(site.writes).toEqual([])
})

test('with --best-effort an unknown observer and place are notes of the ticket', async () => {
  const { desk } = await deskAt()
  const words = ['--observer', 'bob', '--location', 'Cave', '--best-effort']
  const { code, out } = await desk.ipeos([...whole, ...words])
  expect(code).toBe(0)
  const { description, observers } = await shown(desk, out)
  expect(description).toContain('observer named: “bob”')
  expect(description).toContain('place named: “Cave”')
  expect(observers).toEqual([])
})

test('what the template fixes and fills in goes along, without being said', async () => {
  const template = { readOnly: ['category'], preset: { category: '3', location: '2' } } as const
  const { desk } = await deskAt({ template })
  const { out } = await desk.ipeos(whole)
  expect(await shown(desk, out)).toMatchObject({
    category: 'Hébergement > Site web',
    location: expect.stringContaining('Étage 2'),
  })
})

test('an observer whom the platform drops in silence is told, with exit code 7', async () => {
  const { site } = await deskAt()
  const dropping = {
    fetch: async (request: Request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/Ticket')) return site.fetch(request)
      const body = (await request.text()).replace('"_users_id_observer":[9]', '"_users_id_observer":[999]')
      return site.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }))
    },
  }
  const { code, out, notes } = await newDesk(dropping).ipeos([...whole, '--observer', 'henri'])
  expect(code).toBe(7)
  expect(out).toMatch(/^\d+\n$/)
  expect(notes).toContain('Nourel Henri was not made an observer of it.')
})

test('a silent observer follows the ticket, and gets no mail of it; others do', async () => {
  const { site, desk } = await deskAt()
  const before = site.mails.length
  const { code, out } = await desk.ipeos([...whole, '--observer', 'teo', '--silent-observer', 'henri'])
  expect(code).toBe(0)
  const listed = JSON.parse(
    (await desk.ipeos(['ticket', 'observer', 'list', out.trim(), '--json', 'name,notified'])).out,
  )
  expect(listed).toEqual([
    { name: 'Marchand Téo', notified: true },
    { name: 'Nourel Henri', notified: false },
  ])
  const mailed = site.mails.slice(before).flatMap(({ to }) => to)
  expect(mailed).toContain('teo@ipeos.example')
  expect(mailed).not.toContain('henri@ipeos.example')
})

test('who is named as silent as well gets no mails, and the request says so', async () => {
  const { desk } = await deskAt()
  const words = [...whole, '--observer', 'henri', '--silent-observer', 'Nourel']
  const { out } = await desk.ipeos([...words, '--dry-run', '--json', 'observers'])
  expect(JSON.parse(out)).toEqual({
    observers: [{ name: 'Nourel Henri', user: 9, email: null, notified: false, group: null }],
  })
  const { notes, out: seen } = await desk.ipeos([...words, '--dry-run'])
  expect(`${notes}${seen}`).toMatch(/Observers +Nourel Henri \(no mails\)/)
})

test('that an observer stays silent is kept in the draft of a script', async () => {
  const { site, desk } = await deskAt()
  site.faults.inject({ kind: 'drop-before', times: 1000 })
  const words = ['--silent-observer', 'henri', '--category', '3', '--yes']
  expect((await desk.ipeos([...whole, ...words])).code).toBe(6)
  site.faults.clear()
  const { code, out } = await desk.ipeos(['draft', 'send', '--all'])
  expect(code).toBe(0)
  const { out: listed } = await desk.ipeos(['ticket', 'observer', 'list', out.trim(), '--json', 'name,notified'])
  expect(JSON.parse(listed)).toEqual([{ name: 'Nourel Henri', notified: false }])
})

test('a silent observer to whom the platform sends mails all the same is told, with exit code 7', async () => {
  const { site } = await deskAt()
  const loud = {
    fetch: async (request: Request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/Ticket')) return site.fetch(request)
      const body = (await request.text()).replace('"use_notification":[0]', '"use_notification":[1]')
      return site.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }))
    },
  }
  const { code, notes } = await newDesk(loud).ipeos([...whole, '--silent-observer', 'henri'])
  expect(code).toBe(7)
  expect(notes).toContain('Nourel Henri gets the mails of it all the same.')
})

test('a form of the site cannot keep an observer silent: the way round is told, and nothing is sent', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const { code, notes } = await newDesk(site).ipeos([...whole, '--silent-observer', 'henri'])
  expect(code).toBe(2)
  expect(notes).toContain('ipeos ticket observer add --no-notify')
  expect(site.writes).toEqual([])
})

test('a person is asked who may follow, what it is about and where; the summary shows it', async () => {
  const { site, desk } = await deskAt()
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--category', '3'], {
    columns: 100,
    answers: [
      ['Type', undefined],
      ['Urgency', undefined],
      ['Keep me informed', 'No'],
      ['Who else may follow', 'Nourel'],
      ['Anybody else', 'An e-mail address…'],
      ['Their e-mail address', 'voisin@ailleurs.example'],
      ['Anybody else', undefined],
      ['The ticket is about', ['Moniteur - écran-alice - DEL-2711', 'Téléphone - tel-alice - TEL-1']],
      ['Place', 'Siège — Saint-Denis > Étage 2'],
      ['Title', 'Lent'],
      ['Description', 'Très.'],
      ['File to attach', ''],
      ['Send this request', undefined],
    ],
  })
  expect(code).toBe(0)
  const told = stripVTControlCharacters(notes)
  expect(told).toMatch(/Observers +Nourel Henri, voisin@ailleurs.example/)
  expect(told).toMatch(/About +écran-alice, tel-alice/)
  expect(told).toMatch(/Place +Siège — Saint-Denis > Étage 2/)
  expect(sent(site)).toBe(1)
})

test('who goes back from a second observer keeps the first one', async () => {
  const { desk } = await deskAt({ template: { hidden: ['location'] } })
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--category', '3', '--about', 'none'], {
    columns: 100,
    answers: [
      ['Type', undefined],
      ['Urgency', undefined],
      ['Keep me informed', 'No'],
      ['Who else may follow', 'Nourel'],
      ['Anybody else', shiftTab],
      ['Keep me informed', undefined],
      ['Anybody else', undefined],
      ['Title', 'Lent'],
      ['Description', 'Très.'],
      ['File to attach', ''],
      ['Send this request', undefined],
    ],
  })
  expect(code).toBe(0)
  expect(stripVTControlCharacters(notes)).toMatch(/Observers +Nourel Henri\n/)
})

test('what is answered of them is in the draft, and stands there when it is taken up', async () => {
  const { desk } = await deskAt()
  const words = ['--observer', 'henri', '--location', '2', '--about', 'Phone:1', '--about', 'Computer:3']
  await desk.ipeos([...whole, ...words, '--category', '3'], {
    columns: 100,
    answers: [
      ['Type', undefined],
      ['Urgency', undefined],
      ['Keep me informed', 'No'],
      ['File to attach', ''],
      ['Send this request', 'Keep it for later'],
    ],
  })
  const { out } = await desk.ipeos(['draft', 'list', '--json', 'id,answers'])
  const [draft] = JSON.parse(out)
  expect(draft.answers).toMatchObject({
    observers: [{ user: 9 }],
    location: { id: 2 },
    equipment: [{ key: 'Phone:1' }, { key: 'Computer:3' }],
  })
  const resumed = await desk.ipeos(['ticket', 'new', '--resume', '--yes', '--json', 'id'])
  expect(await shown(desk, String(JSON.parse(resumed.out).id))).toMatchObject({
    observers: ['Nourel Henri'],
    equipment: [{ key: 'Phone:1' }, { key: 'Computer:3' }],
  })
})

test('what a template hides is not asked, and what it fixes is shown', async () => {
  const template = {
    hidden: ['observers', 'location', 'type'],
    readOnly: ['title'],
    preset: { title: 'Accueil' },
  } as const
  const { desk } = await deskAt({ template })
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--category', '3', '--about', 'none'], {
    columns: 100,
    answers: [
      ['Urgency', undefined],
      ['Keep me informed', 'No'],
      ['Description', 'Très lent.'],
      ['File to attach', ''],
      ['Send this request', undefined],
    ],
  })
  expect(code).toBe(0)
  expect(stripVTControlCharacters(notes)).toMatch(/Title +Accueil/)
})

test('ticket form tells of observers and places', async () => {
  const { desk } = await deskAt()
  const { out } = await desk.ipeos(['ticket', 'form'], { columns: 100 })
  const told = stripVTControlCharacters(out)
  expect(told).toMatch(/Observers +persons and groups, searched by name, or e-mail addresses/)
  expect(told).toMatch(/Places +Siège — Saint-Denis \(1\)\n +Étage 2 \(2\)/)
})

test('where GLPI 11 shows this profile no form, an observer is refused, and nothing is sent', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const { code, notes } = await newDesk(site, { user: 'teo' }).ipeos([
    ...whole,
    '--observer',
    'henri',
    '--location',
    '2',
  ])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('--observer: the form asks for no observers')
  expect(notes).toContain('--location: the form asks for no place')
})
