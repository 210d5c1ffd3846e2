import type { AnswerProblem, FormAnswers, VisibleParts } from '../../itil/form-answer.ts'
import type { FormPage, FormQuestion } from '../../itil/site-form.ts'
import type { OutgoingFile } from '../document/documents.ts'

export interface FormTicket {
  id: number
  title: string
  content: string
}

/** A form that is being answered. */
export interface OpenForm {
  readonly page: FormPage
  /**
   * What is seen with these answers; those to what is hidden do not count, for they are not sent. Rejects with `Failed`
   * (`form-broken`) where the site does not say it, as `check` and `choices` do.
   */
  visible(answers: FormAnswers): Promise<VisibleParts>
  /** What the site would not take of them, those of the visible questions alone; none where all is well. */
  check(answers: FormAnswers): Promise<AnswerProblem[]>
  /** What may be chosen of an object or a person, narrowed by `search`, page by page from 1. */
  choices(question: FormQuestion, search: string, page: number): Promise<OfferedChoices>
  /**
   * Sends the answers, their files before; creates tickets, so never sent twice without a look. Rejects with `Failed`
   * where the site refuses them, with `NotFound` (`form-gone`) or `NotAllowed` (`form-closed`) where the form is gone or
   * closed; `fateOf` says of each error whether a ticket may have come of it.
   */
  submit(submission: Submission): Promise<Submitted>
}

export interface OfferedChoice {
  value: string
  /** The whole path, where it has one. */
  label: string
  /** The last part of it. */
  name: string
  /** It only stands above others. */
  disabled: boolean
  /** Of a person: the login, where the site tells it. */
  login?: string
}

export interface OfferedChoices {
  choices: OfferedChoice[]
  /** There is a page after this one. */
  more: boolean
}

export interface Submission {
  /** Those of visible questions alone, none of them empty. */
  answers: FormAnswers
  files: SubmittedFile[]
  /** The long text that bears the marks; without one they go nowhere. */
  markIn?: number
  mark?: string
  keyMark?: string
  /** Whom the ticket is for (the person herself, or one of the page's `delegates`), and how that person is informed. */
  requester?: { user: number; notify: boolean; email?: string }
  /** Told the bytes of all the files that left so far. */
  onProgress?(bytes: number): void
}

export interface SubmittedFile {
  /** A file question, or a long text. */
  question: number
  file: OutgoingFile
  /** Of an image that stands in that long text, wherever it says `![](name)`: by what it is known there. */
  inline?: { name: string; tag: string }
}

/** What came of it: tickets, or (`unseen`) the site's name for the answers where this account may see none. */
export type Submitted = { tickets: Array<{ id: number; title: string }> } | { unseen: string }
