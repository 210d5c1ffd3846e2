import { type ErrorCode, IpeosError } from '../../errors/error.ts'
import { askedPause } from '../http/retry-after.ts'

/** Rows: the first page is there soon, and tells how large the next ones may be. */
const start = 500
/** Larger pages gain little by the row, and take memory here: 5,000 rows are 2 MB of text, half of what an answer may be. */
const most = 5000
const growth = 4
const least = 50
/** Milliseconds: a page that takes longer is large enough. */
const quick = 1500

/** What a server says, or does, when a page was more than it could make in its memory or its time, or than we take. */
const tooMuch = new Set<ErrorCode>([
  'time-out',
  'gateway-time-out',
  'server-error',
  'connection-cut',
  'broken-answer',
  'answer-too-big',
  'outsized-answer',
])

/**
 * How many rows to ask for at a time: a big page costs the server far less by the row (GLPI.md, «v1 — lists»), but its
 * memory is the limit. So pages grow as long as answers are quick, and shrink for good where one fails.
 */
export class PageSize {
  #rows = start
  #ceiling = most

  get rows(): number {
    return this.#rows
  }

  /** A page of this size came, after so many milliseconds. */
  came(rows: number, milliseconds: number): void {
    const isFull = rows >= this.#rows
    if (isFull && milliseconds < quick) this.#rows = Math.min(this.#rows * growth, this.#ceiling)
    else if (milliseconds > 4 * quick) this.#rows = Math.max(least, Math.floor(this.#rows / 2))
  }

  /** What failed was not too much: it was something else in it. */
  forgive(): void {
    this.#rows = Math.max(this.#rows, start)
    this.#ceiling = most
  }

  /** A page of this size failed; true when a smaller one may do. */
  failed(rows: number, error: unknown): boolean {
    if (rows <= least || !(error instanceof IpeosError) || !tooMuch.has(error.code)) return false
    // A server that says when to come back asks to be left alone, not to be asked for less.
    if (askedPause(error) > 0) return false
    this.#rows = Math.max(least, Math.floor(Math.min(rows, this.#rows) / 2))
    this.#ceiling = this.#rows
    return true
  }
}
