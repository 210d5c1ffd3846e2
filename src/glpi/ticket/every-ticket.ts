import { setImmediate as turn } from 'node:timers/promises'
import { Unreachable } from '../../errors/error.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketFilter, TicketPage, TicketQuery, TicketSort } from '../../itil/ticket-query.ts'
import { hostOf } from '../http/transport.ts'
import type { Platform } from '../platform.ts'
import { PageSize } from './page-size.ts'

/** More than a platform holds of one customer: a list that goes on for longer never ends. */
const mostTickets = 1_000_000
/** Milliseconds spent waiting for the platform, all pages together. */
const patience = 30 * 60_000
/** Pages in a row that bring nothing new. */
const mostIdle = 20
/** Milliseconds: further than our clock and the server's are ever apart, once both are in one zone. */
const clockDoubt = 20 * 60_000

export interface TicketReading {
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
 * Tickets page after page, the next ones asked for while one is used; `total` is how many there were at first. A ticket
 * that changes meanwhile is neither missed nor given twice: pages overlap by a row, so that it shows when rows moved. By
 * number, the list then goes on from the last number; in any other order, what moved up is looked for at the end. Rejects
 * with `Unreachable` when the list never ends. `now` is when it is begun.
 */
export function ticketPages(platform: Source, reading: TicketReading, now: Date): AsyncGenerator<TicketPage> {
  const reader = new TicketPager(platform, reading)
  return reading.sort?.by === 'id' ? byNumber(reader, reading.sort.order, now) : byRank(reader, now)
}

async function* byNumber(reader: TicketPager, order: TicketSort['order'], now: Date): AsyncGenerator<TicketPage> {
  const isDown = order === 'descending'
  const follows: Follows = (before, id) => before === undefined || (isDown ? id < before : id > before)
  const given: number[][] = []
  const left = yield* inStep(reader, follows, given)
  if (left > 0) yield* afterLast(reader, { isDown, follows, given, left }, now)
}

type Follows = (before: number | undefined, id: number) => boolean

/**
 * Pages by their rank, several under way, each of which begins with a row that was given before; `given` are the numbers
 * so far, a page each. Ends early with how many are left at most where one does not: rows before it left the list, nobody
 * knows which.
 */
async function* inStep(reader: TicketPager, follows: Follows, given: number[][]): AsyncGenerator<TicketPage, number> {
  const coming = new UnderWay(reader)
  let page = await reader.ask({ first: 0, count: reader.step() })
  for (let first = 0; ; ) {
    const { tickets, total } = page
    const last = given.at(-1)?.at(-1)
    const fresh = tickets.filter(({ id }) => follows(last, id))
    const isJoined = first === 0 || (fresh.length > 0 && fresh.length < tickets.length)
    if (!isJoined || !isChain(tickets, follows)) return total
    if (fresh.length > 0) given.push(fresh.map(({ id }) => id))
    reader.count(fresh.length, total)
    const end = first + tickets.length
    const isEnd = tickets.length === 0 || end >= total || reader.left <= 0
    if (!isEnd) coming.goOn(end, total)
    // Whoever uses this page holds the processor for long: what is asked goes out before.
    if (!isEnd) await onTheWire()
    // Of a hundred thousand tickets, only those of a page that nobody has used yet are in memory.
    tickets.length = 0
    yield { tickets: fresh, total: reader.total }
    await reader.checkEnd()
    const next = isEnd ? undefined : coming.next()
    if (!next) return isEnd ? 0 : total
    first = next.first
    page = await next.page
  }
}

function isChain(tickets: readonly TicketSummary[], follows: Follows): boolean {
  return tickets.every(({ id }, place) => follows(tickets[place - 1]?.id, id))
}

/** Pages under way at once: the platform makes one while another travels, and one more is used. */
const atOnce = 2

/** The pages by rank that were asked for, and not yet used: each begins with the last row of the one before. */
class UnderWay {
  readonly #reader: TicketPager
  #pages: Array<{ first: number; page: Promise<TicketPage> }> = []
  /** Where the last of them ends, if it is as large as was asked for. */
  #end = 0

  constructor(reader: TicketPager) {
    this.#reader = reader
  }

