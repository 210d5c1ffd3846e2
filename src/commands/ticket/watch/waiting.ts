import type { Context } from '../../../app/context.ts'
import { type IpeosError, TimeUp } from '../../../errors/error.ts'
import type { TicketStatus } from '../../../itil/ticket-words.ts'
import type { ChosenFields } from '../../../records/chosen-fields.ts'
import { toJson } from '../../../records/format/json.ts'
import { fieldNames } from '../../../records/shape.ts'
import { type WaitRecord, type waitConditions, waitShape } from '../../../records/ticket/wait.ts'
import { Failures } from '../several/each-ticket.ts'
import type { Tickets } from '../several/tickets.ts'
import type { Sighting } from './follow.ts'

export type Condition = (typeof waitConditions)[number]

const happened: Record<Condition, (sighting: Sighting) => boolean> = {
  solved: ({ ticket: { status } }) => status === 'solved' || status === 'closed',
  closed: ({ ticket: { status } }) => status === 'closed',
  taken: ({ ticket: { status, taken } }) => status !== 'new' || taken !== undefined,
  reply: ({ events }) =>
    events.some(({ kind, mine }) => (kind === 'followup' || kind === 'solution') && mine === false),
}

/** Of which tickets what is waited for has happened, and of which it cannot any more. */
export class Waiting {
  readonly ids: readonly number[]
  readonly #isOne: boolean
  readonly #until: Condition
  readonly #any: boolean
  readonly #context: Context
  readonly #failures: Failures
  readonly #statuses = new Map<number, TicketStatus>()
  readonly #happened = new Set<number>()
  readonly #lost = new Set<number>()

  constructor({ ids, isOne }: Tickets, { until, any }: { until: Condition; any: boolean }, context: Context) {
    this.ids = ids
    this.#isOne = isOne
    this.#until = until
    this.#any = any
    this.#context = context
    this.#failures = new Failures(ids.length, context)
  }

  /** Nothing is left to wait for. */
  get isOver(): boolean {
    return (this.#any && this.#happened.size > 0) || this.#left().length === 0
  }

  saw(sighting: Sighting): void {
    const { id, status } = sighting.ticket
    this.#statuses.set(id, status)
    if (this.#happened.has(id) || !happened[this.#until](sighting)) return
    this.#happened.add(id)
    this.#failures.passed()
    this.#context.terminal.note(`wait.happened.${this.#until}`, { id })
  }

  lost(id: number, error: IpeosError): void {
    this.#lost.add(id)
    this.#failures.met(error, id)
  }

  /** After so long, as it was given; without it, now. */
  timeUp(time?: string): TimeUp {
    const [id = 0, ...others] = this.#left()
    const [until, ids] = [this.#until, [id, ...others].join(', ')]
    if (others.length > 0)
      return time === undefined
        ? new TimeUp('several-not-now', { until, ids, id })
        : new TimeUp('several-not-in-time', { until, ids, id, time })
    return time === undefined
      ? new TimeUp(`${until}-not-now`, { id })
      : new TimeUp(`${until}-not-in-time`, { id, time })
  }

  /** Throws where one of several cannot be waited for; with --any, only where none of them happened. */
  throwIfAnyFailed(): void {
    if (!(this.#any && this.#happened.size > 0)) this.#failures.throwIfAny()
  }

  async print(json: ChosenFields): Promise<void> {
    const { tickets } = await this.#context.platform()
    const records: WaitRecord[] = []
    for (const ticket of this.ids.filter((id) => !this.#lost.has(id))) {
      const status = this.#statuses.get(ticket) ?? null
      const url = await tickets.link(ticket)
      records.push({ ticket, until: this.#until, happened: this.#happened.has(ticket), status, url })
    }
    const [only] = records
    const what = this.#isOne && only ? only : records
    this.#context.terminal.print(toJson(what, json, fieldNames(waitShape)))
  }

  #left(): number[] {
    return this.ids.filter((id) => !this.#happened.has(id) && !this.#lost.has(id))
  }
}
