import { GB } from 'chrono-node/en'
import { casual, type ParsedResult } from 'chrono-node/fr'
import type { Language } from '../i18n/translate.ts'

export interface CalendarOptions {
  language: Language
  meant: 'past' | 'future'
  /** The hands of the person's clock, as if they showed UTC. */
  now: Date
}

type Found =
  /** What the person's clock shows then. */
  | { hands: Date; wholeDay: boolean; onlyHour: boolean }
  /** The text named a zone: the moment itself. */
  | { moment: Date }
  /** What was left over. */
  | { rest: string }
  /** That day is another day of the week: this one. */
  | { weekday: Date }
  /** Nothing was understood; such a date would be, were there such a day. */
  | { isNoDay: boolean }

/** Reads «lundi 9:30», `12 January 2027 14:00`, «vendredi prochain»: days and months by their names. */
export function readCalendar(text: string, options: CalendarOptions): Found {
  const coming = text.replace(comingWeekday, '$1')
  return coming === text
    ? read(text, options)
    : read(coming, { ...options, meant: 'future', after: tomorrow(options.now) })
}

/** «samedi prochain» is the first Saturday after today; chrono-node takes the one of next week, as in English. */
const comingWeekday = /((?:lun|mar|mercre|jeu|vendre|same)di|dimanche) prochain(?!\p{L})/u

function tomorrow(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}

interface ReadOptions extends CalendarOptions {
  /** The first moment that may be meant; now, when absent. */
  after?: Date
}

function read(text: string, options: ReadOptions): Found {
  const results = parse(text, options)
  const [result] = results
  if (!result) return { isNoDay: isNoDay(text, options) }
  const rest = restOf(text, result)
  // Of «31 février 9h» the hour is understood.
  if (rest) return isNoDay(text, options) ? { isNoDay: true } : { rest }
  if (result.end) return { isNoDay: false }
  return foundIn(text, result, options)
}

/** Whether all of it would be a date, were it the first of the month. */
function isNoDay(text: string, options: ReadOptions): boolean {
  const first = text.replace(/(?<![\d:])(29|30|31)(?!\d)/, '1')
  const [result] = first === text ? [] : parse(first, options)
  return result !== undefined && restOf(first, result) === ''
}

function parse(text: string, { language, now }: CalendarOptions): ParsedResult[] {
  const reference = { instant: now, timezone: 0 }
  const [own, other] = language === 'fr' ? [casual, GB] : [GB, casual]
  // The longer reading wins: English knows «mar», French does not know «Tuesday».
  const [one, two] = [own.parse(text, reference), other.parse(text, reference)]
  return (two[0]?.text.length ?? 0) > (one[0]?.text.length ?? 0) ? two : one
}

/** What nobody understood, but for «le», `on`, «à». */
function restOf(text: string, { index, text: understood }: ParsedResult): string {
  const left = `${text.slice(0, index)} ${text.slice(index + understood.length)}`
  return left
    .split(/[\s,]+/)
    .filter((word) => !/^(le|la|à|a|on|at|the|ce|cette|this|du|de|of|)$/.test(word))
    .join(' ')
}

function foundIn(text: string, result: ParsedResult, options: ReadOptions): Found {
  const { start } = result
  const tags = [...result.tags()]
  if (start.isCertain('timezoneOffset') && !tags.some((tag) => tag.includes('relativeDate'))) {
    return { moment: start.date() }
  }
  const hands = start.date()
  const wholeDay = !start.isCertain('hour') && !tags.some((tag) => /morning|afternoon|evening|night|noon/i.test(tag))
  if (wholeDay) hands.setUTCHours(0, 0, 0, 0)
  else hands.setUTCSeconds(0, 0)
  if (start.isCertain('day') && start.isCertain('month')) {
    if (!start.isCertain('year')) toYearMeant(hands, wholeDay, options)
    const weekday = start.get('weekday')
    return start.isCertain('weekday') && weekday !== hands.getUTCDay()
      ? { weekday: hands }
      : { hands, wholeDay, onlyHour: false }
  }
  if (!/prochaine?|derni[eè]re?|next|last|past/.test(text)) {
    const { after = options.now, meant } = options
    toDayMeant(hands, wholeDay, start.isCertain('weekday') ? 7 : 1, { meant, now: after })
  }
  return { hands, wholeDay, onlyHour: !wholeDay && !start.isCertain('weekday') }
}

/** «10/01» in November is in January to come, or in January gone. */
function toYearMeant(hands: Date, wholeDay: boolean, { meant, now }: CalendarOptions): void {
  hands.setUTCFullYear(now.getUTCFullYear())
  if (isOver(hands, wholeDay, now) && meant === 'future') hands.setUTCFullYear(now.getUTCFullYear() + 1)
  if (isAhead(hands, now) && meant === 'past') hands.setUTCFullYear(now.getUTCFullYear() - 1)
}

/** The first (or the last) such weekday or hour, counted from now. */
function toDayMeant(
  hands: Date,
  wholeDay: boolean,
  step: number,
  { meant, now }: Pick<CalendarOptions, 'meant' | 'now'>,
): void {
  const move = (days: number) => hands.setUTCDate(hands.getUTCDate() + days)
  if (meant === 'future') {
    while (isOver(hands, wholeDay, now)) move(step)
    return
  }
  while (isAhead(hands, now)) move(-step)
  while (new Date(hands.getTime() + step * 24 * 3_600_000) <= now) move(step)
}

function isOver(hands: Date, wholeDay: boolean, now: Date): boolean {
  return wholeDay ? hands.toISOString().slice(0, 10) < now.toISOString().slice(0, 10) : hands <= now
}

function isAhead(hands: Date, now: Date): boolean {
  return hands > now
}
