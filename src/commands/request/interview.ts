import type { Context } from '../../app/context.ts'
import type { TypedAnswers } from '../../drafts/draft.ts'
import type { TicketForm } from '../../itil/ticket-form.ts'
import type { Related } from '../../itil/ticket-link.ts'
import { WentBack } from '../../terminal/prompts/went-back.ts'
import type { Started } from './field/recall-request.ts'
import { isAskedBy } from './field/template.ts'
import type { GivenFile } from './file-option.ts'
import { asksNothing, type Keep, questions } from './question.ts'
import { missingFields, type Request, withDefaults } from './request.ts'
import type { Unfinished } from './request-draft.ts'
import type { Suggestions } from './suggest.ts'

/** What asking needs beside what is known. */
export interface Asking {
  /** As its page shows it for what is chosen so far. */
  form: TicketForm
  /** That form for these answers, which may be without a category that is none of its type. */
  follow(request: Partial<Request>): Promise<{ form: TicketForm; request: Partial<Request> }>
  /** Puts what is known so far on disk; the answer to one question may be `unfinished`. */
  keep(request: Partial<Request>, unfinished?: Unfinished): Promise<unknown>
  context: Context
  /** The ticket that the new one is to be linked to. */
  related?: Related | undefined
  /** Only what cannot be done without. */
  brief: boolean
  /** Called before the first question, with how many there are. */
  opening(count: number): void
  /** Looks for articles about a title, where they are wanted. */
  suggest(title: string): Suggestions | undefined
}

/** In this order. */
export const askedFields = [
  'type',
  'urgency',
  'notify',
  'email',
  'observers',
  'equipment',
  'location',
  'category',
  'title',
  'description',
  'files',
] as const satisfies (keyof Request)[]

/** Whether an answer decides which of the other questions there are. */
export function decides(field: keyof Request, { follows }: TicketForm): boolean {
  return follows === true && (field === 'type' || field === 'category')
}

/** Milliseconds: nobody notices; what comes later is offered after the next question. */
const soon = 500

/** Asks one thing after the other for what is not known yet; the person may go back from each to the one before. */
export class Interview {
  readonly #asking: Asking
  #fields: (keyof Request)[]
  #request: Partial<Request>
  /** Texts that are not over, as far as they were typed: in the draft, or before they were left for another question. */
  #typed: TypedAnswers
  #files: GivenFile[]
  /** Answered in a draft that is taken up: passed over, until one goes back to them. */
  readonly #passed: Set<keyof Request>
  #at = 0
  #isOpen = false
  #suggestions: Suggestions | undefined

  constructor(known: Partial<Request>, started: Started, asking: Asking) {
    this.#asking = asking
    this.#request = known
    this.#typed = started.typed
    this.#files = started.files
    const asked = fieldsToAsk(known, asking)
    const isPassed = (field: keyof Request) => !asked.includes(field) && started.answered?.has(field) === true
    this.#passed = new Set(askedFields.filter((field) => isPassed(field) && mayBeAsked(field, asking.form)))
    this.#fields = askedFields.filter((field) => asked.includes(field) || this.#passed.has(field))
  }

  /** There is a question to go back to. */
  get mayGoBack(): boolean {
    return this.#before(this.#fields.length) >= 0
  }

