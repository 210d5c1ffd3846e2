import type { Problem } from '../../../errors/error.ts'
import type { MessageKey } from '../../../i18n/translate.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import type { FormAnswer } from '../../../itil/form-answer.ts'
import type { QuestionKind } from '../../../itil/site-form.ts'

/** The kinds of question that are answered by what somebody types. */
const typedKinds = ['text', 'email', 'number', 'long-text', 'date', 'time', 'date-time'] as const
export type TypedKind = (typeof typedKinds)[number]

export function isTyped(kind: QuestionKind): kind is TypedKind {
  return typedKinds.some((one) => one === kind)
}

/**
 * What somebody typed as GLPI takes it: a decimal comma is a point, `07/01/2030` is `2030-01-07`, `8h30` is `08:30`. An
 * empty text is no answer. The problem is a sentence that stands beside its question.
 */
export function typedAnswer(
  kind: TypedKind,
  typed: string,
): { answer: FormAnswer & { text: string } } | { problem: Problem } {
  if (kind === 'long-text') return { answer: { text: typed.trim() === '' ? '' : typed } }
  const line = typed.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim()
  if (line === '' || kind === 'text') return { answer: { text: line } }
  const read = readers[kind](line)
  return typeof read === 'string'
    ? { answer: { text: read } }
    : { problem: { key: read.says, parameters: { text: line } } }
}

/** A text as GLPI takes it, or what is wrong with it; `isForm` where it does not even look like one. */
type Read = string | { says: MessageKey; isForm?: boolean }

const readers: Record<Exclude<TypedKind, 'text' | 'long-text'>, (line: string) => Read> = {
  email: (line) => (isEmailAddress(line) ? line : { says: 'answer.not-email' }),
  number: readNumber,
  date: readDate,
  time: readTime,
  'date-time': readBoth,
}

/** Figures may stand in threes, as people write them, where no other reading is meant: `1 200,5`. */
function readNumber(line: string): Read {
  const plain = line.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(/^([+-]?\d*),(?=\d+$)/, '$1.')
  return /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain) ? plain.replace(/^\+/, '') : { says: 'answer.not-number' }
}

function readDate(line: string): Read {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(line) ?? []
  const [, dayFirst, monthThen, yearLast] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(line) ?? []
  const parts = year ? [year, month, day] : [yearLast, monthThen, dayFirst]
  if (parts[0] === undefined) return { says: 'answer.not-date', isForm: true }
  const [y = 0, m = 0, d = 0] = parts.map(Number)
  return isDay(y, m, d) ? [y, two(m), two(d)].join('-') : { says: 'answer.no-such-date' }
}

/** GLPI’s column knows no earlier year. */
const firstYear = 1000

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= firstYear && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function readTime(line: string): Read {
  // A site that proposes an hour may write its seconds.
  const [, hour, minute] = /^(\d{1,2}) ?[:hH] ?(\d{2})(?::[0-5]\d)?$/.exec(line) ?? /^(\d{1,2}) ?[hH]$/.exec(line) ?? []
  if (hour === undefined) return { says: 'answer.not-time', isForm: true }
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  return h < 24 && m < 60 ? `${two(h)}:${two(m)}` : { says: 'answer.no-such-time' }
}

function readBoth(line: string): Read {
  const [, day = '', hour = ''] = /^(\S+?)(?:T| +(?:à |at )?)(\S.*)$/.exec(line) ?? []
  const [date, time] = [readDate(day), readTime(hour)]
  const wrong = [date, time].find((one) => typeof one === 'object')
  if (!wrong) return `${date}T${time}`
  return wrong.isForm ? { says: 'answer.not-date-time' } : wrong
}
