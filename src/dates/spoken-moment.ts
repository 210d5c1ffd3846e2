import { WrongUsage } from '../errors/error.ts'
import { aroundGap, wallClock } from '../i18n/wall-clock.ts'
import { dates, type Reader } from './dates.ts'
import { apartBy, spokenLength } from './spoken-length.ts'

export interface SpokenMomentOptions extends Reader {
  /** Which «lundi», which «10/01», which «14h»: the last one or the next one. */
  meant: 'past' | 'future'
}

export interface SpokenMoment {
  moment: Date
  /** A day was said and no hour: the moment is its first. */
  wholeDay: boolean
  /** An hour was said and no day. */
  onlyHour: boolean
  /** In autumn, when the clock shows that hour twice: the second time. */
  again?: Date
}

/** Why it was not understood, and what would be. */
export interface NotUnderstood {
  trouble: WrongUsage
}

type Understood = SpokenMoment | NotUnderstood

/**
 * A date as people say it, in French or in English: «demain 14h», «lundi 9h30», `10/01/2027 9h` (the day comes first),
 * `2027-01-10 09:00`, `+2h`, `7d`, «il y a 3 jours», ISO 8601 with its offset, `@1763860000`
 * (seconds since 1970, as of `date +%s`).
 */
export async function spokenMoment(text: string, options: SpokenMomentOptions): Promise<Understood> {
  const said = lowerCase(text.trim()).replace(/\s+/g, ' ')
  return said.length > 100 || said === '' ? notUnderstood(text) : understood(said, text, options)
}

function lowerCase(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('’', "'")
}

async function understood(said: string, text: string, options: SpokenMomentOptions): Promise<Understood> {
  if (/^(now|maintenant)$/.test(said)) return { moment: options.now, wholeDay: false, onlyHour: false }
  const [, seconds] = /^@(\d{1,11})(?:\.\d+)?$/.exec(said) ?? []
  if (seconds) return { moment: new Date(Number(seconds) * 1000), wholeDay: false, onlyHour: false }
  return iso(said, text) ?? length(said, options) ?? (await calendar(said, text, options))
}

function notUnderstood(text: string): NotUnderstood {
  return { trouble: new WrongUsage('moment-not-understood', { text }) }
}

function noSuchDay(text: string): NotUnderstood {
  return { trouble: new WrongUsage('no-such-day', { text }) }
}

function noSuchHour(text: string): NotUnderstood {
  return { trouble: new WrongUsage('no-such-hour', { text }) }
}

/** In spring: the clock goes from one to the other. */
function leftOut(text: string, { last, first }: { last: Date; first: Date }): NotUnderstood {
  const shown = (hands: Date) => hands.toISOString().slice(0, 16).replace('T', ' ')
  return { trouble: new WrongUsage('hour-left-out', { text, last: shown(last), first: shown(first) }) }
}

/** For where one moment alone can be meant: refuses an hour that the clock shows twice, and says how to tell which. */
export function refuseTwice(text: string, { moment, again }: SpokenMoment, reader: Reader): void {
  if (!again) return
  const { iso } = dates(reader)
  throw new WrongUsage('hour-twice', { text, first: iso(moment), again: iso(again) })
}

/** What was not understood, in the person's own words: `rest` is what is left of the text that was rewritten. */
function partly(rest: string, text: string): NotUnderstood {
  const left = rest.split(' ')
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && left.includes(lowerCase(word)))
  return words.length === 0
    ? notUnderstood(text)
    : { trouble: new WrongUsage('moment-partly', { text, rest: words.join(' ') }) }
}

function iso(said: string, text: string): Understood | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(z|[+-]\d\d(?::?\d\d)?)$/.exec(said)
  if (!parts) return undefined
  const [, day = '', time, zone = ''] = parts
  const offset = zone === 'z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  const moment = new Date(`${day}T${time}${offset}`)
  if (!isDay(day)) return noSuchDay(text)
  return Number.isNaN(moment.getTime()) ? noSuchHour(text) : { moment, wholeDay: false, onlyHour: false }
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** `+2h`, `7d`, «dans 3 jours», `2 weeks ago`: what has no sign of its own goes the way that is meant. */
function length(said: string, options: SpokenMomentOptions): SpokenMoment | undefined {
  const [, before, amount = '', after] = /^(\+|-|in |dans |il y a )?(.*?)( ago)?$/.exec(said) ?? []
  if (before && after) return undefined
  // A Frenchman says an hour so: «14h», «9h30».
  if (!before && !after && options.language === 'fr' && /^\d+ ?h/.test(amount)) return undefined
  const found = spokenLength(amount)
  if (!found) return undefined
  const back = before === '-' || before?.startsWith('il') || after || (!before && options.meant === 'past')
  return { moment: apartBy(options.now, found, back ? -1 : 1, options.timeZone), wholeDay: false, onlyHour: false }
}

