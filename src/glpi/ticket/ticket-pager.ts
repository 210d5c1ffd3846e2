import { Unreachable } from '../../errors/error.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketFilter, TicketPage, TicketQuery, TicketRows, TicketSort } from '../../itil/ticket-query.ts'
import { hostOf } from '../http/transport.ts'
import type { Platform } from '../platform.ts'
import { type Around, isOfOneRow, mostLeftOut, type ReadPage, readAround } from './broken-row.ts'
import { PageSize } from './page-size.ts'

/** More than a platform holds of one customer: a list that goes on for longer never ends. */
const mostTickets = 1_000_000
/** Milliseconds spent waiting for the platform, all pages together. */
const patience = 30 * 60_000
/** Pages in a row that bring nothing new. */
const mostIdle = 20

export interface TicketReading {
  filter: TicketFilter
  /** The latest change first when absent. */
  sort?: TicketSort | undefined
  /** Tells `takenAfter`, too. */
  withTaking?: boolean
  /** Tells `surveyState`, too. */
  withSurvey?: boolean
  /** Tells `observed`, too. */
  withObserved?: boolean
  /** How many at most; all of them when absent. */
  limit?: number
}

export type TicketSource = Pick<Platform, 'tickets' | 'session'>

interface Asked {
  first: number
  below?: number | undefined
  above?: number | undefined
  /** How many rows at most. */
  count: number
}

/** Asks for the pages of one list, as large as suits the server, and notices when the list never ends. */
export class TicketPager {
  readonly #platform: TicketSource
  readonly #reading: TicketReading
  readonly #size = new PageSize()
  /** The numbers of those left out that were told. */
  readonly #told: Set<number>
  #waited = 0
  #given = 0
  #idle = 0
  #leftOut = 0
  #total: number | undefined

  constructor(platform: TicketSource, reading: TicketReading, told = new Set<number>()) {
    this.#platform = platform
    this.#reading = reading
    this.#told = told
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

  /** One page; a smaller one where a page of this size failed, and without a row that makes even the smallest fail. */
  async ask(asked: Asked): Promise<ReadPage> {
    let isAgain = false
    for (let { count } = asked; ; count = Math.min(count, this.#size.rows)) {
      const start = performance.now()
      try {
        const { pieces, total, count: span } = await this.#rows({ ...asked, count }, isAgain)
        this.#size.came(span, performance.now() - start)
        return { pieces, total, span }
      } catch (error) {
        isAgain = true
        if (this.#size.failed(count, error)) continue
        if (!isOfOneRow(error) || this.#leftOut >= mostLeftOut) throw error
        return this.#without({ ...asked, count }, error)
      }
    }
  }

  /** Some tickets that were not given before, as whoever reads the list is to have them. */
  use(tickets: TicketSummary[], total: number): TicketPage {
    this.#total ??= total
    this.#given += tickets.length
    return { tickets, total: this.total }
  }

  /** Those that a page does without, and that were not told before. */
  leave({ leftOut = [] }: ReadPage): TicketPage['leftOut'] {
    this.#leftOut += leftOut.length
    const untold = leftOut.filter((id) => id === undefined || !this.#told.has(id))
    for (const id of untold) if (id !== undefined) this.#told.add(id)
    return untold.length > 0 ? untold : undefined
  }

  /** The same list, of those that also pass this filter, by number. */
  again(filter: TicketFilter): TicketPager {
    const { limit: _limit, ...before } = this.#reading
    const sort = { by: 'id', order: 'descending' } as const
    return new TicketPager(this.#platform, { ...before, filter: { ...before.filter, ...filter }, sort }, this.#told)
  }

  /** After a page that brought so many. Rejects when there are far more than there were said to be, or time is up. */
  async endPage(fresh: number): Promise<void> {
    this.#idle = fresh > 0 ? 0 : this.#idle + 1
    const most = Math.min(mostTickets, this.total * 1.1 + 10_000)
    if (this.#given > most || this.#waited > patience || this.#idle > mostIdle) throw await this.endless()
  }

  async endless(): Promise<Error> {
    return new Unreachable('endless-list', { host: hostOf((await this.#platform.session()).rootUrl) })
  }

  #rows(asked: Asked, once: boolean): Promise<TicketRows> {
    return this.#timed(this.#platform.tickets.rows(this.#query(asked), { once }))
  }

  async #timed<Result>(asking: Promise<Result>): Promise<Result> {
    const start = performance.now()
    try {
      return await asking
    } finally {
      this.#waited += performance.now() - start
    }
  }

  #query({ first, below, above, count }: Asked): TicketQuery {
    const { filter, sort, limit: _limit, ...told } = this.#reading
    return {
      ...filter,
      ...(sort && { sort }),
      ...told,
      ...(below !== undefined && { below }),
      ...(above !== undefined && { above }),
      first,
      count,
    }
  }

  /** A page that failed of one of its rows. The size of pages was not to blame. */
  async #without(asked: Asked, error: unknown): Promise<ReadPage> {
    const around: Around = {
      rows: async (first, count, once) => {
        const { pieces, total } = await this.#rows({ ...asked, first, count }, once)
        return { tickets: [...pieces].flat(), total }
      },
      numbers: (first, count) => this.#timed(this.#platform.tickets.numbers(this.#query({ ...asked, first, count }))),
    }
    const page = await readAround(asked, around, error)
    this.#size.forgive()
    return page
  }
}
