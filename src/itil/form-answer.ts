/** What somebody answers to one question of a form; a question that is not answered has none. */
export type FormAnswer =
  /** A text, an address, a number, a date or a time as GLPI takes it; a long text as the person wrote it. */
  | { text: string }
  /** A long text that the form proposes, left as it is. */
  | { html: string }
  /** What was chosen, of several in their order: of an object its number, of a person what the site calls her (`users_id-7`). */
  | { chosen: ChosenAnswer[] }
  /** Files, by where they are on this computer. */
  | { files: AnsweredFile[] }

export interface ChosenAnswer {
  value: string
  label: string
}

export interface AnsweredFile {
  name: string
  /** Absolute. */
  path: string
}

/** The answers to a form, by the numbers of its questions. */
export type FormAnswers = Readonly<Record<number, FormAnswer>>

/** What of a form is seen with some answers; a question or a comment only together with its section. */
export interface VisibleParts {
  /** False where the form may not be sent with these answers. */
  button: boolean
  sections: ReadonlySet<number>
  questions: ReadonlySet<number>
  comments: ReadonlySet<number>
}

/** What the site says of an answer that it does not take. */
export interface AnswerProblem {
  question: number
  /** A line of plain text. */
  message: string
}