  /** Asks for what comes after the rows until `end`, of so many in all. */
  goOn(end: number, total: number): void {
    // A page that could be had only in part: those after it begin too late.
    if (this.#pages[0] && this.#pages[0].first !== end - 1) this.#pages = []
    if (this.#pages.length === 0) this.#end = end
    while (this.#pages.length < atOnce && this.#end < total) {
      const count = this.#reader.step(this.#end - end)
      if (count <= 0) return
      const first = this.#end - 1
      this.#pages.push({ first, page: ahead(this.#reader.ask({ first, count: count + 1 })) })
      this.#end += count
    }
  }

  next(): { first: number; page: Promise<TicketPage> } | undefined {
    return this.#pages.shift()
  }
}

/** The rest by number: each page begins after the last one given; `left`: how many there are at most. */
async function* afterLast(
  reader: TicketPager,
  { isDown, follows, given, left }: { isDown: boolean; follows: Follows; given: readonly number[][]; left: number },
  now: Date,
): AsyncGenerator<TicketPage> {
  const known = given.flat()
  let last = known.at(-1)
  const after = () => reader.ask({ first: 0, count: reader.step(), ...(isDown ? { below: last } : { above: last }) })
  let pages = 0
  for (let next: Promise<TicketPage> | undefined = after(); next; pages += 1) {
    const { tickets, total }: TicketPage = await next
    const [start] = tickets
    const inOrder = isChain(tickets, follows) && (!start || follows(last, start.id))
    // A server that does not compare numbers in searches: its pages are counted instead.
    if (pages === 0 && (!inOrder || (!start && left > known.length))) return yield* byRank(reader, now, known)
    if (!inOrder) throw await reader.endless()
    last = tickets.at(-1)?.id ?? last
    reader.count(tickets.length, total)
    const isEnd: boolean = tickets.length === 0 || tickets.length >= total || reader.left <= 0
    next = isEnd ? undefined : ahead(after())
    if (next) await onTheWire()
    yield { tickets, total: reader.total }
    await reader.checkEnd()
  }
}

/** A request is written in a turn of the event loop after ours; undici looks at an idle connection in one more before. */
async function onTheWire(): Promise<void> {
  await turn()
  await turn()
}

/** `known`: the numbers of those that were given before. */
async function* byRank(reader: TicketPager, now: Date, known: readonly number[] = []): AsyncGenerator<TicketPage> {
  const given = new Set(known)
  const isNew = ({ id }: TicketSummary): boolean => !given.has(id)
  let first = Math.max(0, known.length - 1)
  let pages = 0
  const ask = () => reader.ask({ first, count: reader.step() + (first > 0 ? 1 : 0) })
  for (let next: Promise<TicketPage> | undefined = ask(); next; pages += 1) {
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
    next = isEnd || reader.left <= 0 ? undefined : ahead(ask())
    if (next) await onTheWire()
    if (fresh.length > 0 || pages === 0) yield { tickets: fresh, total: reader.total }
    await reader.checkEnd()
  }
  if (pages > 1 && reader.left > 0) yield* movedUp(reader, now, isNew)
}

/** Those that changed while the list was read, and were not in it: they went up to where it had been read already. */
async function* movedUp(
  reader: TicketPager,
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
  /** How many rows at most. */
  count: number
}

/** Asks for the pages of one list, as large as suits the server, and notices when the list never ends. */
class TicketPager {
  readonly #platform: Source
  readonly #reading: TicketReading
  readonly #size = new PageSize()
  #waited = 0
  #given = 0
  #idle = 0
  #total: number | undefined

  constructor(platform: Source, reading: TicketReading) {
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

  /** How many rows to ask for, where so many more are under way. */
  step(underWay = 0): number {
    return Math.min(this.#size.rows, this.left - underWay)
  }

  /** One page; a smaller one where a page of this size failed. */
  async ask({ first, below, above, count: most }: Asked): Promise<TicketPage> {
    const { filter, sort, withTaking } = this.#reading
    for (let count = most; ; count = Math.min(count, this.#size.rows)) {
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
  again(filter: TicketFilter): TicketPager {
    const { filter: before, withTaking = false } = this.#reading
    const sort = { by: 'id', order: 'descending' } as const
    return new TicketPager(this.#platform, { filter: { ...before, ...filter }, sort, withTaking })
  }

  /** Rejects when there are far more than there were said to be, or time is up. */
  async checkEnd(): Promise<void> {
    const most = Math.min(mostTickets, this.total * 1.1 + 10_000)
    if (this.#given > most || this.#waited > patience || this.#idle > mostIdle) throw await this.endless()
  }

  async endless(): Promise<Error> {
    return new Unreachable('endless-list', { host: hostOf((await this.#platform.session()).rootUrl) })
  }
}
