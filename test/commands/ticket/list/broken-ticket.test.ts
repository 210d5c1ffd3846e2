import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { ipeos } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const all = ['ticket', 'list', '--all', '--status', 'all', '--json', 'id']

async function idsOf(site: Sandbox, words: string[]): Promise<number[]> {
  const { out } = await ipeos(site, words)
  return JSON.parse(out).map(({ id }: { id: number }) => id)
}

/** A platform of which one ticket of a list, at that place, cannot be listed; gives the others of the list. */
async function without(place: number, words: string[], options: Parameters<typeof openSandbox>[0] = {}) {
  const site = await openSandbox(options)
  const ids = await idsOf(site, words)
  const broken = ids.at(place) ?? 0
  Object.assign(site.configuration, { brokenTickets: [broken] })
  site.requests.length = 0
  return { site, broken, others: ids.filter((id) => id !== broken) }
}

describe.each(glpiVersions)('on %s, a ticket that the platform cannot list', (glpi) => {
  test.each([0, 3, -1])('is left out of a list and named, wherever it stands (%s)', async (place) => {
    const words = ['ticket', 'list', '--json', 'id']
    const { site, broken, others } = await without(place, words, { glpi })
    const { code, out, notes } = await ipeos(site, words)
    expect(JSON.parse(out).map(({ id }: { id: number }) => id)).toEqual(others)
    expect([code, notes]).toEqual([7, expect.stringContaining(`#${broken}`)])
    expect(notes).toContain(`ipeos ticket show ${broken}`)
  })

  test.each([0, 498, 499, 1000, -1])('is left out of all tickets, wherever it stands (%s)', async (place) => {
    const { site, broken, others } = await without(place, all, { glpi, tickets: 4000 })
    const { code, out, notes } = await ipeos(site, all)
    expect(JSON.parse(out).map(({ id }: { id: number }) => id)).toEqual(others)
    expect([code, notes]).toEqual([7, expect.stringContaining(`#${broken}`)])
    expect(site.requests.length).toBeLessThan(150)
  })
})

describe('a ticket that the platform cannot list', () => {
  test('is left out in any order', async () => {
    const words = ['ticket', 'history', '--json', 'id']
    const { site, others } = await without(700, words, { tickets: 2400 })
    const { code, out } = await ipeos(site, words)
    expect([code, JSON.parse(out).map(({ id }: { id: number }) => id)]).toEqual([7, others])
  })

  test('is not counted by statistics, which say so', async () => {
    const { site, broken, others } = await without(0, all)
    const { code, out, notes } = await ipeos(site, ['ticket', 'stats', '--since', '10y', '--json'])
    const total = JSON.parse(out).find(
      ({ figure, by }: { figure: string; by: string }) => figure === 'tickets' && by === 'total',
    )
    expect(total.value).toBe(others.length)
    expect([code, notes]).toEqual([7, expect.stringContaining(`#${broken}`)])
  })

  test('does not keep the first page from being shown', async () => {
    const words = ['ticket', 'list', '--json', 'id']
    const { site, broken } = await without(0, words)
    const { code, out, notes } = await ipeos(site, ['home', '--json'])
    const page = JSON.parse(out)
    expect(page.tickets.map(({ id }: { id: number }) => id)).not.toContain(broken)
    expect(page.tickets.length).toBeGreaterThan(0)
    expect([code, notes]).toEqual([7, expect.stringContaining(`#${broken}`)])
  })

  test('is exported, since it can be read', async () => {
    const { site, broken } = await without(1, all)
    const folder = await mkdtemp(join(tmpdir(), 'ipeos-broken-'))
    const words = ['ticket', 'export', '--all', '-o', folder, '--json', 'id,result']
    const first = await ipeos(site, words)
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      expect.arrayContaining([{ id: broken, result: 'exported' }]),
    ])
    expect((await ipeos(site, words)).code).toBe(0)
  })

  test('is told without its number where the platform does not say it', async () => {
    const words = ['ticket', 'list', '--json', 'id']
    const { site, others } = await without(2, words)
    site.faults.inject({ kind: 'status', status: 500, match: { path: /forcedisplay\[0\]=2&sort/ }, times: 99 })
    const { code, out, notes } = await ipeos(site, words)
    expect([code, JSON.parse(out).map(({ id }: { id: number }) => id)]).toEqual([7, others])
    expect(notes).toContain('does not say which')
  })
})

test('a platform that fails whatever is asked is one that fails, after few questions', async () => {
  const site = await openSandbox()
  await ipeos(site, all)
  site.requests.length = 0
  site.faults.inject({ kind: 'status', status: 500, match: { path: /search/ }, times: 999 })
  const { code, out } = await ipeos(site, all)
  expect([code, out]).toEqual([6, ''])
  expect(site.requests.filter(({ path }) => path.includes('search')).length).toBeLessThan(30)
})
