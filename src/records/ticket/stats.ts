import type { Dates } from '../../dates/dates.ts'
import { percentile } from '../../itil/percentile.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import { type TicketStatus, ticketStatuses } from '../../itil/ticket-words.ts'
import { integer, maybe, oneOf, type RecordOf, shape, text } from '../shape.ts'
import { secondsTaken } from './history.ts'

/** A line of `ticket stats`: a number of tickets, or of seconds. */
export const figureShape = shape({
  name: 'ticket-figure',
  fields: {
    figure: oneOf(['tickets', 'seconds-to-take', 'seconds-to-solve']),
    by: oneOf(['total', 'status', 'category', 'month', 'count', 'median', 'ninety-percent']),
    name: maybe(text),
    value: integer,
  },
  list: true,
})

type FigureRecord = RecordOf<typeof figureShape>

/** Half of all stay below the median, and nine of ten below the other; seconds. */
export interface Spread {
  count: number
  median: number
  ninety: number
}

/** Counts tickets, one after another, and never holds them. */
export class Figures {
  total = 0
  readonly #dates: Dates
  readonly #statuses = new Map<TicketStatus, number>(ticketStatuses.map((status) => [status, 0]))
  readonly #categories = new Map<string, number>()
  readonly #months = new Map<string, number>()
  readonly #taking: number[] = []
  readonly #solving: number[] = []

  constructor(dates: Dates) {
    this.#dates = dates
  }

  add(ticket: TicketSummary): void {
    this.total += 1
    count(this.#statuses, ticket.status)
    count(this.#categories, ticket.category ?? '')
    count(this.#months, monthOf(ticket.opened, this.#dates))
    if (ticket.takenAfter !== undefined) this.#taking.push(ticket.takenAfter)
    const solving = secondsTaken(ticket)
    if (solving !== undefined) this.#solving.push(solving)
  }

  /** In the order of a ticket's life; those without any too. */
  get byStatus(): [TicketStatus, number][] {
    return [...this.#statuses]
  }

  /** The most first; the empty name is for tickets of none. */
  get byCategory(): [string, number][] {
    return [...this.#categories].sort(
      ([name, most], [other, least]) => least - most || (name < other ? -1 : Number(name > other)),
    )
  }

  /** `2026-03`, each month of the period (or from the first ticket on), those without any too. */
  byMonth(from: Date | undefined, until: Date): [string, number][] {
    const counted = [...this.#months.keys()].sort()
    const first = from ? monthOf(from, this.#dates) : counted[0]
    const last = [monthOf(until, this.#dates), ...counted].sort().at(-1)
    const months: [string, number][] = []
    for (let month = first; month && last && month <= last; month = monthAfter(month))
      months.push([month, this.#months.get(month) ?? 0])
    return months
  }

  get timeToTake(): Spread | undefined {
    return spreadOf(this.#taking)
  }

  get timeToSolve(): Spread | undefined {
    return spreadOf(this.#solving)
  }
}

/** The period that figures are of; without `from`, since the first ticket. */
export interface Period {
  from: Date | undefined
  until: Date
}

/** The figures for scripts: a line each. */
export function figureRecords(figures: Figures, { from, until }: Period): FigureRecord[] {
  const tickets = (by: FigureRecord['by'], name: string | null, value: number): FigureRecord => {
    return { figure: 'tickets', by, name, value }
  }
  const times = (figure: FigureRecord['figure'], spread: Spread | undefined): FigureRecord[] => [
    { figure, by: 'count', name: null, value: spread?.count ?? 0 },
    ...(spread
      ? [
          { figure, by: 'median', name: null, value: spread.median } as const,
          { figure, by: 'ninety-percent', name: null, value: spread.ninety } as const,
        ]
      : []),
  ]
  return [
    tickets('total', null, figures.total),
    ...figures.byStatus.map(([status, value]) => tickets('status', status, value)),
    ...figures.byCategory.map(([name, value]) => tickets('category', name || null, value)),
    ...figures.byMonth(from, until).map(([month, value]) => tickets('month', month, value)),
    ...times('seconds-to-take', figures.timeToTake),
    ...times('seconds-to-solve', figures.timeToSolve),
  ]
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function monthOf(date: Date, dates: Dates): string {
  return dates.iso(date).slice(0, 7)
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function spreadOf(seconds: readonly number[]): Spread | undefined {
  const [median, ninety] = [percentile(seconds, 50), percentile(seconds, 90)]
  return median === undefined || ninety === undefined ? undefined : { count: seconds.length, median, ninety }
}
