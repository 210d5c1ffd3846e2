import type { FormAnswer, FormAnswers, VisibleParts } from '../../../../itil/form-answer.ts'
import type { FormBlock, FormPage, FormQuestion, FormSection } from '../../../../itil/site-form.ts'
import { questionsOf } from '../../../../itil/site-form.ts'
import { isEmptyAnswer, presetAnswers } from '../preset-answers.ts'

/** A list on which nothing stands: whoever has no device has none to choose. */
export function asksNothing({ kind, choices }: FormQuestion): boolean {
  return ['radio', 'checkbox', 'choice'].includes(kind) && choices.length === 0
}

export interface WalkOptions {
  /** Only what cannot be done without. */
  brief?: boolean
  /** Of what was answered before, the questions that were asked then: one may go back to them. */
  recalled?: ReadonlySet<number>
  /** The one whose answer was not over: it is asked again. */
  unfinished?: number | undefined
}

/**
 * Which question of a form comes next, and what was answered so far. It asks nobody: who walks tells it the answers, and
 * what the site shows with them. What vanishes keeps its answer, unsent; it is asked again when it is back.
 */
export class FormWalk {
  readonly page: FormPage
  readonly #questions: FormQuestion[]
  /** Said before the walk: these are not asked. */
  readonly #given: ReadonlySet<number>
  readonly #isBrief: boolean
  readonly #presets: FormAnswers
  /** An empty one says that the question was left without an answer. */
  #told: FormAnswers
  readonly #done: Set<number>
  /** To be asked again, whatever is known of them. */
  readonly #wanted = new Set<number>()
  #visible: VisibleParts | undefined

  constructor(
    page: FormPage,
    given: FormAnswers = {},
    { brief = false, recalled = new Set(), unfinished }: WalkOptions = {},
  ) {
    this.page = page
    this.#questions = questionsOf(page)
    this.#presets = presetAnswers(page)
    this.#told = given
    const before = Object.keys(given).map(Number)
    const isOver = (id: number) => id !== unfinished
    this.#given = new Set(before.filter((id) => isOver(id) && !recalled.has(id)))
    this.#done = new Set(before.filter((id) => isOver(id) && recalled.has(id)))
    if (unfinished !== undefined) this.#wanted.add(unfinished)
    this.#isBrief = brief
  }

  /** Something is hidden at first: after each answer the site must be asked what is seen with it. */
  get follows(): boolean {
    return this.page.sections.some(
      ({ conditional, blocks }) => conditional || blocks.some((block) => block.conditional),
    )
  }

  /** All that was answered, hidden questions too; what was left empty stands there empty. */
  get told(): FormAnswers {
    return this.#told
  }

  /** What the site is to look at: hidden questions too, of which an open form leaves aside what does not count. */
  get weighed(): FormAnswers {
    return this.#those(() => true)
  }

  /** What is sent: the answers to what is seen. */
  get sent(): FormAnswers {
    return this.#those((question) => this.sees(question))
  }

  /** Whether the form may be sent with these answers. */
  get maySend(): boolean {
    return this.#visible?.button ?? true
  }

  /** This is seen with the answers so far. */
  see(visible: VisibleParts): void {
    this.#visible = visible
    for (const question of this.#questions) if (!this.sees(question)) this.#done.delete(question.id)
  }

  /** Whether a question or a comment is seen, its section too. */
  sees(block: FormBlock): boolean {
    const section = this.page.sections.find(({ blocks }) => blocks.includes(block))
    if (!section || !this.seesSection(section)) return false
    if (!this.#visible) return !block.conditional
    return this.#visible[block.block === 'comment' ? 'comments' : 'questions'].has(block.id)
  }

  seesSection({ id, conditional }: FormSection): boolean {
    return this.#visible ? this.#visible.sections.has(id) : !conditional
  }

  /** Every question that is seen, in the form's order. */
  get seen(): FormQuestion[] {
    return this.#questions.filter((question) => this.sees(question))
  }

  /** Those that are left to be asked, with what is seen now. */
  get left(): FormQuestion[] {
    return this.seen.filter((question) => !this.#done.has(question.id) && this.#isAsked(question))
  }

  /** The question to be asked next; undefined when there is none. */
  next(): FormQuestion | undefined {
    return this.left[0]
  }

  /** What stands there of a question; undefined where nothing does. */
  answerTo({ id }: Pick<FormQuestion, 'id'>): FormAnswer | undefined {
    const answer = this.#told[id] ?? this.#presets[id]
    return answer && !isEmptyAnswer(answer) ? answer : undefined
  }

  /** This is the answer to it; an empty one leaves it without. */
  answer({ id }: Pick<FormQuestion, 'id'>, answer: FormAnswer): void {
    this.#told = { ...this.#told, [id]: answer }
    this.#wanted.delete(id)
    this.#done.add(id)
  }

  /** The answer to it is not over; this is there already. */
  begin({ id }: Pick<FormQuestion, 'id'>, answer: FormAnswer): void {
    this.#told = { ...this.#told, [id]: answer }
  }

  /** The one that was asked before this one, or before the end, which may be asked again; undefined without one. */
  before(question?: Pick<FormQuestion, 'id'>): FormQuestion | undefined {
    const end = question ? this.#questions.findIndex(({ id }) => id === question.id) : this.#questions.length
    return this.#questions
      .slice(0, end)
      .findLast((one) => this.#done.has(one.id) && one.kind !== 'unknown' && this.sees(one))
  }

  /** It is to be asked again, what stands there being its default. */
  again({ id }: Pick<FormQuestion, 'id'>): void {
    this.#done.delete(id)
    this.#wanted.add(id)
  }

  #isAsked(question: FormQuestion): boolean {
    if (asksNothing(question) && !question.mandatory) return false
    if (this.#wanted.has(question.id)) return true
    if (this.#isBrief) return question.mandatory && this.answerTo(question) === undefined
    return !this.#given.has(question.id)
  }

  #those(isMeant: (question: FormQuestion) => boolean): FormAnswers {
    const meant = this.#questions.flatMap((question): Array<[number, FormAnswer]> => {
      const answer = isMeant(question) ? this.answerTo(question) : undefined
      return answer ? [[question.id, answer]] : []
    })
    return Object.fromEntries(meant)
  }
}
