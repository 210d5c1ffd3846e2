import { steadyOffset } from '../i18n/steady-offset.ts'
import type { Language } from '../i18n/translate.ts'
import { type WallClock, wallClock } from '../i18n/wall-clock.ts'

/** Moments as one person reads them: in their language, their time zone, from their now. */
export interface Dates {
  /** The moment from which they are told. */
  readonly now: Date
  /** «il y a 3 heures», «hier», «dans 2 jours». */
  relative(date: Date): string
  /** «4 mars 2026, 14:05». */
  absolute(date: Date): string
  /** «4 mars 2026, 14:05 (hier)». */
  moment(date: Date): string
  /** «14:05:09» on the day that it is now, else as `absolute`. */
  time(date: Date): string
  /** «4 mars 2026». */
  day(date: Date): string
  /** «lun. 30 nov.», with its year where that is another one. */
  weekday(date: Date): string
  /** «lun. 30 nov. 2026, 09:30». */
  full(date: Date): string
  /** «lun. 30 nov. 2026, 09:30 – 11:00». */
  period(start: Date, end: Date): string
  /** «09:30 – 11:00», with the days where it is not one day. */
  hours(start: Date, end: Date): string
  /** «7 janv. 2030, 09:30» of what a form has without a zone (`2030-01-07T09:30`, `2030-01-07`); any other text as it is. */
  written(text: string): string
  /** For scripts: `2026-03-04T14:05:00+01:00`. */
  iso(date: Date): string
}

/** From where someone reads dates, and says them. */
export interface Reader {
  language: Language
  now: Date
  /** The system's when absent. */
  timeZone?: string | undefined
}

const weekday = { weekday: 'short', day: 'numeric', month: 'short' } as const
const styles = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  day: { dateStyle: 'medium' },
  time: { timeStyle: 'medium' },
  shortTime: { timeStyle: 'short' },
  weekday,
  weekdayAndYear: { ...weekday, year: 'numeric' },
  withWeekday: { ...weekday, year: 'numeric', hour: '2-digit', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export function dates({ language, now, timeZone }: Reader): Dates {
  // English as Europe writes it: 4/3 is a day in March, and afternoons have no «pm».
  const locale = language === 'fr' ? 'fr' : 'en-GB'
  const zone = timeZone === undefined ? {} : { timeZone }
  // Each costs milliseconds to make: only when it is needed.
  const formats = new Map<keyof typeof styles, Intl.DateTimeFormat>()
  const format = (style: keyof typeof styles): Intl.DateTimeFormat =>
    kept(formats, style, () => new Intl.DateTimeFormat(locale, { ...styles[style], ...zone }))
  const zoneless = new Map<'day' | 'moment', Intl.DateTimeFormat>()
  const inNoZone = (style: 'day' | 'moment'): Intl.DateTimeFormat =>
    kept(zoneless, style, () => new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' }))
  const relatives = new Map<'auto' | 'always', Intl.RelativeTimeFormat>()
  const wall = wallClock(timeZone)
  const said = language === 'fr' ? withFirst : (text: string) => text
  const relative = (date: Date): string => {
    const { amount, unit } = apart(date, now, wall)
    // «maintenant», as Intl says it, is no word for what has just happened.
    if (unit === 'second' && language === 'fr') return 'à l’instant'
    // «hier» is right for a day; «le mois dernier» would be wrong for 40 days ago as often as not.
    const numeric = unit === 'month' || unit === 'year' ? 'always' : 'auto'
    return kept(relatives, numeric, () => new Intl.RelativeTimeFormat(locale, { numeric })).format(amount, unit)
  }
  const absolute = (date: Date): string => said(format('moment').format(date))
  return {
    now,
    relative,
    absolute,
    moment: (date) => `${absolute(date)} (${relative(date)})`,
    day: (date) => said(format('day').format(date)),
    hours: (start, end) =>
      said(range(dayOf(start, wall) === dayOf(end, wall) ? format('shortTime') : format('withWeekday'), start, end)),
    weekday: (date) => {
      const isThisYear = wall.read(date).getUTCFullYear() === wall.read(now).getUTCFullYear()
      return said(format(isThisYear ? 'weekday' : 'weekdayAndYear').format(date))
    },
    full: (date) => said(format('withWeekday').format(date)),
    period: (start, end) => said(range(format('withWeekday'), start, end)),
    time: (date) => said((dayOf(date, wall) === dayOf(now, wall) ? format('time') : format('moment')).format(date)),
    written: (text) => {
      const [, day = '', hour] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::\d\d)?)?$/.exec(text) ?? []
      const date = new Date(`${day}T${hour ?? '00:00'}Z`)
      const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
      return isReal ? said(inNoZone(hour ? 'moment' : 'day').format(date)) : text
    },
    iso: isoWriter(wall),
  }
}

