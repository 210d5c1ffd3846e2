/** A form of the site's service catalogue, as a list names it. */
export interface SiteForm {
  id: number
  title: string
  /** '' when it has none. */
  description: string
  /** The categories that it stands in, the outermost first; none for one at the root, or where it is not told. */
  path: string[]
}

/** How a question is answered. */
export const questionKinds = [
  'text',
  'email',
  'number',
  'long-text',
  'date',
  'time',
  'date-time',
  'radio',
  'checkbox',
  'choice',
  'object',
  'person',
  'file',
  'unknown',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Something that may be chosen. */
export interface QuestionChoice {
  /** What is sent. */
  value: string
  label: string
  /** The page has chosen it already. */
  chosen: boolean
}

/** A question of a form. */
export interface FormQuestion {
  block: 'question'
  id: number
  /** As the site shows it. */
  label: string
  /** As it is stored, perhaps in another language. */
  storedLabel: string
  kind: QuestionKind
  mandatory: boolean
  /** Shown only with some answers. */
  conditional: boolean
  help: string
  /** Several answers may be given. */
  several: boolean
  /** Of a text, a number, a date: what stands there already; '' for nothing. A long text is HTML. */
  preset: string
  /** Of a list; none where the site must be asked for them. */
  choices: QuestionChoice[]
  /** Of an object: which, in GLPI's word (`ITILCategory`). */
  itemtype?: string
  /** Of a person: what the person becomes of the ticket. */
  actor?: 'requester' | 'observer' | 'assignee'
  /** Of a file: the most bytes, and the extensions that the site takes, with their dots. */
  fileLimit?: number
  extensions?: string[]
}

/** A text between questions. */
export interface FormComment {
  block: 'comment'
  id: number
  title: string
  text: string
  conditional: boolean
}

export type FormBlock = FormQuestion | FormComment

export interface FormSection {
  id: number
  /** '' for the only one. */
  title: string
  description: string
  conditional: boolean
  blocks: FormBlock[]
}

/** A whole form, as its page shows it. */
export interface FormPage {
  id: number
  title: string
  /** As it is stored, perhaps in another language. */
  storedTitle: string
  /** Above the questions; '' for nothing. */
  header: string
  sections: FormSection[]
  /** The form may be sent with some answers only, and not with those of its page. */
  buttonConditional?: boolean
  /** Those for whom one may send it, where the site lets one. */
  delegates: QuestionChoice[]
}

/** All questions of a form, in the order of its page. */
export function questionsOf({ sections }: Pick<FormPage, 'sections'>): FormQuestion[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.block === 'question'))
}
