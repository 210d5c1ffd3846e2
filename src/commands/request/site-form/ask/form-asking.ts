import type { Context } from '../../../../app/context.ts'
import type { Related } from '../../../../itil/ticket-link.ts'
import type { Suggestions } from '../../suggest.ts'
import type { UnfinishedAnswer } from '../draft/kept-form.ts'
import type { FormRequest } from '../form-request.ts'
import type { ExtraStep } from './extra-steps.ts'

/** What was asked before, and may be gone back to; the answer to `unfinished` was not over. */
export interface AskedBefore {
  questions: ReadonlySet<number>
  unfinished?: number | undefined
  steps: ReadonlySet<ExtraStep>
}

/** What asking needs beside what is known. */
export interface FormAsking {
  context: Context
  /** The ticket that the new one is to be linked to. */
  related?: Related | undefined
  /** Puts what is known so far on disk; the answer to one question may be unfinished. */
  keep(request: Partial<FormRequest>, unfinished?: UnfinishedAnswer): Promise<unknown>
  /** Where the form is on the web. */
  url: string
  /** Only what cannot be done without. */
  brief: boolean
  /** What was typed of answers that are none yet, by the numbers of their questions. */
  typed: Readonly<Record<number, string>>
  /** What of the known was asked in a draft that is taken up. */
  recalled?: AskedBefore
  /** Called before the first question, with how many there are as it looks then. */
  opening(count: number): void
  /** Looks for articles about a title, where they are wanted. */
  suggest(title: string): Suggestions | undefined
}
