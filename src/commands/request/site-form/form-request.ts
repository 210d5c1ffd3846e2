import type { ChosenAnswer, FormAnswers } from '../../../itil/form-answer.ts'
import type { GivenFile } from '../file-option.ts'

/** What a person wants to send by a form of the site. */
export interface FormRequest {
  answers: FormAnswers
  /** Those that the answers name, and those that go to the ticket afterwards, since no question takes them. */
  files: GivenFile[]
  /** Whether, and where, the person for whom it is is kept informed; undefined for the address that the site knows. */
  notify: boolean
  email: string | undefined
  /** For whom it is sent, of those that the page offers; undefined for oneself. */
  onBehalfOf?: ChosenAnswer | undefined
}
