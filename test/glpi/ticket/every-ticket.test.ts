import { describe, expect, test } from 'vitest'
import { Unreachable } from '../../../src/errors/error.ts'
import type { Platform } from '../../../src/glpi/platform.ts'
import { ticketPages } from '../../../src/glpi/ticket/every-ticket.ts'
import type { TicketReading } from '../../../src/glpi/ticket/ticket-pager.ts'
import type { TicketQuery } from '../../../src/itil/ticket-query.ts'
import { login } from '../../sandbox/caller.ts'
import { glpiVersions, type Place, place } from '../../support/glpi-versions.ts'

const teo = { user: 'teo', password: 'teo-secret' }
const byNumber = { by: 'id', order: 'descending' } as const

/** A technician, who sees all tickets of a platform of some size. */
const large = (glpi: '10.0' | '11.0', tickets = 2600) => place({ glpi, tickets, connect: { as: teo } })

/** The same platform; before each page of a list is asked for, something happens. */
function meanwhile(platform: Platform, happens: (page: number, query: TicketQuery) => unknown): Platform {
  let page = 0
  const rows: Platform['tickets']['rows'] = async (query, options) => {
    await happens(page++, query)
    return platform.tickets.rows(query, options)
  }
  return { ...platform, tickets: { ...platform.tickets, rows } }
}

async function idsOf(platform: Platform, reading: TicketReading): Promise<number[]> {
  const ids: number[] = []
  for await (const { tickets } of ticketPages(platform, reading, new Date())) ids.push(...tickets.map(({ id }) => id))
  return ids
}

/** What the administrator does to a ticket, closed ones too: its last change is now. */
async function administrator({ sandbox }: Place) {
  const caller = await login(sandbox, 'glpi')
  const call = async (method: string, id: number | undefined, options = {}) => {
    const { status, text } = await caller.call(method, `/Ticket/${id}`, options)
    if (status !== 200) throw new Error(text)
  }
  return {
    change: (id: number | undefined) => call('PUT', id, { body: { input: { urgency: 1 } } }),
    remove: (id: number | undefined) => call('DELETE', id),
  }
}

/** The ranges that are asked of a platform of so many tickets, each with how many of it. */
async function pagesOf(total: number, refuse: (query: TicketQuery) => void): Promise<Array<[number, number]>> {
  const { platform } = await place({ glpi: '10.0' })
  const asked: Array<[number, number]> = []
  const ticket = (id: number) => ({ ...sample, id })
  const rows: Platform['tickets']['rows'] = async (query) => {
    asked.push([query.first, query.count])
    refuse(query)
    const count = Math.max(0, Math.min(query.count, total - query.first))
    return { pieces: [Array.from({ length: count }, (_, at) => ticket(total - query.first - at))], count, total }
  }
  const ids = await idsOf({ ...platform, tickets: { ...platform.tickets, rows } }, { filter: {}, sort: byNumber })
  expect(new Set(ids).size).toBe(total)
  return asked
}

const sample = {
  title: 't',
  status: 'new' as const,
  urgency: 'medium' as const,
  opened: new Date(0),
  changed: new Date(0),
}

const repeated = (ids: number[]) => ids.filter((id, index) => ids.indexOf(id) !== index)