  /** The whole request; undefined where an article of the FAQ answers it. */
  async ask(): Promise<Request | undefined> {
    if (!this.#isOpen) this.#open()
    while (this.#at < this.#fields.length) {
      const field = this.#fields[this.#at]
      if (field === undefined || this.#passed.has(field)) this.#at += 1
      else if (await this.#goThrough(field)) return undefined
    }
    return this.#whole()
  }

  /** The last question again, though all were answered; the request may have been changed since. */
  goBack(request: Request): void {
    this.#request = request
    this.#goTo(Math.max(0, this.#before(this.#fields.length)))
  }

  /** True when the request is no longer needed. */
  async #goThrough(field: keyof Request): Promise<boolean> {
    const before = this.#before(this.#at)
    try {
      await this.#askFor(field, before >= 0)
    } catch (error) {
      if (!(error instanceof WentBack) || before < 0) throw error
      this.#leave(field, error.typed)
      this.#goTo(before)
      return false
    }
    this.#at += 1
    return (await this.#suggestions?.offer(field === 'title' ? soon : 0)) === true
  }

  async #askFor(field: keyof Request, back: boolean): Promise<void> {
    const { form, keep, context, suggest } = this.#asking
    const keepPart: Keep = (part, typed) => {
      this.#files = part.files ?? this.#files
      // Of several persons each is an answer: who goes back keeps those who are named.
      if (part.observers) this.#request = { ...this.#request, observers: part.observers }
      if (typed !== undefined) this.#leave(field, typed)
      return keep({ ...this.#request, ...part }, { field, typed })
    }
    const titleBefore = this.#request.title
    const soFar = { ...this.#whole(), files: this.#request.files ?? this.#files }
    const answers = await questions[field](soFar, form, context, keepPart, { typed: this.#typed, back })
    this.#request = { ...this.#request, ...answers }
    this.#typed = { ...this.#typed, [field]: undefined }
    await keep(this.#request)
    if (decides(field, form)) await this.#follow(field)
    const { title = '' } = this.#request
    if (field === 'title' && title !== titleBefore) this.#suggestions = suggest(title)
  }

  /** Another type or category may want other fields, and some no more. */
  async #follow(answered: keyof Request): Promise<void> {
    const asking = this.#asking
    const { form, request } = await asking.follow(this.#request)
    asking.form = form
    this.#request = request
    const asked = fieldsToAsk(request, asking)
    for (const field of asked) this.#passed.delete(field)
    const isThere = (field: keyof Request): boolean =>
      asked.includes(field) || (this.#fields.includes(field) && mayBeAsked(field, form))
    const order: readonly (keyof Request)[] = askedFields
    const place = order.indexOf(answered)
    const before = order.slice(0, place).filter(isThere)
    // What is wanted only now comes next.
    const now = before.filter((field) => asked.includes(field))
    const done = [...before.filter((field) => !asked.includes(field)), ...[answered].filter(isThere)]
    this.#fields = [...done, ...now, ...order.slice(place + 1).filter(isThere)]
    this.#at = done.length - 1
  }

  #goTo(at: number): void {
    this.#at = at
    const field = this.#fields[at]
    if (field) this.#passed.delete(field)
  }

  /** What was typed so far stands there when the question comes again. */
  #leave(field: keyof Request, typed: string): void {
    if (typed.trim() !== '') this.#typed = { ...this.#typed, [field]: typed }
  }

  /** Where the question before that one is; -1 without one. */
  #before(at: number): number {
    const { form } = this.#asking
    const request = this.#whole()
    return this.#fields.findLastIndex((field, index) => index < at && !asksNothing(field, request, form))
  }

  #open(): void {
    this.#isOpen = true
    const { form, opening } = this.#asking
    const request = this.#whole()
    opening(this.#fields.filter((field) => !this.#passed.has(field) && !asksNothing(field, request, form)).length)
  }

  #whole(): Request {
    return withDefaults(this.#request, this.#asking.form, this.#asking.context.settings)
  }
}

function fieldsToAsk(known: Partial<Request>, { form, brief }: Asking): (keyof Request)[] {
  const missing = new Set<string>(missingFields(known, form))
  return askedFields.filter((field) => {
    if (brief) return isAskedBy(form, field) && missing.has(field)
    if (!mayBeAsked(field, form)) return false
    return !(field in known) || missing.has(field)
  })
}

function mayBeAsked(field: keyof Request, form: TicketForm): boolean {
  return isAskedBy(form, field) && (field !== 'type' || form.types.length > 1)
}
