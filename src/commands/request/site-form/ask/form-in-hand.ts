import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { FormAnswer, FormAnswers } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { takeImages } from '../../attachment/images-in-text.ts'
import type { GivenFile } from '../../file-option.ts'
import type { FormRequest } from '../form-request.ts'
import { limitHere } from './ask-files-of.ts'
import { askQuestion } from './ask-question.ts'
import { askExtra, type ExtraStep, type Extras } from './extra-steps.ts'
import type { FormAsking } from './form-asking.ts'
import { FormWalk } from './form-walk.ts'

/** A question of the form, or what is asked beside them. */
export type Step = FormQuestion | ExtraStep

/** A form while it is filled in: the answers so far, the files, for whom it is; and how one thing of it is asked. */
export class FormInHand {
  readonly walk: FormWalk
  readonly #open: OpenForm
  readonly #asking: FormAsking
  readonly #known: Partial<FormRequest>
  readonly #done: Set<ExtraStep>
  /** To be asked again, whatever is known of them. */
  readonly #wanted = new Set<ExtraStep>()
  #extras: Extras
  /** All that were named, by their paths. */
  readonly #files: Map<string, GivenFile>
  /** Texts that are not over, as far as they were typed. */
  readonly #typed: Partial<Record<number | 'email', string>>

