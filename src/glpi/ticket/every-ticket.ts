import { setImmediate as turn } from 'node:timers/promises'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketPage, TicketSort } from '../../itil/ticket-query.ts'
import type { ReadPage } from './broken-row.ts'
import { TicketPager, type TicketReading, type TicketSource } from './ticket-pager.ts'

/** Milliseconds: further than our clock and the server's are ever apart, once both are in one zone. */
const clockDoubt = 20 * 60_000

/**
 * Tickets page after page, the next ones asked for while one is used; `total` is how many there were at first. A ticket
 * that changes meanwhile is neither missed nor given twice: pages overlap by a row, so that it shows when rows moved. By
 * number, the list then goes on from the last number; in any other order, what moved up is looked for at the end. One that
 * the platform fails to show is left out, and said to be. Rejects with `Unreachable` when the list never ends. `now` is
 * when it is begun.
 */
export function ticketPages(platform: TicketSource, reading: TicketReading, now: Date): AsyncGenerator<TicketPage> {
  if (reading.filter.observed) return observed(platform, reading, now)
  const reader = new TicketPager(platform, reading)
  return inPages(reader, reading, now)
}

function inPages(reader: TicketPager, reading: TicketReading, now: Date): AsyncGenerator<TicketPage> {
  return reading.sort?.by === 'id' ? byNumber(reader, reading.sort.order, now) : byRank(reader, now)
}

