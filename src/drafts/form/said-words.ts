import type { TicketDraft } from '../draft.ts'
import type { SaidWords } from './form-draft.ts'

/** What a job said that goes by a form of the site, also once its form is filled in; undefined where it says nothing of one. */
export function wordsOf({ given, answers, form }: TicketDraft): SaidWords | undefined {
  if (!given) return form?.said
  const { form: named, answer, answersText, piped, folder } = given
  if (named === undefined && answer === undefined && answersText === undefined) return undefined
  return { form: named, answer, answersText, piped, folder, description: answers.description }
}

/** A text of such words: the description, what came by standard input, or the answer at this place. */
export type SaidText = 'description' | 'piped' | number

/**
 * The texts in which two requests differ that ask for the same by the same form else, in their order; none for a repeat;
 * undefined where they answer other questions, or name files: these are read when they are sent.
 */
export function differingTexts(one: SaidWords, other: SaidWords): SaidText[] | undefined {
  const [lines, others] = [one.answer ?? [], other.answer ?? []]
  const isSame = (name: 'form' | 'answersText' | 'folder'): boolean => one[name] === other[name]
  if (!isSame('form') || !isSame('answersText') || !isSame('folder') || lines.length !== others.length) return undefined
  const differing: SaidText[] = []
  for (const name of ['description', 'piped'] as const) {
    if ((one[name] === undefined) !== (other[name] === undefined)) return undefined
    if (one[name] !== other[name]) differing.push(name)
  }
  for (const [place, line] of lines.entries()) {
    const next = others[place] ?? ''
    if (line === next) continue
    if (!isOneQuestion(line, next)) return undefined
    differing.push(place)
  }
  return differing
}

function isOneQuestion(one: string, other: string): boolean {
  const [label, text] = halves(one)
  const [otherLabel, otherText] = halves(other)
  return label === otherLabel && [text, otherText].every((each) => !each.startsWith('@') && each !== '-')
}

/** Whether both texts may stand in one answer: only a long text has several lines. */
export function fitsInPlace(place: SaidText, one: SaidWords, other: SaidWords): boolean {
  return typeof place !== 'number' || [one, other].some((words) => textAt(place, words).includes('\n'))
}

/** The same text with what it answers, where that is a question of the form. */
export function namedTextAt(place: SaidText, words: SaidWords): string {
  const text = textAt(place, words)
  return typeof place === 'number' && !text.includes('\n')
    ? `${halves(words.answer?.[place] ?? '')[0]} = ${text}`
    : text
}

function halves(line: string): [label: string, text: string] {
  const end = line.indexOf('=')
  return end < 0 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)]
}

/** One of these texts as a person reads it. */
export function textAt(place: SaidText, words: SaidWords): string {
  if (typeof place !== 'number') return words[place] ?? ''
  return halves(words.answer?.[place] ?? '')[1]
}

/** What is said with these texts in the places of what stood there. */
export function withSaid(
  { answer, piped, description }: SaidWords,
  texts: ReadonlyMap<SaidText, string>,
): Pick<SaidWords, 'answer' | 'piped' | 'description'> {
  return {
    answer: answer?.map((line, place) => (texts.has(place) ? `${halves(line)[0]}=${texts.get(place)}` : line)),
    piped: texts.get('piped') ?? piped,
    description: texts.get('description') ?? description,
  }
}