  constructor(open: OpenForm, known: Partial<FormRequest>, asking: FormAsking) {
    const { settings } = asking.context
    const { answers = {}, files = [], onBehalfOf, notify, email } = known
    const named = pathsIn(answers)
    const { brief, recalled } = asking
    this.walk = new FormWalk(open.page, answers, {
      brief,
      ...(recalled && { recalled: recalled.questions, unfinished: recalled.unfinished }),
    })
    this.#open = open
    this.#asking = asking
    this.#known = known
    this.#files = new Map(files.map((file) => [file.fullPath, file]))
    this.#typed = { ...asking.typed }
    this.#extras = {
      onBehalfOf,
      loose: files.filter(({ fullPath }) => !named.has(fullPath)),
      notify: notify ?? (email !== undefined || settings.notify),
      email: 'email' in known ? email : onBehalfOf ? undefined : settings.email,
    }
    this.#done = new Set([...(recalled?.steps ?? [])].filter((step) => this.#isKnown(step)))
  }

  get extras(): Extras {
    return this.#extras
  }

  /** What would be sent now. */
  get request(): FormRequest {
    return this.#requestWith(this.walk.sent)
  }

  /** What is put on disk: hidden answers too, which stand there again when they are seen. */
  get #kept(): Partial<FormRequest> {
    const { answers, files } = this.#requestWith(this.walk.told)
    const { onBehalfOf, notify, email } = this.#extras
    const isSaid = (step: ExtraStep) => this.#done.has(step) || this.#isKnown(step)
    return {
      ...{ answers, files },
      ...(isSaid('for-whom') && { onBehalfOf }),
      ...(isSaid('notify') && { notify }),
      ...(isSaid('email') && { email }),
    }
  }

  /** Whether that is to be asked, beside the questions. */
  isLeft(step: ExtraStep): boolean {
    if (this.#done.has(step) || !this.applies(step)) return false
    return this.#wanted.has(step) || (!this.#asking.brief && !this.#isKnown(step))
  }

  isDone(step: ExtraStep): boolean {
    return this.#done.has(step) && this.applies(step)
  }

  readonly applies = (step: ExtraStep): boolean => {
    if (step === 'for-whom') return this.walk.page.delegates.length > 0
    if (step === 'email') return this.#extras.notify
    return step !== 'files' || !this.walk.seen.some(({ kind }) => kind === 'file')
  }

  #isKnown(step: ExtraStep): boolean {
    if (step === 'files') return this.#extras.loose.length > 0 && this.#known.files !== undefined
    return { 'for-whom': 'onBehalfOf', notify: 'notify', email: 'email' }[step] in this.#known
  }

  /** That is to be asked again. */
  again(step: Step): void {
    if (typeof step === 'string') {
      this.#done.delete(step)
      this.#wanted.add(step)
    } else this.walk.again(step)
  }

  /** What was typed so far stands there when the question comes again. */
  leave(step: Step, typed: string): void {
    const place = typeof step === 'string' ? (step === 'email' ? step : undefined) : step.id
    if (place !== undefined && typed.trim() !== '') this.#typed[place] = typed
  }

  /** Asks it; rejects with `WentBack` where the person wants the question before, nothing answered. */
  async ask(step: Step, back: boolean): Promise<void> {
    if (typeof step === 'string') await this.#askExtra(step, back)
    else await this.#askQuestion(step, back)
    await this.#asking.keep(this.#kept)
  }

  async #askQuestion(question: FormQuestion, back: boolean): Promise<void> {
    const { keep, context, url } = this.#asking
    const { id, kind } = question
    const now = this.walk.answerTo(question)
    const answer = await askQuestion(
      {
        ...{ question, now, back, typed: this.#typed[id], files: this.#filesFor(question, now) },
        whileTyping: (typed) => {
          this.leave(question, typed)
          return keep(this.#kept, { question: id, typed })
        },
        keepPart: (part, files = []) => {
          for (const file of files) this.#files.set(file.fullPath, file)
          this.walk.begin(question, part)
          return keep(this.#kept, { question: id })
        },
      },
      { context, open: this.#open, url },
    )
    this.walk.answer(question, kind === 'long-text' ? await this.#withImages(answer) : answer)
    delete this.#typed[id]
    if (kind === 'file') this.#extras = { ...this.#extras, loose: [] }
  }

  /** A text whose images go along; they go with the files that no question takes. */
  async #withImages(answer: FormAnswer): Promise<FormAnswer> {
    if (!('text' in answer)) return answer
    const { loose } = this.#extras
    const { context } = this.#asking
    const written = { text: answer.text, attached: loose.map(({ name }) => name), limit: await limitHere(context) }
    const { text, images } = await takeImages(written, context)
    if (images.length > 0) this.#extras = { ...this.#extras, loose: [...loose, ...images] }
    return { text }
  }

  /** What stands there; files that were named without a question go to the first one that asks for some. */
  #filesFor({ kind }: FormQuestion, now: FormAnswer | undefined): GivenFile[] {
    if (kind === 'long-text') return this.#extras.loose
    if (kind !== 'file') return []
    const standing = [...pathsOf(now)].flatMap((path) => this.#files.get(path) ?? [])
    return standing.length > 0 ? standing : this.#extras.loose
  }

  async #askExtra(step: ExtraStep, back: boolean): Promise<void> {
    const changed = await askExtra[step](
      {
        ...{ extras: this.#extras, page: this.walk.page, back, typed: this.#typed.email },
        whileTyping: (typed) => this.leave(step, typed),
        keepFiles: (loose) => {
          this.#extras = { ...this.#extras, loose }
          return this.#asking.keep(this.#kept)
        },
      },
      this.#asking.context,
    )
    this.#extras = { ...this.#extras, ...changed }
    // The address of one person is not that of another.
    if ('onBehalfOf' in changed && !('email' in this.#known)) this.#extras.email = this.#usualEmail
    if (step === 'email') delete this.#typed.email
    this.#wanted.delete(step)
    this.#done.add(step)
  }

  get #usualEmail(): string | undefined {
    return this.#extras.onBehalfOf ? undefined : this.#asking.context.settings.email
  }

  #requestWith(answers: FormAnswers): FormRequest {
    const { loose, onBehalfOf, notify, email } = this.#extras
    const named = [...pathsIn(answers)].flatMap((path) => this.#files.get(path) ?? [])
    const files = [...new Map([...named, ...loose].map((file) => [file.fullPath, file])).values()]
    return { answers, files, notify, email: notify ? email : undefined, onBehalfOf }
  }
}

function pathsOf(answer: FormAnswer | undefined): string[] {
  return answer && 'files' in answer ? answer.files.map(({ path }) => path) : []
}

function pathsIn(answers: FormAnswers): Set<string> {
  return new Set(Object.values(answers).flatMap(pathsOf))
}
