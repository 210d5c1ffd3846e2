import type { Ticket, TicketSummary, TimelineEntry } from '../../../itil/ticket.ts'
import type { TicketEvent } from '../../../itil/ticket-event.ts'
import { eventsBetween, isSame, keyOf, type Seen, stateOf } from './difference.ts'

/** What a list tells of a ticket, as far as it matters here. */
export type Row = Pick<TicketSummary, 'id' | 'status' | 'opened' | 'changed'>

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
/** Milliseconds: zones are whole quarters of an hour apart, and no further than this. */
const quarter = 15 * 60_000
const widestMove = 26 * 60 * 60_000
/** So many tickets do not change together by the very same time. */
const fewestMoved = 3
/** Entries that are known of all tickets together: more than anybody follows, and some hundred bytes each. */
const mostEntries = 400_000

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
  /** The highest number of each kind that was there when it began. */
  readonly #highest = new Map<TimelineEntry['kind'], number>()
  #newest: Date | undefined
  #start: Date | undefined
  /** The latest change when it began: what is later happened since. */
  #begun: Date | undefined
  #entries = 0
  readonly #most: number

  constructor(most = mostEntries) {
    this.#most = most
  }

  /** Rows changed after this can hold something new; undefined: any. */
  get since(): Date | undefined {
    return before(this.#newest)
  }

  /** More is known than can be held. */
  get isFull(): boolean {
    return this.#entries > this.#most
  }

  /**
   * Takes the tickets that there are, and gives the numbers of those that changed lately: they are to be taken in full.
   * `begun` is the latest change before the list was read: of one that changed after, what is later is told.
   */
  begin(rows: Row[], begun?: Date): number[] {
    this.#begun = begun
    for (const { id, status, opened, changed } of rows) {
      const isLater = begun !== undefined && changed > begun
      if (isLater && opened > begun) continue
      this.#known.set(id, { status, changed: isLater ? begun : changed, unsettled: false })
    }
    this.endRound(rows)
    const start = before(begun ?? this.#newest)
    this.#start = start
    const recent = rows.filter(
      ({ id, changed }) => start && changed >= start && this.#known.get(id)?.changed === changed,
    )
    return recent
      .sort((a, b) => b.changed.getTime() - a.changed.getTime())
      .slice(0, mostRecent)
      .map(({ id }) => id)
  }

  /** Takes a ticket in full as it is: nothing of it is new. One that changed since it began is left to the first look. */
  take(ticket: Ticket, timeline: TimelineEntry[]): void {
    if (this.#begun && ticket.changed > this.#begun) return
    this.#keep(ticket, timeline, true)
    for (const { kind, id } of timeline) this.#highest.set(kind, Math.max(id, this.#highest.get(kind) ?? 0))
  }

  /**
   * True when a ticket seems to have changed by whole quarters of an hour: the dates of the platform may be written, or
   * read, in another zone than before.
   */
  seemsMoved(rows: Row[]): boolean {
    return [...this.#moves(rows).keys()].some((move) => move !== 0)
  }

  /**
   * Takes over what all dates have moved by, where that is what happened to most tickets: they did not change. `rows`: all
   * tickets, as they are listed now.
   */
  move(rows: Row[]): void {
    const [move, count] = [...this.#moves(rows)].sort(([, one], [, other]) => other - one)[0] ?? [0, 0]
    if (move === 0 || count < fewestMoved) return
    for (const { id, changed } of rows) {
      const known = this.#known.get(id)
      if (known && changed.getTime() - known.changed.getTime() === move) this.#known.set(id, { ...known, changed })
    }
    this.#start = this.#start && new Date(this.#start.getTime() + move)
    this.#newest = this.#newest && new Date(this.#newest.getTime() + move)
  }

  /** How many tickets, of the same status as before, have moved by so many milliseconds: whole quarters of an hour, or 0. */
  #moves(rows: Row[]): Map<number, number> {
    const moves = new Map<number, number>()
    for (const { id, status, changed } of rows) {
      const known = this.#known.get(id)
      if (known?.status !== status) continue
      const move = changed.getTime() - known.changed.getTime()
      if (move % quarter === 0 && Math.abs(move) <= widestMove) moves.set(move, (moves.get(move) ?? 0) + 1)
    }
    return moves
  }

  /** The numbers of the tickets to look at, the oldest change first: those that changed, and those that may have. */
  toRead(rows: Row[]): number[] {
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
    const events = eventsBetween(known, { ticket, timeline, start: this.#start, highest: this.#highest })
    this.#keep(ticket, timeline, !known || !isSame(known, ticket))
    return events
  }

  /** A ticket that can't be read any more; should it come back, what was told of it is not told again. */
  lose(id: number): void {
    const known = this.#known.get(id)
    if (known) this.#known.set(id, { ...known, unsettled: false })
  }

  /** All that these rows led to was learnt. */
  endRound(rows: Row[]): void {
    for (const { changed } of rows) if (!this.#newest || changed > this.#newest) this.#newest = changed
  }

  #differs(row: Row): boolean {
    const known = this.#known.get(row.id)
    return !known || !isSame(known, row)
  }

  #keep({ id, status, changed }: Ticket, timeline: TimelineEntry[], unsettled: boolean): void {
    const former = this.#known.get(id)?.entries
    const entries = new Map(former)
    for (const entry of timeline) entries.set(keyOf(entry), stateOf(entry))
    this.#entries += entries.size - (former?.size ?? 0)
    this.#known.set(id, { status, changed, unsettled, entries })
  }
}

function before(date: Date | undefined): Date | undefined {
  return date && new Date(date.getTime() - overlap)
}
