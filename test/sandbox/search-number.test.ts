import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { login, searchPath } from './caller.ts'

const hour = 3_600_000
const ids = async (sandbox: Sandbox, path: string): Promise<number[]> => {
  const { json } = await (await login(sandbox, 'bob')).get(path)
  return (json.data ?? []).map((row: Record<string, number>) => row['2'])
}

async function bobs(...tickets: object[]) {
  const sandbox = await openSandbox({ glpi: '10.0' })
  const added = tickets.map((ticket) => sandbox.addTicket({ title: 'Loutre', requester: 'bob', ...ticket }))
  return { sandbox, added }
}

const otter = '&criteria[1][link]=AND&criteria[1][field]=1&criteria[1][value]=Loutre&forcedisplay[0]=2'

describe('a number', () => {
  test.each([
    ['<', [0]],
    ['<=', [0, 1]],
    ['>', [2, 3]],
    ['>=', [1, 2, 3]],
  ])('is compared by what «contains» says before it: %s', async (sign, places) => {
    const { sandbox, added } = await bobs({}, {}, {}, {})
    const path = searchPath(2, 'contains', `${sign}${added[1]}`, `${otter}&sort=2`)
    expect(await ids(sandbox, path)).toEqual(places.map((place) => added[place]))
  })

  test('is compared the same in any order, and beside an OR', async () => {
    const { sandbox, added } = await bobs({ urgency: 1 }, { urgency: 5 }, { urgency: 3 })
    const below = (more: string) => ids(sandbox, searchPath(2, 'contains', `<${added[2]}`, more))
    expect(await below(`${otter}&sort=10&order=DESC`)).toEqual([added[1], added[0]])
    expect(await below(`${otter.replace('=AND', '=OR')}&sort=2`)).toEqual(expect.arrayContaining(added))
  })

  test('is counted in totalcount as it is found', async () => {
    const { sandbox, added } = await bobs({}, {}, {})
    const { json } = await (await login(sandbox, 'bob')).get(
      searchPath(2, 'contains', `>${added[0]}`, `${otter}&range=0-0`),
    )
    expect([json.totalcount, json.count]).toEqual([2, 1])
  })
})

test('field 150 is the seconds until somebody took the ticket, 0 for one that nobody took', async () => {
  const { sandbox } = await bobs({ status: 'assigned', opened: new Date(Date.now() - hour) }, {})
  const path = searchPath(1, 'contains', 'Loutre', '&forcedisplay[0]=150&sort=2')
  const { json } = await (await login(sandbox, 'bob')).get(path)
  expect(json.data).toMatchObject([{ 150: 1200 }, { 150: 0 }])
})

test('a pending ticket is never late', async () => {
  const late = { timeToResolve: new Date(Date.now() - hour), opened: new Date(Date.now() - 2 * hour) }
  const { sandbox, added } = await bobs({ ...late, status: 'pending' }, { ...late, status: 'assigned' })
  expect(await ids(sandbox, searchPath(82, 'equals', '1', otter))).toEqual([added[1]])
})
