import type { Context } from '../../../app/context.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import { type Problem, Unreachable } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Category, FormChoice, TicketForm } from '../../../itil/ticket-form.ts'
import { typeWord } from '../../../views/word.ts'
import { type Request, type RequestFlags, understand } from '../request.ts'
import { isAskedBy } from './template.ts'

/** Tells the form as its page shows it for what is chosen, and what that page wants besides. */
export class FormFollower {
  readonly #platform: Pick<Platform, 'form'>
  readonly #context: Context
  readonly #isPatient: boolean
  readonly #told = new Set<string>()

  /** `isPatient`: where nobody answers, the form stays as it is. */
  constructor(platform: Pick<Platform, 'form'>, isPatient: boolean, context: Context) {
    this.#platform = platform
    this.#isPatient = isPatient
    this.#context = context
  }

  /** What the form on the web makes mandatory, and nobody can say here, once. */
  warnElsewhere({ elsewhere }: TicketForm): void {
    if (!elsewhere || elsewhere.labels.every((label) => this.#told.has(label))) return
    for (const label of elsewhere.labels) this.#told.add(label)
    this.#context.terminal.warn('new.elsewhere', { labels: elsewhere.labels.join(', '), url: elsewhere.url })
  }

  async chosen(base: TicketForm, choice: FormChoice): Promise<TicketForm> {
    if (!base.follows) return base
    const { terminal, t } = this.#context
    try {
      const form = await terminal.during(t('terminal.waiting'), this.#platform.form.chosen(base, choice))
      this.warnElsewhere(form)
      return form
    } catch (error) {
      if (this.#isPatient && error instanceof Unreachable) return base
      throw error
    }
  }

  /** The form for what is answered so far, and the request without a category that is none of its type. */
  async answered<Answers extends Partial<Request>>(
    base: TicketForm,
    request: Answers,
  ): Promise<{ form: TicketForm; request: Answers }> {
    const { type, category } = request
    const ofType = await this.chosen(base, { type })
    if (!category) return { form: ofType, request }
    if (ofType.categories.some(({ id }) => id === category.id))
      return { form: await this.chosen(base, { type, category: category.id }), request }
    const { category: _none, ...others } = request
    return { form: ofType, request: others as Answers }
  }

  /** What is wrong; a category that another type has, and this one has not, is told as that. */
  async withOtherType(base: TicketForm, problems: Problem[], { category }: RequestFlags): Promise<Problem[]> {
    const wrong = problems.find(({ field, key }) => field === 'category' && !key.startsWith('new.ambiguous'))
    if (!base.follows || !wrong || category === undefined) return problems
    const { t } = this.#context
    for (const type of base.types) {
      const { request } = understand({ category }, await this.chosen(base, { type }), t)
      if (!request.category) continue
      const parameters = { text: request.category.fullName, type: typeWord(type, t).toLocaleLowerCase(t.language) }
      const told: Problem = { field: 'category', key: 'new.category-of-type', parameters }
      return problems.map((one) => (one === wrong ? told : one))
    }
    return problems
  }

  /** The form for what the flags, or else a draft, say of type and category; with `asksCategory`, what is not said is asked. */
  async said(
    base: TicketForm,
    { flags, draft, asksCategory }: { flags: RequestFlags; draft: TicketDraft | undefined; asksCategory: boolean },
  ): Promise<TicketForm> {
    if (!base.follows || !isAskedBy(base, 'category')) return base
    const { t } = this.#context
    const saidBy = (form: TicketForm) => ({ ...draft?.answers, ...understand(flags, form, t).request })
    const type = isAskedBy(base, 'type') ? saidBy(base).type : undefined
    const categoryOf = (form: TicketForm): Category | undefined => {
      const category = flags.category === undefined ? draft?.answers.category : saidBy(form).category
      return form.categories.find(({ id }) => id === category?.id)
    }
    const first = categoryOf(base)
    const form = first && (await this.chosen(base, { type, category: first.id }))
    // Where it is none of the type, the page comes back without it.
    if (form && (form === base || form.preset?.category === first?.id)) return form
    if (!first && !asksCategory && flags.category === undefined) return base
    const ofType = await this.chosen(base, { type })
    const category = categoryOf(ofType)
    return category ? this.chosen(base, { type, category: category.id }) : ofType
  }
}