describe.each(glpiVersions)('all tickets of GLPI %s', (glpi) => {
  test('come by number, each once, in few pages that begin with the last ticket of the one before', async () => {
    const { platform } = await large(glpi)
    const asked: TicketQuery[] = []
    const ids = await idsOf(
      meanwhile(platform, (_page, query) => asked.push(query)),
      { filter: {}, sort: byNumber },
    )
    expect(ids).toEqual([...new Set(ids)].sort((one, other) => other - one))
    expect(ids.length).toBeGreaterThan(2600)
    expect(asked.map(({ first, count }) => [first, count])).toEqual([
      [0, 500],
      [499, 2001],
      [2499, 2001],
    ])
  })

  test('come by number whatever changes, appears and goes away between two pages', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {}, sort: byNumber })
    const { change, remove } = await administrator(at)
    const gone = before[3] ?? 0
    const ids = await idsOf(
      meanwhile(at.platform, async (page) => {
        if (page !== 1) return
        at.sandbox.addTicket({ title: 'Entre deux pages' })
        await Promise.all([gone, before[1200], before.at(-1)].map(change))
        await remove(gone)
      }),
      { filter: {}, sort: byNumber },
    )
    expect(ids).toEqual(before)
  })

  test('by their last change: one that moves up between two pages is neither missed nor given twice', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {} })
    const { change } = await administrator(at)
    const moving = [before[700], before[1900], before.at(-1)]
    const ids = await idsOf(
      meanwhile(at.platform, async (page) => {
        if (page === 1) for (const id of moving) await change(id)
      }),
      { filter: {} },
    )
    expect([...ids].sort()).toEqual([...before].sort())
  })

  test('by their last change: one that leaves the list takes none of the others with it', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {} })
    const { remove } = await administrator(at)
    const gone = before.slice(0, 40)
    const ids = await idsOf(
      meanwhile(at.platform, async (page) => {
        if (page === 1) for (const id of gone) await remove(id)
      }),
      { filter: {} },
    )
    expect(repeated(ids)).toEqual([])
    expect(before.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('come in pages where one goes away, and the server does not compare numbers in searches', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {}, sort: byNumber })
    const { remove } = await administrator(at)
    const rows: Platform['tickets']['rows'] = async ({ below, above, ...query }) =>
      below === undefined && above === undefined ? at.platform.tickets.rows(query) : { pieces: [], count: 0, total: 0 }
    const cannotCompare = { ...at.platform, tickets: { ...at.platform.tickets, rows } }
    const ids = await idsOf(
      meanwhile(cannotCompare, (page) => page === 1 && remove(before[3])),
      { filter: {}, sort: byNumber },
    )
    expect(ids).toEqual(before)
  })

  test('by number are no more than the limit, however many are under way', async () => {
    const { platform } = await large(glpi)
    const asked: number[] = []
    const counting = meanwhile(platform, (_page, { count }) => asked.push(count))
    expect((await idsOf(counting, { filter: {}, sort: byNumber, limit: 2550 })).length).toBe(2550)
    expect(asked).toEqual([500, 2001, 51])
  })

  test('by number go on where more appear than a page holds', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {}, sort: byNumber })
    const ids = await idsOf(
      meanwhile(at.platform, (page) => {
        if (page === 1) for (let one = 0; one < 2100; one += 1) at.sandbox.addTicket({ title: 'Entre deux pages' })
      }),
      { filter: {}, sort: byNumber },
    )
    expect(ids).toEqual(before)
  })

  test('by number end where all that are left go away', async () => {
    const at = await large(glpi)
    const before = await idsOf(at.platform, { filter: {}, sort: byNumber })
    const { remove } = await administrator(at)
    const kept = 500
    const ids = await idsOf(
      meanwhile(at.platform, async (page) => {
        if (page === 1) for (const id of before.slice(kept)) await remove(id)
      }),
      { filter: {}, sort: byNumber },
    )
    expect(ids).toEqual(before.slice(0, kept))
  })

  test('are no more than the limit, which no page goes beyond', async () => {
    const { platform } = await large(glpi)
    const asked: number[] = []
    const counting = meanwhile(platform, (_page, { count }) => asked.push(count))
    expect((await idsOf(counting, { filter: {}, limit: 700 })).length).toBe(700)
    expect(asked).toEqual([500, 201])
  })

  test('of a short list are one request', async () => {
    const { platform, sandbox } = await place({ glpi })
    await platform.session()
    const before = sandbox.requests.length
    await idsOf(platform, { filter: {} })
    await idsOf(platform, { filter: {}, sort: byNumber })
    expect(sandbox.requests.length - before).toBe(2)
  })
})

