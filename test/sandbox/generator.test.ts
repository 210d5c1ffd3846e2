import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { type Caller, login } from './caller.ts'

const COUNT = 10_000
const AT = new Date('2026-06-01T10:00:00Z')

describe('a platform with ten thousand tickets', () => {
  let data: string
  let sandbox: Sandbox
  let alice: Caller

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ipeos-many-'))
    sandbox = await openSandbox({ data, tickets: COUNT, clock: () => AT })
    alice = await login(sandbox, 'alice')
  })
  afterAll(() => rm(data, { recursive: true }))

  const ALL =
    '/search/Ticket?criteria[0][field]=12&criteria[0][searchtype]=equals&criteria[0][value]=all&forcedisplay[0]=2'

  test('holds them besides the seed, for several customers', async () => {
    const total = async (caller: Caller, name: string) => {
      await caller.post('/changeActiveProfile', { profiles_id: name === 'teo' ? 6 : 1 })
      return (await caller.get(`${ALL}&range=0-0`)).json.totalcount
    }
    const counts = await Promise.all(
      ['teo', 'alice', 'henri', 'bob'].map(async (name) => total(await login(sandbox, name), name)),
    )
    const [all = 0, ...each] = counts
    expect(all).toBeGreaterThan(COUNT)
    for (const count of each) expect(count).toBeGreaterThan(1000)
    expect(each.reduce((sum, count) => sum + count)).toBe(all)
  })

  test('gives each ticket once over all the pages', async () => {
    const seen: number[] = []
    for (let first = 0; ; first += 1000) {
      const answered = await alice.get(`${ALL}&sort=19&order=DESC&range=${first}-${first + 999}`)
      if (answered.status === 400) break
      seen.push(...answered.json.data.map((row: Record<string, number>) => row['2']))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe((await alice.get(`${ALL}&range=0-0`)).json.totalcount)
  })

  test('opens again with all of them', async () => {
    const again = await openSandbox({ data })
    expect((await (await login(again, 'teo')).get(`${ALL}&range=0-0`)).json.totalcount).toBeGreaterThan(COUNT)
  })

  const total = async (one: Sandbox) => (await (await login(one, 'teo')).get(`${ALL}&range=0-0`)).json.totalcount

  test('is not filled a second time', async () => {
    expect(await total(await openSandbox({ data, tickets: COUNT }))).toBe(await total(sandbox))
  })

  test('is filled up when more are asked for, for whoever has it open too', async () => {
    const before = await total(sandbox)
    const larger = await openSandbox({ data, tickets: COUNT + 500, clock: () => AT })
    expect([await total(larger), await total(sandbox)]).toEqual([before + 500, before + 500])
  })

  test('has no date in the future', async () => {
    const { json } = await (await login(sandbox, 'teo')).get(`${ALL}&sort=19&order=DESC&range=0-0&forcedisplay[1]=19`)
    expect(json.data[0]['19'] <= '2026-06-01 12:00:00').toBe(true)
  })
})

test('the same tickets are generated each time', async () => {
  const last = async () => {
    const sandbox = await openSandbox({ tickets: 200, clock: () => AT })
    const teo = await login(sandbox, 'teo')
    return (await teo.get('/Ticket?sort=id&order=DESC&range=0-19&get_hateoas=false')).json
  }
  expect(await last()).toEqual(await last())
})
