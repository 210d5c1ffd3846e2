import { folded } from '../../../i18n/folded.ts'
import type { ChosenAnswer } from '../../../itil/form-answer.ts'
import type { FormQuestion, QuestionChoice } from '../../../itil/site-form.ts'
import { type TicketType, ticketTypeId, type Urgency, urgencyId } from '../../../itil/ticket-words.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { type Match, match } from '../../choice/match.ts'
import { eitherLanguage } from '../import/either-language.ts'

/** Medium is always enabled, so that a list of urgencies has it; one of types has not (GLPI-11-FORMS.md, 4). */
export function offersUrgencies({ kind, choices }: Pick<FormQuestion, 'kind' | 'choices'>): boolean {
  const levels = choices.map(({ value }) => value)
  return kind === 'choice' && levels.includes('3') && levels.every((value) => /^[1-5]$/.test(value))
}

/** A list of incident and request, or of one of both. */
export function offersTypes({ kind, choices }: Pick<FormQuestion, 'kind' | 'choices'>): boolean {
  return kind === 'choice' && choices.length > 0 && choices.every(({ value }) => /^[12]$/.test(value))
}

const deviceValue = /^([A-Z]\w*)_(\d+)$/

/** A list of somebody’s own devices: `Computer_3`. */
export function offersDevices({ kind, choices }: Pick<FormQuestion, 'kind' | 'choices'>): boolean {
  return kind === 'choice' && choices.length > 0 && choices.every(({ value }) => deviceValue.test(value))
}

/**
 * What is meant of the choices of a page: by its label, else by its value, by our own words for an urgency or a type in
 * either language, by the name or the number of a device, or, unless all of it must be said, by a part of its label that
 * only one has.
 */
export async function namedChoice(question: FormQuestion, text: string, whole: boolean): Promise<Match<ChosenAnswer>> {
  const { choices } = question
  const wanted = plainWords(text)
  const labelled = choices.filter(({ label }) => plainWords(label) === wanted)
  const [only] = labelled
  if (only && labelled.length === 1) return { found: chosen(only) }
  const value = choices.find((one) => one.value === text.trim())
  if (value) return { found: chosen(value) }
  const word = yesOrNo(choices, wanted) ?? (await ownWord(question, text))
  if (word) return { found: chosen(word) }
  const found = match(
    text,
    choices.map((choice) => ({
      value: chosen(choice),
      keys: keysOf(choice),
      names: [choice.label, ...deviceNames(choice)],
    })),
    { whole },
  )
  // Of two that are called the same the value tells one from the other.
  return labelled.length > 1 ? { ambiguous: labelled.map(({ label, value }) => `${label} (${value})`) } : found
}

/** The labels that a text names with commas or semicolons between them; undefined where it is no list of choices. */
export async function listOf(question: FormQuestion, text: string): Promise<string[] | undefined> {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  if (!question.several || parts.length < 2) return undefined
  const found = await Promise.all(parts.map((part) => namedChoice(question, part, true)))
  const labels = found.flatMap((one) => ('found' in one ? [one.found.label] : []))
  return labels.length === parts.length ? labels : undefined
}

function plainWords(text: string): string {
  return folded(plain(text)).replace(/\s+/g, ' ').trim()
}

const trueWords = ['yes', 'oui', 'vrai']
const falseWords = ['no', 'non', 'faux']

/** What a program calls true, people call yes. */
function yesOrNo(choices: readonly QuestionChoice[], wanted: string): QuestionChoice | undefined {
  const words = wanted === 'true' ? trueWords : wanted === 'false' ? falseWords : []
  return choices.find(({ label }) => words.includes(plainWords(label)))
}

async function ownWord(question: FormQuestion, text: string): Promise<QuestionChoice | undefined> {
  const byValue = (value: number) => question.choices.find((one) => one.value === String(value))
  if (offersUrgencies(question)) {
    const { urgency = '' } = (await eitherLanguage())({ urgency: text })
    return byValue(urgencyId(urgency as Urgency))
  }
  if (!offersTypes(question)) return undefined
  const { type = '' } = (await eitherLanguage())({ type: text })
  return byValue(ticketTypeId(type as TicketType))
}

function keysOf({ value }: QuestionChoice): string[] {
  const [, kind, number] = deviceValue.exec(value) ?? []
  return kind ? [value, `${kind}:${number}`] : [value]
}

/** The label says kind, name and number: «Ordinateur - poste-alice - WTC-0003». */
function deviceNames({ value, label }: QuestionChoice): string[] {
  return deviceValue.test(value) ? label.split(' - ').slice(1) : []
}

function chosen({ value, label }: QuestionChoice): ChosenAnswer {
  return { value, label }
}
