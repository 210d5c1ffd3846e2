import { type PhpValues, textAt } from '../php-query.ts'
import { type FormDefinition, type Question, questionsOf } from './definition.ts'

/** A file that was uploaded before, as an answer names it: without all three the ticket has none. */
export interface NamedFile {
  name: string
  prefix: string | undefined
  tag: string | undefined
}

/** What came for one question. */
export interface Given {
  /** The values: of a text one, of a list any number; of an object its number. */
  values: string[]
  itemtype: string | undefined
  files: NamedFile[]
  /** Several values came, by `answers_K[]`. */
  isList: boolean
}

/** What came for the questions of a form, by their numbers; a question that nothing came for is not there. */
export type Answers = ReadonlyMap<number, Given>

/** The answers that a form was sent with: `answers_K`, and `_answers_K[i]`, `_prefix_answers_K[i]`, `_tag_answers_K[i]` of files. */
export function postedAnswers(form: FormDefinition, posted: PhpValues): Answers {
  return collected(form, (id) => {
    const files = filesOf(posted, id)
    const value = posted[`answers_${id}`]
    if (value === undefined && files.length === 0) return undefined
    return { ...givenIn(value), files }
  })
}

/** The answers that the conditions are asked with: `answers[K]`. */
export function askedAnswers(form: FormDefinition, posted: PhpValues): Answers {
  const { answers } = posted
  if (typeof answers !== 'object') return new Map()
  return collected(form, (id) => {
    const value = answers[id]
    return value === undefined ? undefined : { ...givenIn(value), files: [] }
  })
}

/** Whether anything came that is named as an answer is. */
export function hasAnswers(posted: PhpValues): boolean {
  return Object.keys(posted).some((name) => name.startsWith('answers_'))
}

/** The text of an answer to a question; '' where none came. */
export function textOf(answers: Answers, { id }: Question): string {
  return answers.get(id)?.values[0] ?? ''
}

function collected(form: FormDefinition, read: (id: number) => Given | undefined): Answers {
  const answers = new Map<number, Given>()
  for (const { id } of questionsOf(form)) {
    const given = read(id)
    if (given) answers.set(id, given)
  }
  return answers
}

function givenIn(value: string | PhpValues | undefined): Omit<Given, 'files'> {
  if (value === undefined) return { values: [], itemtype: undefined, isList: false }
  if (typeof value === 'string') return { values: [value], itemtype: undefined, isList: false }
  const itemtype = textAt(value, 'itemtype')
  const id = textAt(value, 'items_id')
  if (itemtype !== undefined || id !== undefined)
    return { values: id === undefined ? [] : [id], itemtype, isList: false }
  return { values: Object.values(value).filter((one) => typeof one === 'string'), itemtype: undefined, isList: true }
}

function filesOf(posted: PhpValues, id: number): NamedFile[] {
  const names = posted[`_answers_${id}`]
  if (typeof names !== 'object') return []
  const part = (kind: string, index: string): string | undefined => {
    const values = posted[`_${kind}_answers_${id}`]
    return typeof values === 'object' ? textAt(values, index) : undefined
  }
  return Object.entries(names).flatMap(([index, name]) =>
    typeof name === 'string' ? [{ name, prefix: part('prefix', index), tag: part('tag', index) }] : [],
  )
}
