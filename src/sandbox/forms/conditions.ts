import { folded } from '../folded.ts'
import type { Answers, Given } from './answers.ts'
import { type Condition, type FormDefinition, type Question, questionsOf, type Visibility } from './definition.ts'

/** What of a form is to be seen, by numbers. */
export interface Seen {
  form: boolean
  sections: ReadonlyMap<number, boolean>
  questions: ReadonlyMap<number, boolean>
  comments: ReadonlyMap<number, boolean>
}

/**
 * What of a form is to be seen with these answers (GLPI-11-FORMS.md, 6). A question of a hidden section is told as seen:
 * the two must be combined. A condition on a hidden question is false; a section of which nothing is seen is hidden.
 */
export function seenWith(form: FormDefinition, answers: Answers): Seen {
  const eye = new Eye(form, answers)
  const sections = new Map<number, boolean>()
  const questions = new Map<number, boolean>()
  const comments = new Map<number, boolean>()
  for (const section of form.sections) {
    let seen = 0
    for (const block of section.blocks) {
      const isSeen = eye.meets(block.visibility)
      if (isSeen) seen += 1
      const ofKind = block.block === 'question' ? questions : comments
      ofKind.set(block.id, isSeen)
    }
    sections.set(section.id, seen > 0 && eye.meets(section.visibility))
  }
  return { form: eye.meets(form.submit), sections, questions, comments }
}

/** The questions that are asked: seen, and in a section that is. */
export function askedQuestions(form: FormDefinition, seen: Seen): Question[] {
  return form.sections
    .filter(({ id }) => seen.sections.get(id))
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Question => block.block === 'question' && seen.questions.get(block.id) === true)
}

class Eye {
  readonly #questions: ReadonlyMap<string, Question>
  readonly #answers: Answers
  /** Questions whose own conditions are being looked at: a circle ends there. */
  readonly #open = new Set<number>()

  constructor(form: FormDefinition, answers: Answers) {
    this.#questions = new Map(questionsOf(form).map((question) => [question.name, question]))
    this.#answers = answers
  }

  meets(visibility: Visibility | undefined): boolean {
    if (!visibility) return true
    let holds = false
    for (const [index, condition] of visibility.conditions.entries()) {
      const one = this.#holds(condition)
      holds = index === 0 ? one : condition.logic === 'and' ? holds && one : holds || one
    }
    return visibility.strategy === 'visible_if' ? holds : !holds
  }

  #holds(condition: Condition): boolean {
    const question = this.#questions.get(condition.question)
    if (!question || this.#open.has(question.id)) return false
    this.#open.add(question.id)
    const isSeen = this.meets(question.visibility)
    this.#open.delete(question.id)
    if (condition.operator === 'visible') return isSeen
    if (condition.operator === 'not_visible') return !isSeen
    return isSeen && compares(question, this.#answers.get(question.id), condition)
  }
}

function compares(question: Question, given: Given | undefined, { operator, value = '' }: Condition): boolean {
  const values = given?.values.filter((one) => one !== '') ?? []
  const wanted = [value].flat()
  switch (operator) {
    case 'equals':
      return equals(question, values, wanted)
    case 'not_equals':
      return !equals(question, values, wanted)
    case 'contains':
      return contains(question, values, wanted)
    case 'not_contains':
      return !contains(question, values, wanted)
    case 'greater_than':
      return values.length > 0 && compared(question, values[0] ?? '', wanted[0] ?? '') > 0
    case 'less_than':
      // An empty date is less than any.
      return compared(question, values[0] ?? '', wanted[0] ?? '') < 0
    case 'empty':
      return values.length === 0 && (given?.files.length ?? 0) === 0
    case 'not_empty':
      return values.length > 0 || (given?.files.length ?? 0) > 0
    default:
      return false
  }
}

function equals({ options }: Question, values: string[], wanted: string[]): boolean {
  // What is none of the options is no answer.
  const known = options ? values.filter((one) => options.some(({ value }) => value === one)) : values
  return known.length === wanted.length && wanted.every((one) => known.some((other) => folded(other) === folded(one)))
}

/** A list holds all that is wanted. Of texts 11.0.2 has it the wrong way round: what is wanted holds the answer. */
function contains({ kind }: Question, values: string[], wanted: string[]): boolean {
  if (kind === 'short text' || kind === 'long text' || kind === 'email')
    return folded(wanted[0] ?? '').includes(folded(values[0] ?? ''))
  return wanted.every((one) => values.includes(one))
}

function compared({ kind }: Question, a: string, b: string): number {
  if (kind !== 'number') return a < b ? -1 : a > b ? 1 : 0
  return (Number(a) || 0) - (Number(b) || 0)
}
