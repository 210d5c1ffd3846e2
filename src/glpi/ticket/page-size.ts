import { type ErrorCode, IpeosError } from '../../errors/error.ts'
import { askedPause } from '../http/retry-after.ts'

const start = 500
/** Rows: larger pages gain little by the row, and take memory here as well. */
const most = 1000
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
    if (isFull && milliseconds < quick) this.#rows = Math.min(this.#rows * 2, this.#ceiling)
    else if (milliseconds > 4 * quick) this.#rows = Math.max(least, Math.floor(this.#rows / 2))
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