async function calendar(said: string, text: string, options: SpokenMomentOptions): Promise<Understood> {
  const wall = wallClock(options.timeZone)
  const plain = inFigures(said, wall.read(options.now))
  if (hasNoHour(plain)) return noSuchHour(text)
  if (hasNoDay(plain)) return noSuchDay(text)
  const { readCalendar } = await import('./calendar-words.ts')
  const found = readCalendar(plain, { language: options.language, meant: options.meant, now: wall.read(options.now) })
  if ('hands' in found) {
    const { hands, wholeDay, onlyHour } = found
    const [first, again] = wall.moments(hands)
    // A day that begins without its first hour begins an hour later.
    if (!first && !wholeDay) return leftOut(text, aroundGap(hands, wall))
    return { moment: first ?? wall.at(hands), wholeDay, onlyHour, ...(again && !wholeDay && { again }) }
  }
  if ('moment' in found) return { moment: found.moment, wholeDay: false, onlyHour: false }
  if ('rest' in found) return partly(found.rest, text)
  if ('weekday' in found) return otherWeekday(text, found.weekday, options)
  return found.isNoDay ? noSuchDay(text) : notUnderstood(text)
}

function otherWeekday(text: string, hands: Date, { language }: SpokenMomentOptions): NotUnderstood {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(hands)
  return { trouble: new WrongUsage('other-weekday', { text, weekday }) }
}

const namedDays: Array<[RegExp, number]> = [
  [/apr[èe]s[- ]demain|(the )?day after tomorrow/, 2],
  [/avant[- ]hier|(the )?day before yesterday/, -2],
  [/aujourd'?hui|today/, 0],
  [/demain|tomorrow/, 1],
  [/hier|yesterday/, -1],
]

/** «après-demain 8h» as `2027-01-12 08:00`: what differs from language to language the least. */
function inFigures(said: string, now: Date): string {
  const day = new Date(now)
  let plain = said
  const named = namedDays.find(([name]) => plain.match(asWord(name)))
  if (named) {
    day.setUTCDate(day.getUTCDate() + named[1])
    plain = plain.replace(asWord(named[0]), day.toISOString().slice(0, 10))
  }
  return plain
    .replace(/(?<!\p{L})((?:lun|mar|mer|jeu|ven|sam|dim))\.(?= )/gu, '$1')
    .replace(asWord(/midi|noon/), '12:00')
    .replace(asWord(/minuit|midnight/), '00:00')
    .replace(
      /(?<![\d:])(\d{1,2}) ?(?:h|heures?)(?: ?(\d\d))?(?![\p{L}\d])/gu,
      (_all, hour, minutes = '00') => `${hour}:${minutes}`,
    )
    .replace(/(\d) (?:à|at) (?=\d)/g, '$1 ')
    .replace(/(?<![\d:])(\d):(\d\d)/g, '0$1:$2')
}

function asWord(name: RegExp): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${name.source})(?![\\p{L}-])`, 'u')
}

/** An hour that no clock shows: 25:00. */
function hasNoHour(plain: string): boolean {
  const [, hour = 0, minutes = 0] = /(?<!\d)(\d\d):(\d\d)/.exec(plain) ?? []
  return Number(hour) >= 24 || Number(minutes) >= 60
}

/** A day in figures that no calendar has: 31/02/2027. */
function hasNoDay(plain: string): boolean {
  const [, iso] = /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/.exec(plain) ?? []
  if (iso) return !isDay(iso)
  const [, day, month, year = '2028'] = /(?<![\d:])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\d)/.exec(plain) ?? []
  return Boolean(day && month) && !isDay(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`)
}
