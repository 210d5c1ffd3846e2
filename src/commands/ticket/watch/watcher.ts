import type { Ticket, TicketSummary, TimelineEntry } from '../../../itil/ticket.ts'
import type { TicketEvent } from '../../../itil/ticket-event.ts'
import { eventsBetween, isSame, keyOf, type Seen } from './difference.ts'

interface Known extends Seen {
  /** It may have changed again in the second of its last change: the platform's dates would not show it. */
  unsettled: boolean
}

/**
 * How far back the platform is asked again, in milliseconds. Its dates are no clock to rely upon: a change may be
 * written some seconds after its date, servers behind one address differ, and once a year an hour comes twice.
 */
const overlap = 70 * 60_000
/** Of a platform where much happens at once, the newest are read first. */
const mostRecent = 30

/**
 * Finds what is new in what is seen of the platform, each thing once. Knows neither network nor clock: only the numbers
 * and dates of the platform, which are compared with each other and never with the time of this computer.
 *
 * `begin` takes all tickets as they are, and names those to be taken in full. Then round after round: the rows of a
 * list since `since` (or of all tickets), `toRead` names the tickets to look at, `learn` gives their events, and
 * `endRound` follows once all were learnt: a round that failed half-way is simply run again.
 */
export class Watcher {
  readonly #known = new Map<number, Known>()
  #newest: Date | undefined
  #start: Date | undefined

  /** Rows changed after this can hold something new; undefined: any. */
  get since(): Date | undefined {
    return before(this.#newest)
  }

  /** Takes the tickets that there are, and gives the numbers of those that changed lately: they are to be taken in full. */
  begin(rows: TicketSummary[]): number[] {
    for (const { id, status, changed } of rows) this.#known.set(id, { status, changed, unsettled: false })
    this.endRound(rows)
    const start = before(this.#newest)
    this.#start = start
    const recent = rows.filter(({ changed }) => start && changed >= start)
    return recent
      .sort((a, b) => b.changed.getTime() - a.changed.getTime())
      .slice(0, mostRecent)
      .map(({ id }) => id)
  }

  /** Takes a ticket in full as it is: nothing of it is new. */
  take(ticket: Ticket, timeline: TimelineEntry[]): void {
    this.#keep(ticket, timeline, true)
  }

  /** The numbers of the tickets to look at, the oldest change first: those that changed, and those that may have. */
  toRead(rows: TicketSummary[]): number[] {
    const changed = rows
      .filter((row) => this.#differs(row))
      .sort((a, b) => a.changed.getTime() - b.changed.getTime() || a.id - b.id)
      .map(({ id }) => id)
    const unsettled = [...this.#known].filter(([, { unsettled }]) => unsettled).map(([id]) => id)
    return [...new Set([...changed, ...unsettled])]
  }

  /** What is new of a ticket, in order. */
  learn(ticket: Ticket, timeline: TimelineEntry[]): TicketEvent[] {
    const known = this.#known.get(ticket.id)
    const events = eventsBetween(known, { ticket, timeline, start: this.#start })
    this.#keep(ticket, timeline, !known || !isSame(known, ticket))
    return events
  }

  /** A ticket that can't be read any more; should it come back, what was told of it is not told again. */
  lose(id: number): void {
    const known = this.#known.get(id)
    if (known) this.#known.set(id, { ...known, unsettled: false })
  }

  /** All that these rows led to was learnt. */
  endRound(rows: TicketSummary[]): void {
    for (const { changed } of rows) if (!this.#newest || changed > this.#newest) this.#newest = changed
  }

  #differs(row: TicketSummary): boolean {
    const known = this.#known.get(row.id)
    return !known || !isSame(known, row)
  }

  #keep({ id, status, changed }: Ticket, timeline: TimelineEntry[], unsettled: boolean): void {
    const entries = new Map(this.#known.get(id)?.entries)
    for (const entry of timeline) entries.set(keyOf(entry), entry.kind === 'solution' ? entry.status : undefined)
    this.#known.set(id, { status, changed, unsettled, entries })
  }
}

function before(date: Date | undefined): Date | undefined {
  return date && new Date(date.getTime() - overlap)
}
