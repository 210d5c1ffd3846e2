import { setImmediate as onTheWire } from 'node:timers/promises'
import { PageSize } from './page-size.ts'
import type { Platform } from './platform.ts'
import { unreachable } from './refusal.ts'
import type { TicketFilter, TicketPage, TicketQuery, TicketSort, TicketSummary } from './ticket-query.ts'
import { hostOf } from './transport.ts'

/** More than a platform holds of one customer: a list that goes on for longer never ends. */
const mostTickets = 1_000_000
/** Milliseconds spent waiting for the platform, all pages together. */
const patience = 30 * 60_000
/** Pages in a row that bring nothing new. */
const mostIdle = 20
/** Milliseconds: further than our clock and the server's are ever apart, once both are in one zone. */
const clockDoubt = 20 * 60_000

export interface Reading {
  filter: TicketFilter
  /** The latest change first when absent. */
  sort?: TicketSort | undefined
  /** Tells `takenAfter`, too. */
  withTaking?: boolean
  /** How many at most; all of them when absent. */
  limit?: number
}

type Source = Pick<Platform, 'tickets' | 'session'>

/**
 * Tickets page after page, each page asked for while the one before is used; `total` is how many there were at first.
 * A ticket that changes meanwhile is neither missed nor given twice: sorted by number, each page begins after the last
 * number of the one before; in any other order, pages overlap, and what moved up is looked for at the end. Rejects with
 * `Unreachable` when the list never ends. `now` is when it is begun.
 */
export function ticketPages(platform: Source, reading: Reading, now: Date): AsyncGenerator<TicketPage> {
  const reader = new Reader(platform, reading)
  return reading.sort?.by === 'id' ? byNumber(reader, reading.sort.order, now) : byRank(reader, now)
}

async function* byNumber(reader: Reader, order: TicketSort['order'], now: Date): AsyncGenerator<TicketPage> {
  const isDown = order === 'descending'
  const followsOn = (before: number | undefined, id: number) =>
    before === undefined || (isDown ? id < before : id > before)
  let last: number | undefined
  let firstIds: number[] = []
  let pages = 0
  for (let next: Promise<TicketPage> | undefined = reader.ask({ first: 0 }); next; pages += 1) {
    const { tickets, total }: TicketPage = await next
    const inOrder = tickets.every(({ id }, place) => followsOn(tickets[place - 1]?.id ?? last, id))
    // A server that does not compare numbers in searches: its pages are counted instead.
    if (pages === 1 && (!inOrder || (tickets.length === 0 && reader.total > firstIds.length)))
      return yield* byRank(reader, now, firstIds)
    if (!inOrder) throw await reader.endless()
    if (pages === 0) firstIds = tickets.map(({ id }) => id)
    last = tickets.at(-1)?.id ?? last
    reader.count(tickets.length, total)
    const isEnd: boolean = tickets.length === 0 || tickets.length >= total || reader.left <= 0
    next = isEnd ? undefined : ahead(reader.ask({ first: 0, ...(isDown ? { below: last } : { above: last }) }))
    // Whoever uses this page holds the processor for long: what is asked goes out before.
    if (next) await onTheWire()
    yield { tickets, total: reader.total }
    await reader.checkEnd()
  }
}

/** `known`: the numbers of those that were given before. */
async function* byRank(reader: Reader, now: Date, known: number[] = []): AsyncGenerator<TicketPage> {
  const given = new Set(known)
  const isNew = ({ id }: TicketSummary): boolean => !given.has(id)
  let first = Math.max(0, known.length - 1)
  let pages = 0
  for (let next: Promise<TicketPage> | undefined = reader.ask({ first, overlap: 1 }); next; pages += 1) {
    const { tickets, total }: TicketPage = await next
    const start: TicketSummary | undefined = tickets[0]
    // A page begins with the last row of the one before. Where it does not, rows moved up, past where we have been.
    const slipped: boolean = first > 0 && (!start || isNew(start))
    const fresh = tickets.filter(isNew).slice(0, reader.left)
    for (const { id } of fresh) given.add(id)
    reader.count(fresh.length, total)
    const end: number = first + tickets.length
    const isEnd: boolean = !slipped && (tickets.length === 0 || end >= total)
    first = slipped ? Math.max(0, first - reader.stride) : Math.max(0, end - 1)
    next = isEnd || reader.left <= 0 ? undefined : ahead(reader.ask({ first, overlap: 1 }))
    if (next) await onTheWire()
    if (fresh.length > 0 || pages === 0) yield { tickets: fresh, total: reader.total }
    await reader.checkEnd()
  }
  if (pages > 1 && reader.left > 0) yield* movedUp(reader, now, isNew)
}

