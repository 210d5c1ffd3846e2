import { IpeosError } from '../../errors/error.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketPage, TicketRows } from '../../itil/ticket-query.ts'
import { askedPause } from '../http/retry-after.ts'

/** A page, and how many rows of the list it stands for: more than its tickets where some are left out. */
export interface ReadPage extends Pick<TicketRows, 'pieces' | 'total'>, Pick<TicketPage, 'leftOut'> {
  span: number
}

/** Tickets of one list that may be left out: where there are more, it is the platform that fails. */
export const mostLeftOut = 20
/** So many that fail one after the other are none that stand out. */
const mostInARow = 10

/** True for how a platform fails that cannot make one of the rows: it breaks down, rather than being away. */
export function isOfOneRow(error: unknown): boolean {
  if (!(error instanceof IpeosError) || askedPause(error) > 0) return false
  return error.code === 'broken-answer' || (error.code === 'server-error' && error.parameters.status !== 503)
}

/** How rows of a list are asked for, by their ranks. */
export interface Around {
  /** `once`: it is not asked again when that fails. */
  rows(first: number, count: number, once: boolean): Promise<TicketPage>
  /** Their numbers, and nothing else of them. */
  numbers(first: number, count: number): Promise<number[]>
}

interface Rows {
  first: number
  count: number
}

/**
 * The rows of a small range of which some make the platform fail: it is halved down to them, and they are left out. Ends
 * with a row that came, or at the end of the list, so that it may go a little beyond the range. Rejects with the `error`
 * of the range where the platform fails of them all.
 */
export async function readAround({ first, count }: Rows, around: Around, error: unknown): Promise<ReadPage> {
  const reader = new RowReader(around, error, { first, numbers: await numbersOf({ first, count }, around, error) })
  await reader.halves({ first, count })
  while (reader.endsWithHole && first + reader.span < reader.total) {
    await reader.part({ first: first + reader.span, count: 1 })
  }
  const { tickets, span, leftOut } = reader
  const total = Number.isFinite(reader.total) ? reader.total : first + span
  return { pieces: [tickets], total, span, leftOut }
}

/** None where the platform does not tell them. Rejects with the error when it tells nothing of either end of the range. */
async function numbersOf({ first, count }: Rows, around: Around, error: unknown): Promise<number[]> {
  const numbers = await ifMade(around.numbers(first, count))
  if (numbers) return numbers
  for (const end of [first, first + count - 1]) if (await ifMade(around.rows(end, 1, true))) return []
  throw error
}

/** Undefined where the platform breaks down. */
async function ifMade<Result>(asking: Promise<Result>): Promise<Result | undefined> {
  try {
    return await asking
  } catch (error) {
    if (isOfOneRow(error)) return undefined
    throw error
  }
}

class RowReader {
  readonly tickets: TicketSummary[] = []
  readonly leftOut: Array<number | undefined> = []
  /** Rows that were read, or left out. */
  span = 0
  total = Number.POSITIVE_INFINITY
  #inARow = 0
  readonly #around: Around
  readonly #error: unknown
  readonly #known: { first: number; numbers: number[] }

  constructor(around: Around, error: unknown, known: { first: number; numbers: number[] }) {
    this.#around = around
    this.#error = error
    this.#known = known
  }

  get endsWithHole(): boolean {
    return this.#inARow > 0
  }

  /** The rows of a range that failed as a whole. */
  async halves({ first, count }: Rows): Promise<void> {
    if (count === 1) return this.#leave(first)
    const half = Math.ceil(count / 2)
    await this.part({ first, count: half })
    if (first + half < this.total) await this.part({ first: first + half, count: count - half })
  }

  /** A single row is not given up at once. */
  async part({ first, count }: Rows): Promise<void> {
    const page = await ifMade(this.#around.rows(first, count, count > 1))
    if (!page) return this.halves({ first, count })
    this.total = page.total
    this.#inARow = 0
    this.span += page.tickets.length
    this.tickets.push(...page.tickets)
  }

  #leave(rank: number): void {
    const { first, numbers } = this.#known
    this.leftOut.push(numbers[rank - first])
    this.#inARow += 1
    if (this.#inARow > mostInARow || this.leftOut.length > mostLeftOut) throw this.#error
    this.span += 1
  }
}
