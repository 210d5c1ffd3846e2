import type { Context } from '../../../app/context.ts'
import { isForGood } from '../../../drafts/resume-hint.ts'
import { Cancelled, ExitAs, exitCodeOfAll, IpeosError, PartlyDone, Unreachable } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import type { DataRecord } from '../../../records/shape.ts'
import type { Tickets } from './tickets.ts'

/** What came of one ticket. */
export interface Outcome {
  /** For `--json`. */
  record?: DataRecord | undefined
  /** Set where not all of it was done. */
  failure?: IpeosError | undefined
}

/** What a person says of one ticket, and not of the others. */
const leftAsItIs: ReadonlySet<string> = new Set(['solution-left', 'ticket-kept'])

/** One ticket may be too much for a platform; when so many come to nothing in a row, it is the platform that is away. */
const mostLost = 3

/** What fails on the way through several tickets: told at once, and at the end all together. */
export class Failures {
  readonly #context: Pick<Context, 'terminal' | 't'>
  readonly #count: number
  readonly #met: IpeosError[] = []
  #lost = 0
  #done = 0

  constructor(count: number, context: Pick<Context, 'terminal' | 't'>) {
    this.#count = count
    this.#context = context
  }

  /** True when there is no sense in going on. */
  get isOver(): boolean {
    return this.#lost >= mostLost
  }

  /**
   * Does the work on one of them; what it fails by is told. Rejects with what stops all of them: a bug, or the person, who
   * did not only leave this one as it is.
   */
  async watch(id: number, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.passed()
    } catch (error) {
      if (!(error instanceof IpeosError) || (error instanceof Cancelled && !leftAsItIs.has(error.code))) throw error
      this.met(error, id)
    }
  }

  /** One that went well. */
  passed(): void {
    this.#done += 1
    this.#lost = 0
  }

  /** Tells what one of them failed by. */
  met(error: IpeosError, id: number): void {
    const isAway = error instanceof Unreachable || error.cause instanceof Unreachable
    this.#lost = isAway ? this.#lost + 1 : 0
    this.#met.push(error)
    const { terminal, t } = this.#context
    const { lines, code, exitCode } = error
    const text: Message = { key: 'tickets.failed', parameters: { id, reason: t(error.text) } }
    terminal.error(text, { lines, code, exitCode, ticket: id })
  }

  /** Throws `PartlyDone` (7) where some failed; where all did, and for the same reason, with the code of that reason. */
  throwIfAny(ifKept?: Message): void {
    if (this.#met.length === 0) return
    const hint = this.#hint(ifKept)
    const details = hint ? { hint } : {}
    const counts = { done: this.#done, count: this.#count }
    if (this.#done > 0) throw new PartlyDone('some-tickets', counts, details)
    throw new ExitAs(exitCodeOfAll(this.#met), 'no-ticket-done', counts, details)
  }

  /** Drafts that wait go together; what is the same for all is said once. */
  #hint(ifKept: Message | undefined): Message | undefined {
    const [first, ...others] = this.#met
    if (others.length === 0) return first?.goOn ?? first?.hint
    const waits = this.#met.some((error) => !isForGood(error) && error.code !== 'text-lost')
    if (ifKept && waits) return ifKept
    return others.every(({ code }) => code === first?.code) ? first?.hint : undefined
  }
}

/** How what came of them is given. */
export interface Told {
  json?: ChosenFields | undefined
  fields: readonly string[]
  /** What to do next where drafts of several tickets wait. */
  ifKept?: Message
}

/**
 * Does the same to one ticket after the other; what fails with one keeps no other back. With `--json` one that was named
 * alone gives its record, several a list of them.
 */
export async function eachTicket(
  { ids, isOne }: Tickets,
  work: (id: number, place: number) => Promise<Outcome>,
  told: Told,
  context: Pick<Context, 'terminal' | 't'>,
): Promise<void> {
  const [only] = ids
  if (isOne && only !== undefined) {
    const { record, failure } = await work(only, 0)
    if (record) await print(record, told, context)
    if (failure) throw failure
    return
  }
  const failures = new Failures(ids.length, context)
  const records: DataRecord[] = []
  for (const [place, id] of ids.entries()) {
    if (failures.isOver) break
    await failures.watch(id, async () => {
      const { record, failure } = await work(id, place)
      if (record) records.push(record)
      if (failure) throw failure
    })
  }
  await print(records, told, context)
  failures.throwIfAny(told.ifKept)
}

async function print(
  what: DataRecord | DataRecord[],
  { json, fields }: Told,
  { terminal }: Pick<Context, 'terminal'>,
): Promise<void> {
  if (json === undefined) return
  const { toJson } = await import('../../../records/format/json.ts')
  terminal.print(toJson(what, json, fields))
}
