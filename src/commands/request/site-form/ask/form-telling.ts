import type { Context } from '../../../../app/context.ts'
import type { FormBlock, FormPage, FormQuestion, FormSection } from '../../../../itil/site-form.ts'
import { viewComment, viewFormHead, viewSectionHead } from '../../../../views/form/asked-form.ts'
import { lookOf } from '../../../output.ts'
import type { ExtraStep } from './extra-steps.ts'
import type { FormWalk } from './form-walk.ts'

/** Tells what stands between the questions of a form, each thing once: its head, its sections, its comments. */
export class FormTelling {
  readonly #page: FormPage
  readonly #context: Context
  readonly #told = new Set<FormSection | FormBlock>()
  readonly #refused = new Map<number, string>()

  constructor(page: FormPage, context: Context) {
    this.#page = page
    this.#context = context
  }

  open(): void {
    this.#show(viewFormHead(this.#page, this.#look))
  }

  /** What stands above a question, and was not told yet; behind the last one, all that is left. */
  before(step: FormQuestion | ExtraStep, walk: FormWalk): void {
    if (step === 'for-whom') return
    for (const section of this.#page.sections) {
      const at = typeof step === 'string' ? -1 : section.blocks.indexOf(step)
      const above = at < 0 ? section.blocks : section.blocks.slice(0, at)
      const comments = above.filter((block) => block.block === 'comment' && walk.sees(block))
      const isHere = at >= 0
      // Of a section in which nothing was asked, as in a draft that is taken up, nothing is told.
      const isTold = isHere || this.#told.has(section) || section.blocks.every(({ block }) => block === 'comment')
      if (isHere || (isTold && comments.length > 0)) this.#tellSection(section)
      if (isTold) for (const comment of comments) this.#tellComment(comment)
      if (isHere) break
    }
    const problem = typeof step === 'string' ? undefined : this.#refused.get(step.id)
    if (problem !== undefined && typeof step !== 'string') {
      this.#refused.delete(step.id)
      this.#context.terminal.remark('ask-form.refused', { label: step.label, problem })
    }
  }

  /** The site does not take this answer: that is said when the question is asked again. */
  refuse({ id }: FormQuestion, problem: string): void {
    this.#refused.set(id, problem)
  }

  #tellSection(section: FormSection): void {
    if (this.#isTold(section)) return
    this.#show(viewSectionHead(section, this.#look))
  }

  #tellComment(comment: FormBlock): void {
    if (comment.block === 'comment' && !this.#isTold(comment)) this.#show(viewComment(comment, this.#look))
  }

  #isTold(part: FormSection | FormBlock): boolean {
    const isTold = this.#told.has(part)
    this.#told.add(part)
    return isTold
  }

  #show(text: string): void {
    if (text !== '') this.#context.terminal.show(text)
  }

  get #look() {
    return lookOf(this.#context, this.#context.terminal.noteStyle)
  }
}
