import { Failed } from '../../../../errors/error.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { AnswerProblem, FormAnswer, FormAnswers } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import { WentBack } from '../../../../terminal/prompts/went-back.ts'
import type { Suggestions } from '../../suggest.ts'
import type { FormRequest } from '../form-request.ts'
import { cannotBeAsked, refuseUnasked } from './ask-question.ts'
import { extraSteps } from './extra-steps.ts'
import { areSame, followForm } from './follow-form.ts'
import type { FormAsking } from './form-asking.ts'
import { FormInHand, type Step } from './form-in-hand.ts'
import { FormTelling } from './form-telling.ts'
import { asksNothing } from './form-walk.ts'

const [firstStep, ...lastSteps] = extraSteps

/** Milliseconds: nobody notices; what comes later is offered after the next question. */
const soon = 500

/**
 * Asks a form's questions one after the other, as far as they are seen with the answers before; the person may go back from
 * each to the one before.
 */
export class FormInterview {
  readonly hand: FormInHand
  readonly #open: OpenForm
  readonly #asking: FormAsking
  readonly #telling: FormTelling
  /** With these the site was asked last what is seen, and what is wrong. */
  #followed: FormAnswers | undefined
  #checked: FormAnswers | undefined
  #isOpen = false
  #suggestions: Suggestions | undefined

  constructor(open: OpenForm, known: Partial<FormRequest>, asking: FormAsking) {
    this.hand = new FormInHand(open, known, asking)
    this.#open = open
    this.#asking = asking
    this.#telling = new FormTelling(open.page, asking.context)
  }

  /** There is a question to go back to. */
  get mayGoBack(): boolean {
    return this.#before(undefined) !== undefined
  }

  /** Asks all that is left, until the site takes the answers. True where an article of the FAQ answers the request. */
  async ask(): Promise<boolean> {
    if (!this.#isOpen) await this.#begin()
    for (;;) {
      const step = this.#next()
      if (step ? await this.#goThrough(step) : await this.#isOver()) return step !== undefined
    }
  }

  /** The last question again, though all were answered. */
  goBack(): void {
    const last = this.#before(undefined)
    if (last !== undefined) this.hand.again(last)
  }

  /** All that may be changed now, in the order in which it is asked. */
  get steps(): Step[] {
    const { walk, applies } = this.hand
    const questions = walk.seen.filter((question) => !asksNothing(question) && question.kind !== 'unknown')
    return [...[firstStep].filter(applies), ...questions, ...lastSteps.filter(applies)]
  }

  /** Throws `Failed` (`form-not-offered`) where the form may not be sent with these answers. */
  requireButton(): void {
    const { page, maySend } = this.hand.walk
    if (!maySend) throw new Failed('form-not-offered', { title: page.title, url: this.#asking.url })
  }

  async #begin(): Promise<void> {
    this.#isOpen = true
    const { walk } = this.hand
    if (walk.follows) await this.#waiting(this.#follow())
    for (const question of walk.left) if (cannotBeAsked(question)) refuseUnasked(question, this.#asking.url)
    this.#asking.opening(walk.left.length + extraSteps.filter((step) => this.hand.isLeft(step)).length)
  }

  #next(): Step | undefined {
    if (this.hand.isLeft(firstStep)) return firstStep
    return this.hand.walk.next() ?? lastSteps.find((step) => this.hand.isLeft(step))
  }

  /** True when the request is no longer needed. */
  async #goThrough(step: Step): Promise<boolean> {
    const { walk } = this.hand
    const before = this.#before(step)
    const isTitle = step === walk.seen.find(({ kind }) => kind === 'text')
    const answer = typeof step === 'string' ? undefined : walk.answerTo(step)
    this.#telling.before(step, walk)
    try {
      await this.hand.ask(step, before !== undefined)
    } catch (error) {
      if (!(error instanceof WentBack) || before === undefined) throw error
      this.hand.leave(step, error.typed)
      this.hand.again(before)
      return false
    }
    if (isTitle) this.#suggestFor(step, answer)
    if (typeof step !== 'string' && walk.follows) await this.#waiting(this.#follow())
    return (await this.#suggestions?.offer(isTitle ? soon : 0)) === true
  }

  #suggestFor(question: FormQuestion, before: FormAnswer | undefined): void {
    const title = textOf(this.hand.walk.answerTo(question))
    if (title !== '' && title !== textOf(before)) this.#suggestions = this.#asking.suggest(title)
  }

  /** What was asked before that; undefined without one. */
  #before(step: Step | undefined): Step | undefined {
    if (step === firstStep) return undefined
    const isQuestion = typeof step === 'object'
    const end = typeof step === 'string' ? lastSteps.indexOf(step) : lastSteps.length
    const extra = isQuestion ? undefined : lastSteps.slice(0, end).findLast((one) => this.hand.isDone(one))
    const question = () => this.hand.walk.before(isQuestion ? step : undefined)
    return extra ?? question() ?? (this.hand.isDone(firstStep) ? firstStep : undefined)
  }

  /** Asks the site what is seen, where the answers are others than when it was asked last. */
  async #follow(): Promise<void> {
    const { walk } = this.hand
    if (this.#isFollowed) return
    await followForm(walk, this.#open)
    this.#followed = walk.weighed
  }

  get #isFollowed(): boolean {
    return this.#followed !== undefined && areSame(this.#followed, this.hand.walk.weighed)
  }

  /** Whether all is answered, and the site takes it; what it does not take is asked again. */
  async #isOver(): Promise<boolean> {
    const { walk } = this.hand
    const { sent } = walk
    if (this.#isFollowed && this.#checked && areSame(this.#checked, sent)) return true
    // Both at once: who answered the last question waits once.
    const [problems] = await this.#waiting(Promise.all([this.#open.check(sent), this.#follow()]))
    if (walk.next()) return false
    if (!areSame(sent, walk.sent)) return this.#isOver()
    const isAsked = this.#askAgain(problems)
    this.#checked = isAsked ? undefined : sent
    return !isAsked
  }

  /** True where something of it can be asked. */
  #askAgain(problems: AnswerProblem[]): boolean {
    const { walk } = this.hand
    const asked = problems.flatMap(({ question: id, message }) => {
      const question = walk.seen.find((one) => one.id === id)
      return question && !cannotBeAsked(question) ? [{ question, message }] : []
    })
    for (const { question, message } of asked) {
      this.#telling.refuse(question, message)
      walk.again(question)
    }
    return asked.length > 0
  }

  #waiting<Result>(work: Promise<Result>): Promise<Result> {
    const { terminal, t } = this.#asking.context
    return terminal.during(t('terminal.waiting'), work)
  }
}

function textOf(answer: FormAnswer | undefined): string {
  return answer && 'text' in answer ? answer.text : ''
}