/** Those that changed while the list was read, and were not in it: they went up to where it had been read already. */
async function* movedUp(
  reader: Reader,
  began: Date,
  isNew: (ticket: TicketSummary) => boolean,
): AsyncGenerator<TicketPage> {
  const changedSince = new Date(began.getTime() - clockDoubt)
  const again = reader.again({ changedSince })
  for await (const { tickets } of byNumber(again, 'descending', began)) {
    const missed = tickets.filter(isNew)
    if (missed.length > 0) yield { tickets: missed, total: reader.total }
  }
}

/** An answer that is asked for before it is needed: whoever stops reading first leaves no unheard failure. */
function ahead<Result>(answer: Promise<Result>): Promise<Result> {
  answer.catch(() => undefined)
  return answer
}

interface Asked {
  first: number
  below?: number | undefined
  above?: number | undefined
  /** Rows that were given already, beside those that are wanted. */
  overlap?: number
}

/** Asks for the pages of one list, as large as suits the server, and notices when the list never ends. */
class Reader {
  readonly #platform: Source
  readonly #reading: Reading
  readonly #size = new PageSize()
  #waited = 0
  #given = 0
  #idle = 0
  #total: number | undefined

  constructor(platform: Source, reading: Reading) {
    this.#platform = platform
    this.#reading = reading
  }

  /** How many there were when the list was begun. */
  get total(): number {
    return this.#total ?? 0
  }

  /** How many are still wanted. */
  get left(): number {
    return (this.#reading.limit ?? Number.POSITIVE_INFINITY) - this.#given
  }

  /** How far to go back to find a row that was seen. */
  get stride(): number {
    return this.#size.rows
  }

  /** One page; a smaller one where a page of this size failed. */
  async ask({ first, below, above, overlap = 0 }: Asked): Promise<TicketPage> {
    const { filter, sort, withTaking } = this.#reading
    for (;;) {
      const count = Math.min(this.#size.rows, this.left) + (first > 0 ? overlap : 0)
      const query: TicketQuery = {
        ...filter,
        ...(sort && { sort }),
        ...(withTaking && { withTaking }),
        ...(below !== undefined && { below }),
        ...(above !== undefined && { above }),
        first,
        count,
      }
      const start = performance.now()
      try {
        const page = await this.#platform.tickets.list(query)
        this.#waited += performance.now() - start
        this.#size.came(page.tickets.length, performance.now() - start)
        return page
      } catch (error) {
        this.#waited += performance.now() - start
        if (!this.#size.failed(count, error)) throw error
      }
    }
  }

  /** What a page brought. */
  count(fresh: number, total: number): void {
    this.#total ??= total
    this.#given += fresh
    this.#idle = fresh > 0 ? 0 : this.#idle + 1
  }

  /** The same list, of those that also pass this filter, by number. */
  again(filter: TicketFilter): Reader {
    const { filter: before, withTaking = false } = this.#reading
    const sort = { by: 'id', order: 'descending' } as const
    return new Reader(this.#platform, { filter: { ...before, ...filter }, sort, withTaking })
  }

  /** Rejects when there are far more than there were said to be, or time is up. */
  async checkEnd(): Promise<void> {
    const most = Math.min(mostTickets, this.total * 1.1 + 10_000)
    if (this.#given > most || this.#waited > patience || this.#idle > mostIdle) throw await this.endless()
  }

  async endless(): Promise<Error> {
    return unreachable('platform.endless-list', { host: hostOf((await this.#platform.session()).rootUrl) })
  }
}