/** A hundred thousand tickets have several dates each: days and offsets are written once. */
function isoWriter(wall: WallClock): (date: Date) => string {
  const ahead = (date: Date) => wall.read(date).getTime() - wholeSeconds(date)
  const steady = steadyOffset((time) => ahead(new Date(time)))
  const days = new Map<number, string>()
  const offsets = new Map<number, string>()
  return (date) => {
    const zone = steady(date.getTime()) ?? ahead(date)
    const shown = wholeSeconds(date) + zone
    const day = Math.floor(shown / aDay)
    const start = kept(days, day, () => new Date(shown).toISOString().slice(0, 11))
    return start + clock((shown - day * aDay) / second) + kept(offsets, zone, () => offset(zone))
  }
}

function kept<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key)
  if (known !== undefined) return known
  const made = make()
  values.set(key, made)
  return made
}

const twoFigures = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** «14:05:09» of the seconds since midnight. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${twoFigures[Math.floor(minutes / 60)]}:${twoFigures[minutes % 60]}:${twoFigures[seconds % 60]}`
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const aDay = 24 * hour

/** «1er déc.» of the «1 déc.» that Intl makes. */
function withFirst(text: string): string {
  return text.replace(/(?<![\d:])1(?=\s\p{L})/gu, '1er')
}

/** Thin spaces, which not every terminal's font has, are spaces. */
function range(format: Intl.DateTimeFormat, start: Date, end: Date): string {
  return format.formatRange(start, end).replace(/[\u2009\u202f]/g, ' ')
}

/** Days as the calendar there counts them, since 1970. */
function dayOf(date: Date, wall: WallClock): number {
  return Math.floor(wall.read(date).getTime() / aDay)
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / second) * second
}

function offset(milliseconds: number): string {
  const minutes = Math.abs(Math.round(milliseconds / minute))
  const two = (number: number) => String(number).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function apart(date: Date, now: Date, wall: WallClock): { amount: number; unit: Intl.RelativeTimeFormatUnit } {
  const difference = date.getTime() - now.getTime()
  const size = Math.abs(difference)
  if (size < minute) return { amount: 0, unit: 'second' }
  if (size < hour) return { amount: Math.trunc(difference / minute), unit: 'minute' }
  if (size < aDay) return { amount: Math.trunc(difference / hour), unit: 'hour' }
  // Days as the calendar counts them: «hier» is yesterday, not 24 to 48 hours ago.
  const days = dayOf(date, wall) - dayOf(now, wall)
  if (Math.abs(days) < 30) return { amount: days, unit: 'day' }
  if (Math.abs(days) < 365) return { amount: Math.trunc(days / 30.44) || Math.sign(days), unit: 'month' }
  return { amount: Math.trunc(days / 365.25) || Math.sign(days), unit: 'year' }
}

/** How long something took, roughly: «12 minutes», «5 heures», «3 jours». */
export function lasting(seconds: number, language: Language): string {
  const hours = seconds / 3600
  const isHours = hours < 48 && Math.round(hours) !== 24
  const [amount, unit] = hours < 1 ? [seconds / 60, 'minute'] : isHours ? [hours, 'hour'] : [hours / 24, 'day']
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 })
  return format.format(Math.max(1, Math.round(amount)))
}

/** A time spent: «30 min», «1 h 15»; the same in both languages. */
export function spent(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes}\u00a0min`
  const rest = minutes % 60
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`
}
