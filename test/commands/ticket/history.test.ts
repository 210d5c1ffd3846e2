import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)

/** Bob has a history of his own: three tickets of two years, besides the seed's. */
async function bobsDesk(glpi: '10.0' | '11.0') {
  const site = await openSandbox({ glpi })
  const add = (title: string, opened: string, ticket: object) =>
    site.addTicket({ title, requester: 'bob', opened: day(opened), ...ticket })
  add('Vieux', '2019-03-01', { status: 'closed', solutions: [{ content: 'x', at: day('2019-03-04') }] })
  add('Autre vieux', '2019-05-01', {
    status: 'closed',
    solutions: [{ content: 'x', at: new Date('2019-05-01T15:00:00Z') }],
  })
  add('Sans fin', '2020-12-31', { status: 'assigned' })
  return newDesk(site, { user: 'bob' })
}

describe.each(glpiVersions)('the history on GLPI %s', (glpi) => {
  test('has every ticket ever, the latest first, with how long each took', async () => {
    const desk = await bobsDesk(glpi)
    const { code, out } = await desk.ipeos(['ticket', 'history', '--json', 'title,year,status,took'])
    expect(code).toBe(0)
    expect(JSON.parse(out).slice(-3)).toEqual([
      { title: 'Sans fin', year: 2020, status: 'assigned', took: null },
      { title: 'Autre vieux', year: 2019, status: 'closed', took: 5 * 3600 },
      { title: 'Vieux', year: 2019, status: 'closed', took: 3 * 86_400 },
    ])
  })

  test('is grouped by year on a terminal, in words', async () => {
    const desk = await bobsDesk(glpi)
    const { out, notes } = await desk.ipeos(['ticket', 'history'], { columns: 80, env: { LANG: 'fr', NO_COLOR: '1' } })
    const text = out.replace(/\u00a0|\u202f/g, ' ')
    expect(text).toMatch(/\n\n2020 — un ticket\n.*Sans fin.*en cours\s*\n\n2019 — 2 tickets\n/)
    expect(text).toMatch(/Autre vieux .*1er mai 2019 +5 heures\s*\n.*Vieux .*1er mars 2019 +3 jours/)
    expect(notes).toMatch(/La moitié des \d+ tickets résolus l’ont été en /)
  })

  test('may be of those opened since a moment, or until one', async () => {
    const desk = await bobsDesk(glpi)
    const titles = async (...words: string[]) =>
      JSON.parse((await desk.ipeos(['ticket', 'history', '--json', 'title', ...words])).out).map(
        ({ title }: { title: string }) => title,
      )
    expect(await titles('--since', '2019-04-01', '--until', '2020-12-31')).toEqual(['Sans fin', 'Autre vieux'])
    expect(await titles('--until', '2019-03-01')).toEqual(['Vieux'])
  })

  test('may be of the latest few, and says how many there are', async () => {
    const desk = await bobsDesk(glpi)
    const { out, notes } = await desk.ipeos(['ticket', 'history', '--limit', '2', '--until', '2020-12-31'])
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[3]),
    ).toEqual(['Sans fin', 'Autre vieux'])
    expect(notes).toContain('2 of 3')
  })

  test('says so when nothing was opened in a period', async () => {
    const desk = await bobsDesk(glpi)
    const { out, notes } = await desk.ipeos(['ticket', 'history', '--until', '2001-01-01'], { columns: 80 })
    expect([out, notes]).toEqual(['', expect.stringContaining('No ticket was opened then')])
  })

  test('is tab-separated in a pipe', async () => {
    const desk = await bobsDesk(glpi)
    const { out, notes } = await desk.ipeos(['ticket', 'history'])
    const [, , , , , opened, solved, , took] = out.trimEnd().split('\n').at(-1)?.split('\t') ?? []
    expect([opened, solved, took]).toEqual(['2019-03-01T11:00:00+01:00', '2019-03-04T11:00:00+01:00', '259200'])
    expect(notes).toBe('')
  })
})

test('a limit that is no number of tickets says how to have them all', async () => {
  const { ipeos } = newDesk(await openSandbox({ glpi: '10.0' }))
  const { code, notes } = await ipeos(['ticket', 'history', '--limit', '0'])
  expect([code, notes]).toEqual([2, expect.stringContaining('leave --limit out')])
})

test('every page of a long history is read', async () => {
  const site = await openSandbox({ glpi: '10.0', tickets: 3000 })
  const { out } = await newDesk(site, { user: 'alice' }).ipeos(['ticket', 'history', '--json', 'id'])
  const ids = JSON.parse(out).map(({ id }: { id: number }) => id)
  const all = await newDesk(site).ipeos(['ticket', 'list', '--status', 'all', '--all', '--json', 'id'])
  expect(ids.length).toBeGreaterThan(500)
  expect(new Set(ids).size).toBe(JSON.parse(all.out).length)
})

test('an unknown field is wrong usage, and the platform is not asked', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const { code, notes } = await newDesk(site).ipeos(['ticket', 'history', '--json', 'duree'])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toContain('took')
})
