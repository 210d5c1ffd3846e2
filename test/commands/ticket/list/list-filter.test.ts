import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)

/** Bob's tickets, each of its own kind, and the words with which they are listed. */
async function bobsDesk(glpi: '10.0' | '11.0') {
  const site = await openSandbox({ glpi })
  const add = (title: string, ticket: object) => site.addTicket({ title: `Loup ${title}`, requester: 'bob', ...ticket })
  add('ancien', { opened: ago(100), category: 3, urgency: 5, type: 'request' })
  add('récent', { opened: ago(3), category: 5, urgency: 5, type: 'incident' })
  add('tardif', { opened: ago(9), timeToResolve: ago(1), technician: 'teo', status: 'assigned', urgency: 1 })
  add('suspendu', { opened: ago(9), timeToResolve: ago(1), status: 'pending', category: 4 })
  add('résolu', {
    opened: ago(20),
    status: 'solved',
    solutions: [{ content: 'x', at: ago(10) }],
    timeToResolve: ago(15),
  })
  add('clos', { opened: ago(30), status: 'closed', solutions: [{ content: 'x', at: ago(29) }] })
  site.addTicket({ title: 'Loup d’autrui', requester: 'alice', observers: ['bob'], status: 'solved', entity: 2 })
  const desk = newDesk(site, { user: 'bob' })
  const wolves = async (...words: string[]) => {
    const { out } = await desk.ipeos(['ticket', 'list', '-S', 'Loup', '--json', 'title', ...words])
    return (JSON.parse(out) as Array<{ title: string }>).map(({ title }) => title.replace('Loup ', '')).sort()
  }
  return { site, desk, wolves }
}

describe.each(glpiVersions)('on GLPI %s, tickets are chosen', (glpi) => {
  test.each<[string[], string[]]>([
    [['--type', 'request'], ['ancien']],
    [['--type', 'request,incident', '--overdue'], ['tardif']],
    [
      ['--type', '1', '--type', 'request', '--status', 'solved'],
      ['d’autrui', 'résolu'],
    ],
    [
      ['--status', 'pending, solved'],
      ['d’autrui', 'résolu', 'suspendu'],
    ],
    [
      ['--urgency', '5,very-low'],
      ['ancien', 'récent', 'tardif'],
    ],
    [['--until', `@${Math.floor(ago(8).getTime() / 1000)}`, '--status', 'solved'], ['résolu']],
    [['--type', 'demande', '--lang', 'fr'], ['ancien']],
    [
      ['--urgency', '5', '--urgency', 'very-low'],
      ['ancien', 'récent', 'tardif'],
    ],
    [['--category', 'Site web'], ['ancien']],
    [['--category', '5'], ['récent']],
    [
      ['--category', 'hébergement'],
      ['ancien', 'suspendu'],
    ],
    [['--overdue'], ['tardif']],
    [
      ['--overdue', '--status', 'all'],
      ['résolu', 'tardif'],
    ],
    [['--awaiting-me'], ['résolu']],
    [
      ['--since', '4d'],
      ['d’autrui', 'récent'],
    ],
    [
      ['--until', '4 weeks ago', '--status', 'all'],
      ['ancien', 'clos'],
    ],
    [
      ['--since', '15d', '--until', '5 days', '--status', 'all'],
      ['résolu', 'suspendu', 'tardif'],
    ],
  ])('by %j', async (words, expected) => {
    expect(await (await bobsDesk(glpi)).wolves(...words)).toEqual(expected)
  })

  test('by all that is asked for at once', async () => {
    const { wolves } = await bobsDesk(glpi)
    expect(await wolves('-u', '5', '-u', '3', '-s', 'new', '-s', 'pending', '-c', 'Hébergement')).toEqual([
      'ancien',
      'suspendu',
    ])
    expect(await wolves('-u', '5', '-t', 'incident', '--since', '4d')).toEqual(['récent'])
    expect(await wolves('--awaiting-me', '--status', 'new')).toEqual([])
  })

  test('and sorted, by the platform', async () => {
    const { wolves, desk } = await bobsDesk(glpi)
    expect(await wolves('--sort', 'urgency')).toHaveLength(6)
    const { out } = await desk.ipeos(['ticket', 'list', '-S', 'Loup', '--sort', 'dueBy', '--json', 'dueBy'])
    const dates = (JSON.parse(out) as Array<{ dueBy: string | null }>).flatMap(({ dueBy }) => dueBy ?? [])
    expect(dates).toEqual([...dates].sort())
  })
})

test('a day given to --until counts to its last second', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  site.addTicket({ title: 'Hibou du soir', opened: new Date('2026-03-01T22:59:30Z') })
  const { ipeos } = newDesk(site)
  const found = async (...words: string[]) => (await ipeos(['ticket', 'list', '-S', 'Hibou', ...words])).out
  expect(await found('--until', '2026-03-01')).toContain('Hibou du soir')
  expect(await found('--until', '2026-02-28')).toBe('')
  expect(await found('--since', '2026-03-01', '--until', '2026-03-01')).toContain('Hibou du soir')
  expect(await found('--since', '2026-03-02')).toBe('')
})

