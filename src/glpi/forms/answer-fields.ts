import type { ChosenAnswer, FormAnswer, FormAnswers } from '../../itil/form-answer.ts'
import { type FormPage, type FormQuestion, questionsOf } from '../../itil/site-form.ts'
import { isImageName } from '../document/inline/image-reference.ts'
import { htmlWithImages } from '../document/inline/written-images.ts'
import { markComment } from '../html.ts'
import type { SubmittedFile } from './open-form.ts'
import type { Field } from './wiring.ts'

/** The marks that a long text bears. */
export interface Marks {
  /** The number of the question. */
  in: number
  marks: string[]
}

/**
 * The answers as the form sends them, in the order of its questions (GLPI-11-FORMS.md, 4); files go by fields of their own.
 * What is empty is left out: a key that is sent empty would print a line of nothing.
 */
export function postedFields(
  page: FormPage,
  answers: FormAnswers,
  { marks, files = [] }: { marks?: Marks | undefined; files?: readonly SubmittedFile[] } = {},
): Field[] {
  return questionsOf(page).flatMap((question) => {
    const after = marks?.in === question.id ? marks.marks.map(markComment).join('') : ''
    const images = files.flatMap(({ question: place, inline }) => (place === question.id && inline ? [inline] : []))
    const named = files.map(({ file }) => file.name)
    return fieldsOf(question, answers[question.id], { name: `answers_${question.id}`, after, images, named })
  })
}

/** The same as the conditions are asked with; of files their names. */
export function askedFields(page: FormPage, answers: FormAnswers): Field[] {
  return questionsOf(page).flatMap((question): Field[] => {
    const name = `answers[${question.id}]`
    const answer = answers[question.id]
    if (answer && 'files' in answer) return answer.files.map((file) => [`${name}[]`, file.name])
    return fieldsOf(question, answer, { name, after: '' })
  })
}

interface Written {
  /** What its fields are named after. */
  name: string
  /** What is added to a long text. */
  after: string
  /** Images that stand in it. */
  images?: ReadonlyArray<{ name: string; tag: string }>
  /** All files that go along. */
  named?: readonly string[]
}

function fieldsOf(
  question: FormQuestion,
  answer: FormAnswer | undefined,
  { name, after, images = [], named = [] }: Written,
): Field[] {
  if (question.kind === 'unknown' || question.kind === 'file') return []
  if (question.kind === 'long-text') {
    const html = `${htmlOf(answer, images, named)}${after}`
    return html === '' ? [] : [[name, html]]
  }
  if (!answer || 'files' in answer) return []
  if ('chosen' in answer) return chosenFields(question, answer.chosen, name)
  const text = 'text' in answer ? answer.text : answer.html
  return text === '' ? [] : [[name, text]]
}

/** What a person typed becomes the HTML that GLPI keeps; what the form proposed stays as it was. */
function htmlOf(
  answer: FormAnswer | undefined,
  images: NonNullable<Written['images']>,
  named: readonly string[],
): string {
  if (!answer) return ''
  if ('html' in answer) return answer.html
  return 'text' in answer ? htmlWithImages(answer.text, images, named.filter(isImageName)) : ''
}

function chosenFields({ kind, several, itemtype }: FormQuestion, chosen: ChosenAnswer[], name: string): Field[] {
  // 0 says «none», but of entities: their root has that number.
  const isEmpty = (value: string): boolean => value === '' || (value === '0' && itemtype !== 'Entity')
  const values = chosen.map(({ value }) => value).filter((value) => !isEmpty(value))
  const [first] = values
  if (first === undefined) return []
  if (kind === 'object')
    return [
      [`${name}[itemtype]`, itemtype ?? ''],
      [`${name}[items_id]`, first],
    ]
  if (several || kind === 'radio' || kind === 'person') return values.map((value): Field => [`${name}[]`, value])
  return [[name, first]]
}

/** A file that was uploaded, as an answer names it: without all three the ticket has none (GLPI-11-FORMS.md, 8). */
export interface UploadedFile {
  question: number
  name: string
  prefix: string
  tag: string
}

export function fileFields(files: readonly UploadedFile[]): Field[] {
  const counts = new Map<number, number>()
  return files.flatMap(({ question, name, prefix, tag }): Field[] => {
    const index = counts.get(question) ?? 0
    counts.set(question, index + 1)
    return [
      [`_answers_${question}[${index}]`, name],
      [`_prefix_answers_${question}[${index}]`, prefix],
      [`_tag_answers_${question}[${index}]`, tag],
    ]
  })
}

/** A question of no form: what answers such a one is dropped, and leaves nothing in a ticket. */
const nobodys = 2_147_483_647

/** The same with an answer to no question where there is none at all, which the site takes for no form. */
export function withAnswer(fields: Field[]): Field[] {
  const isAnswered = fields.some(([name]) => name.startsWith('answers_'))
  return isAnswered ? fields : [[`answers_${nobodys}`, ''], ...fields]
}
