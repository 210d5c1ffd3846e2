import { type WallClock, wallClock } from '../i18n/wall-clock.ts'

/** A length of time as people say it: days by the calendar, hours by the clock. */
export interface SpokenLength {
  months: number
  days: number
  milliseconds: number
}

const minute = 60_000
const units: Array<{ names: RegExp; one: Partial<SpokenLength> }> = [
  { names: /^(s|secs?|secondes?|seconds?)$/, one: { milliseconds: 1000 } },
  { names: /^(m|min|mins|mn|minutes?)$/, one: { milliseconds: minute } },
  { names: /^(h|hr|hrs|hours?|heures?)$/, one: { milliseconds: 60 * minute } },
  { names: /^(d|days?|j|jours?)$/, one: { days: 1 } },
  { names: /^(w|weeks?|sem|semaines?)$/, one: { days: 7 } },
  { names: /^(months?|mois)$/, one: { months: 1 } },
  { names: /^(y|years?|ans?|années?)$/, one: { months: 12 } },
]
const most = 100_000

/** `2h`, «1h30», `3 days`, «2 semaines», «une heure», `1 day and 2 hours`; undefined for what is no length. */
export function spokenLength(text: string): SpokenLength | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/,| et | and /g, ' ')
  const hours = /^(\d{1,4}) ?h ?([0-5]\d)$/.exec(said)
  if (hours) return { months: 0, days: 0, milliseconds: (Number(hours[1]) * 60 + Number(hours[2])) * minute }
  const pieces = [...said.matchAll(/(\d+ ?|(?:an?|one|une?) )(\p{L}+)\s*/guy)]
  const parts = pieces.map(([, amount = '', name = '']) => partOf(amount.trim(), name))
  const isWhole = pieces.map(([piece]) => piece).join('') === said
  if (!isWhole || parts.length === 0 || parts.includes(undefined)) return undefined
  return parts.reduce<SpokenLength>((sum, part) => add(sum, part ?? {}), { months: 0, days: 0, milliseconds: 0 })
}

function partOf(amount: string, name: string): Partial<SpokenLength> | undefined {
  const count = /^\d/.test(amount) ? Number(amount) : 1
  const unit = units.find(({ names }) => names.test(name))
  if (!unit || count > most) return undefined
  return Object.fromEntries(Object.entries(unit.one).map(([key, one]) => [key, one * count]))
}

function add(sum: SpokenLength, { months = 0, days = 0, milliseconds = 0 }: Partial<SpokenLength>): SpokenLength {
  return { months: sum.months + months, days: sum.days + days, milliseconds: sum.milliseconds + milliseconds }
}

/** The moment that is so long after (−1: before) another, in this zone: a day on is the same hour, summer time or not. */
export function apartBy(date: Date, length: SpokenLength, direction: 1 | -1, timeZone: string | undefined): Date {
  const wall = wallClock(timeZone)
  const { months, days, milliseconds } = length
  const later = months === 0 && days === 0 ? date : shifted(date, wall, direction * months, direction * days)
  return new Date(later.getTime() + direction * milliseconds)
}

function shifted(date: Date, wall: WallClock, months: number, days: number): Date {
  const hands = wall.read(date)
  const day = hands.getUTCDate()
  hands.setUTCDate(1)
  hands.setUTCMonth(hands.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(hands.getUTCFullYear(), hands.getUTCMonth() + 1, 0)).getUTCDate()
  hands.setUTCDate(Math.min(day, lastDay) + days)
  return wall.at(hands)
}