test('since an hour that the clock showed twice is since the first, until it is until the second', async () => {
  const site = await openSandbox({ glpi: '10.0', timeZone: 'UTC' })
  site.addTicket({ title: 'Chouette', requester: 'alice', opened: new Date('2026-10-25T00:45:00Z') })
  const { ipeos } = newDesk(site)
  const found = async (...words: string[]) => (await ipeos(['ticket', 'list', '-S', 'Chouette', ...words])).out
  expect(await found('--since', '2026-10-25 02:30')).toContain('Chouette')
  expect(await found('--until', '2026-10-25 02:30')).toContain('Chouette')
})

test('the default of --awaiting-me is told on stderr when nothing waits', async () => {
  const { ipeos } = newDesk(await openSandbox({ glpi: '10.0' }), { user: 'henri' })
  const { code, out, notes } = await ipeos(['ticket', 'list', '--awaiting-me', '-S', 'introuvable'])
  expect({ code, out, notes }).toEqual({ code: 0, out: '', notes: expect.stringContaining('--status all') })
})

describe('a record', () => {
  test('tells when it was solved and closed, by when it was due, and whether it is late', async () => {
    const { desk } = await bobsDesk('11.0')
    const { out } = await desk.ipeos(['ticket', 'list', '-S', 'Loup', '--status', 'all', '--sort', 'id:asc', '--json'])
    const told = JSON.parse(out).map(({ title, solved, closed, dueBy, overdue }: Record<string, unknown>) => [
      String(title).replace('Loup ', ''),
      solved !== null,
      closed !== null,
      dueBy !== null,
      overdue,
    ])
    expect(told).toEqual([
      ['ancien', false, false, false, false],
      ['récent', false, false, false, false],
      ['tardif', false, false, true, true],
      ['suspendu', false, false, true, false],
      ['résolu', true, false, true, true],
      ['clos', true, true, false, false],
      ['d’autrui', true, false, false, false],
    ])
  })

  test('has its known columns under their names on a terminal, as people read them', async () => {
    const { desk } = await bobsDesk('11.0')
    const words = ['ticket', 'list', '-S', 'Loup tardif', '--columns', 'overdue,urgency,id,priority']
    const { out } = await desk.ipeos(words, { columns: 80, env: { NO_COLOR: '1', LANG: 'fr' } })
    expect(out).toMatch(/^En retard +Urgence +N° +Priorité\noui +Très basse +#\d+ +\S+/)
  })
})

describe('what can’t be meant', () => {
  test.each([
    [['--category', 'hebergment'], 'Hébergement > Site web'],
    [['--category', 'e'], 'Messagerie'],
    [['--category', '9999'], 'Téléphonie'],
    [['--type', 'panne'], 'incident, request'],
    [['--type', 'incident,panne'], 'incident, request'],
    [['--sort', 'titel'], 'Did you mean title?'],
    [['--sort', 'title:up'], 'title:asc, title:desc'],
    [['--since', 'blurp'], 'blurp'],
    [['--until', '2026-02-31'], '2026-02-31'],
    [['--since', '2026-03-02', '--until', '2026-03-01'], '2026-03-02'],
    [['--urgency', 'high', '--urgency', 'highest'], 'highest'],
  ])('%j is wrong usage that names what would do, and no ticket is asked for', async (words, named) => {
    const site = await openSandbox({ glpi: '11.0' })
    const { code, out, notes } = await newDesk(site).ipeos(['ticket', 'list', ...words])
    expect([code, out, notes]).toEqual([2, '', expect.stringContaining(named)])
    expect(site.requests.filter(({ path }) => path.includes('/search/'))).toEqual([])
  })
})

describe('what can’t be', async () => {
  const desk = newDesk(await openSandbox({ glpi: '10.0' }))

  test('an open ticket that waits for an answer, is told of', async () => {
    const { code, notes } = await desk.ipeos(['ticket', 'list', '--awaiting-me', '--status', 'new'])
    expect([code, notes]).toEqual([0, expect.stringContaining('Only a solved ticket can wait for your answer')])
    const { notes: others } = await desk.ipeos(['ticket', 'list', '--awaiting-me', '--status', 'new,solved'])
    expect(others).not.toContain('Only a solved ticket')
  })

  test('a change since a day to come, is told of', async () => {
    const { code, notes } = await desk.ipeos(['ticket', 'list', '--since', '2999-01-01'])
    expect([code, notes]).toEqual([0, expect.stringContaining('Nothing has changed since 2999-01-01 yet')])
  })
})