/** Of all pages only what this person observes: how many those are is known at the end alone. */
async function* observed(
  platform: TicketSource,
  { limit = Number.POSITIVE_INFINITY, ...reading }: TicketReading,
  now: Date,
): AsyncGenerator<TicketPage> {
  const tickets: TicketSummary[] = []
  const leftOut: NonNullable<TicketPage['leftOut']> = []
  for await (const page of inPages(new TicketPager(platform, { ...reading, withObserved: true }), reading, now)) {
    tickets.push(...page.tickets.filter((ticket) => ticket.observed))
    leftOut.push(...(page.leftOut ?? []))
  }
  const total = tickets.length
  yield { tickets: tickets.slice(0, limit), total, ...(leftOut.length > 0 && { leftOut }) }
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
 * so far, some at a time. Ends early with how many are left at most where one does not: rows before it left the list,
 * nobody knows which.
 */
async function* inStep(reader: TicketPager, follows: Follows, given: number[][]): AsyncGenerator<TicketPage, number> {
  const coming = new UnderWay(reader)
  let page = await reader.ask({ first: 0, count: reader.step() })
  for (let first = 0; ; ) {
    const { total, span } = page
    const end = first + span
    const isEnd = span === 0 || end >= total
    // Whoever uses this page holds the processor for long: what is asked goes out before.
    if (!isEnd && coming.goOn({ end, total, unused: first > 0 ? span - 1 : span })) await onTheWire()
    const fresh = yield* onward(reader, page, { follows, given, isFirst: first === 0 })
    if (fresh === undefined) return total
    const leftOut = reader.leave(page)
    if (leftOut) yield { ...reader.use([], total), leftOut }
    await reader.endPage(fresh)
    if (isEnd || reader.left <= 0) return 0
    const next = coming.next()
    if (!next) return total
    first = next.first
    page = await next.page
  }
}

/**
 * Gives those of a page that come after the last one given, and how many they were; undefined where it does not go on
 * from there. Of a hundred thousand tickets, few are in memory: the rest of the page is text until it is wanted.
 */
async function* onward(
  reader: TicketPager,
  { pieces, total }: ReadPage,
  { follows, given, isFirst }: { follows: Follows; given: number[][]; isFirst: boolean },
): AsyncGenerator<TicketPage, number | undefined> {
  let fresh = 0
  let isJoined = isFirst
  for (const piece of pieces) {
    const last = given.at(-1)?.at(-1)
    const found = piece.filter(({ id }) => follows(last, id))
    isJoined ||= found.length < piece.length
    if (!isJoined || !isChain(piece, follows)) return undefined
    found.length = Math.min(found.length, reader.left)
    piece.length = 0
    if (found.length === 0) continue
    given.push(found.map(({ id }) => id))
    fresh += found.length
    yield reader.use(found, total)
    if (reader.left <= 0) break
  }
  if (isFirst && fresh === 0) yield reader.use([], total)
  return isFirst || fresh > 0 ? fresh : undefined
}

function isChain(tickets: readonly TicketSummary[], follows: Follows): boolean {
  return tickets.every(({ id }, place) => follows(tickets[place - 1]?.id, id))
}

/** Pages under way at once: the platform makes one while another travels, and one more is used. */
const atOnce = 2

/** The pages by rank that were asked for, and not yet used: each begins with the last row of the one before. */
class UnderWay {
  readonly #reader: TicketPager
  #pages: Array<{ first: number; page: Promise<ReadPage> }> = []
  /** Where the last of them ends, if it is as large as was asked for. */
  #end = 0

  constructor(reader: TicketPager) {
    this.#reader = reader
  }

  /**
   * Asks for what comes after the rows until `end`, of so many in all, of which so many are not used yet; gives whether
   * anything was asked for.
   */
  goOn({ end, total, unused }: { end: number; total: number; unused: number }): boolean {
    // A page that could be had only in part: those after it begin too late.
    if (this.#pages[0] && this.#pages[0].first !== end - 1) this.#pages = []
    if (this.#pages.length === 0) this.#end = end
    const before = this.#pages.length
    while (this.#pages.length < atOnce && this.#end < total) {
      const count = this.#reader.step(this.#end - end + unused)
      if (count <= 0) break
      const first = this.#end - 1
      this.#pages.push({ first, page: ahead(this.#reader.ask({ first, count: count + 1 })) })
      this.#end += count
    }
    return this.#pages.length > before
  }

  next(): { first: number; page: Promise<ReadPage> } | undefined {
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
  for (let next: Promise<ReadPage> | undefined = after(); next; pages += 1) {
    const page: ReadPage = await next
    const { total, span } = page
    const tickets = [...page.pieces].flat()
    const [start] = tickets
    const inOrder = isChain(tickets, follows) && (!start || follows(last, start.id))
    // A server that does not compare numbers in searches: its pages are counted instead.
    if (pages === 0 && (!inOrder || (span === 0 && left > known.length))) return yield* byRank(reader, now, known)
    if (!inOrder) throw await reader.endless()
    last = tickets.at(-1)?.id ?? last
    const use = reader.use(tickets.slice(0, reader.left), total)
    const leftOut = reader.leave(page)
    const isEnd: boolean = span === 0 || span >= total || reader.left <= 0
    next = isEnd ? undefined : ahead(after())
    if (next) await onTheWire()
    yield { ...use, ...(leftOut && { leftOut }) }
    await reader.endPage(tickets.length)
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
  for (let next: Promise<ReadPage> | undefined = ask(); next; pages += 1) {
    const page: ReadPage = await next
    const { total, span } = page
    const tickets = [...page.pieces].flat()
    const start: TicketSummary | undefined = tickets[0]
    // A page begins with the last row of the one before. Where it does not, rows moved up, past where we have been.
    const slipped: boolean = first > 0 && (!start || isNew(start))
    const fresh = tickets.filter(isNew).slice(0, reader.left)
    for (const { id } of fresh) given.add(id)
    const use = reader.use(fresh, total)
    const leftOut = reader.leave(page)
    const end: number = first + span
    const isEnd: boolean = !slipped && (span === 0 || end >= total)
    first = slipped ? Math.max(0, first - reader.stride) : Math.max(0, end - 1)
    next = isEnd || reader.left <= 0 ? undefined : ahead(ask())
    if (next) await onTheWire()
    if (fresh.length > 0 || leftOut || pages === 0) yield { ...use, ...(leftOut && { leftOut }) }
    await reader.endPage(fresh.length)
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
  for await (const { tickets, leftOut } of byNumber(again, 'descending', began)) {
    const missed = tickets.filter(isNew)
    if (missed.length > 0 || leftOut) yield { tickets: missed, total: reader.total, ...(leftOut && { leftOut }) }
  }
}

/** An answer that is asked for before it is needed: whoever stops reading first leaves no unheard failure. */
function ahead<Result>(answer: Promise<Result>): Promise<Result> {
  answer.catch(() => undefined)
  return answer
}
