import type { Context } from '../../../../app/context.ts'
import type { OpenForm } from '../../../../glpi/forms/open-form.ts'
import type { FormAnswer } from '../../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'
import type { GivenFile } from '../../file-option.ts'

/** Where a question of a form is asked. */
export interface QuestionDesk {
  context: Context
  open: Pick<OpenForm, 'choices'>
  /** Where the form is on the web. */
  url: string
}

/** A question, and what is known of its answer. */
export interface AskedQuestion {
  question: FormQuestion
  /** What stands there; undefined for nothing. */
  now: FormAnswer | undefined
  /** What was typed of an answer that is none yet. */
  typed: string | undefined
  /** Of files: those that stand there; of a long text those that it may name. */
  files: GivenFile[]
  /** There is a question before this one. */
  back: boolean
  /** Told what is typed so far. */
  whileTyping(typed: string): unknown
  /** Told what there is of an answer of several parts. */
  keepPart(answer: FormAnswer, files?: GivenFile[]): unknown
}
