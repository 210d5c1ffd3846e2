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
  #isOpen = false
  readonly #refused = new Map<number, string>()

  constructor(page: FormPage, context: Context) {
    this.#page = page
    this.#context = context
  }

  /** What stands above a question, and was not told yet; behind the last one, all that is left. */
  before(step: FormQuestion | ExtraStep, walk: FormWalk): void {
    if (!this.#isOpen) this.#show(viewFormHead(this.#page, this.#look))
    this.#isOpen = true
    if (step === 'for-whom') return
    const question = typeof step === 'string' ? undefined : step
    const { sections } = this.#page
    const here = question ? sections.findIndex(({ blocks }) => blocks.includes(question)) : sections.length
    for (const section of sections.slice(0, here)) this.#tellLeft(section, section.blocks, walk)
    const section = sections[here]
    if (!section || !question) return
    this.#tellSection(section)
    this.#tellLeft(section, section.blocks.slice(0, section.blocks.indexOf(question)), walk)
    const problem = this.#refused.get(question.id)
    this.#refused.delete(question.id)
    if (problem !== undefined) this.#context.terminal.remark('ask-form.refused', { label: question.label, problem })
  }

  /** Comments; of a section in which nothing was asked, as in a draft that is taken up, none. */
  #tellLeft(section: FormSection, blocks: FormBlock[], walk: FormWalk): void {
    const comments = blocks.filter((block) => block.block === 'comment' && walk.sees(block))
    const isSilent = !this.#told.has(section) && section.blocks.some(({ block }) => block === 'question')
    if (comments.length === 0 || isSilent) return
    this.#tellSection(section)
    for (const comment of comments) this.#tellComment(comment)
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