describe('a page', () => {
  test('is asked for before the two before it are used, and no page further', async () => {
    const { platform } = await large('10.0')
    let asked = 0
    const pages = ticketPages(
      meanwhile(platform, () => asked++),
      { filter: {}, sort: byNumber },
      new Date(),
    )
    await pages.next()
    await expect.poll(() => asked).toBe(3)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await pages.return(undefined)
    expect(asked).toBe(3)
  })

  test('holds up to 5,000 rows where the platform makes them, after a first one that is soon there', async () => {
    const asked = await pagesOf(20_000, () => undefined)
    expect(asked).toEqual([
      [0, 500],
      [499, 2001],
      [2499, 2001],
      [4499, 5001],
      [9499, 5001],
      [14_499, 5001],
      [19_499, 5001],
    ])
  })

  test('is no larger than what was refused, for good', async () => {
    const asked = await pagesOf(20_000, ({ count }) => {
      if (count > 3000) throw new Unreachable('answer-too-big', { host: 'h', megabytes: 4 })
    })
    const sizes = asked.map(([, count]) => count)
    expect(sizes.filter((count) => count > 3000)).toEqual([5001])
    expect(Math.max(...sizes.slice(sizes.indexOf(5001) + 1))).toBe(2501)
  })

  test.each([
    ['runs out of memory', { kind: 'status', status: 500 } as const],
    ['is cut', { kind: 'truncated' } as const],
  ])('that %s is asked for in smaller ones, and large ones never again', async (_name, fault) => {
    const { platform, sandbox } = await large('10.0')
    await platform.session()
    sandbox.faults.inject({ ...fault, match: { path: /range=499-2499/ } })
    const asked: number[] = []
    const ids = await idsOf(
      meanwhile(platform, (_page, { count }) => asked.push(count)),
      { filter: {}, sort: byNumber },
    )
    expect(repeated(ids)).toEqual([])
    expect(ids.length).toBeGreaterThan(2600)
    // Two were under way when the first of them failed.
    expect(asked.slice(0, 5)).toEqual([500, 2001, 2001, 1000, 1001])
    expect(Math.max(...asked.slice(3))).toBe(1001)
  })

  test('that fails however small it is fails the list', async () => {
    const { platform, sandbox } = await large('10.0')
    await platform.session()
    sandbox.faults.inject({ kind: 'status', status: 500, match: { path: /search/ }, times: 99 })
    await expect(idsOf(platform, { filter: {}, sort: byNumber })).rejects.toMatchObject({
      code: 'server-error',
    })
  })
})

test('the lowest number comes first where that is asked for, and a session that dies meanwhile is renewed', async () => {
  const { platform, sandbox } = await large('11.0', 1800)
  const expected = await idsOf(platform, { filter: {}, sort: byNumber })
  sandbox.faults.inject({ kind: 'dead-session', match: { path: /%3E\d+/ } })
  const ids = await idsOf(platform, { filter: {}, sort: { by: 'id', order: 'ascending' } })
  expect(ids).toEqual(expected.reverse())
})

describe('a list without end', () => {
  const endless = async (rows: Platform['tickets']['rows'], sort?: TicketReading['sort']) => {
    const { platform } = await place({ glpi: '10.0' })
    return idsOf({ ...platform, tickets: { ...platform.tickets, rows } }, { filter: {}, sort })
  }
  const ticket = (id: number) => ({ ...sample, id })
  const goesOn = { code: 'endless-list' }

  test('whose total grows with every page is left', async () => {
    const rows: Platform['tickets']['rows'] = async ({ below = 10_000_000, count }) => ({
      pieces: [Array.from({ length: count }, (_, place) => ticket(below - 1 - place))],
      count,
      total: 50_000,
    })
    await expect(endless(rows, byNumber)).rejects.toMatchObject(goesOn)
  })

  test('that is the same page again and again is left, in any order', async () => {
    const rows: Platform['tickets']['rows'] = async () => ({
      pieces: [[ticket(2), ticket(1)]],
      count: 2,
      total: 1_000_000,
    })
    await expect(endless(rows, byNumber)).rejects.toMatchObject(goesOn)
    await expect(endless(rows)).rejects.toMatchObject(goesOn)
  })
})
