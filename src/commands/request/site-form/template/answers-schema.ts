import type { FormPage, FormQuestion, QuestionKind } from '../../../../itil/site-form.ts'
import { nameOf, placedQuestions } from '../question-name.ts'

/**
 * The JSON Schema of an answers file of this form: what a program, or an editor, may hold one against. Which questions
 * appear with which answers only the site knows: those are never required.
 */
export function answersSchema(page: FormPage): object {
  const asked = placedQuestions(page).filter(({ question }) => question.kind !== 'unknown')
  const required = asked.filter(({ question, section }) => isRequired(question) && !section.conditional)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: page.title,
    type: 'object',
    properties: Object.fromEntries(asked.map((placed) => [nameOf(placed, page), schemaOf(placed.question)])),
    patternProperties: { '^//': true, '^#[0-9]+$': true, '^\\$schema$': true },
    required: required.map((placed) => nameOf(placed, page)),
    additionalProperties: false,
  }
}

/** What the form proposes answers it. */
function isRequired({ mandatory, conditional, preset, choices }: FormQuestion): boolean {
  return mandatory && !conditional && preset === '' && !choices.some(({ chosen }) => chosen)
}

function schemaOf(question: FormQuestion): object {
  const { help, kind, several } = question
  const one = oneAnswer(question)
  const answer = several ? [one, { type: 'array', items: one, ...(isRequired(question) && { minItems: 1 }) }] : [one]
  // Null says nothing: the form is left as it is.
  const anyOf = isRequired(question) ? answer : [...answer, ...(isText(kind) ? [] : [{ const: '' }]), { type: 'null' }]
  return { ...(help && { description: help }), ...(anyOf.length === 1 ? anyOf[0] : { anyOf }) }
}

function oneAnswer(question: FormQuestion): object {
  const { kind, choices } = question
  if (isText(kind)) return isRequired(question) ? { type: 'string', minLength: 1 } : { type: 'string' }
  const pattern = patterns[kind]
  if (pattern) return { type: kind === 'number' ? ['number', 'string'] : 'string', pattern }
  if (kind === 'email') return { type: 'string', format: 'email' }
  if (kind === 'object') return { type: ['string', 'integer'] }
  if (choices.length > 0) return { enum: namesOf(choices) }
  return kind === 'file'
    ? { anyOf: [{ type: 'string', pattern: '^@.' }, fileSchema] }
    : { type: 'string', minLength: 1 }
}

const fileSchema = { type: 'object', properties: { file: { type: 'string' } }, required: ['file'] }

function isText(kind: QuestionKind): boolean {
  return kind === 'text' || kind === 'long-text'
}

const patterns: Partial<Record<QuestionKind, string>> = {
  number: '^[+-]?[0-9 ]*[.,]?[0-9]+$',
  date: '^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})$',
  time: '^[0-9]{1,2} ?[:hH] ?[0-9]{0,2}$',
  'date-time': '^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})[T ].+$',
}

/** By label; of two that are called the same, by value. */
function namesOf(choices: FormQuestion['choices']): string[] {
  return choices.map(({ label, value }) => (choices.filter((one) => one.label === label).length > 1 ? value : label))
}
