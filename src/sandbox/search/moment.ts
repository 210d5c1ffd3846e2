import type { ServerTime } from '../server-time.ts'

const UNITS: Readonly<Record<string, number>> = {
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
  WEEK: 7 * 86_400_000,
  MONTH: 30 * 86_400_000,
  YEAR: 365 * 86_400_000,
}

/** A date of a criterion: as it is, or told from now as GLPI does: `NOW`, `TODAY`, `-2WEEK`. */
export function momentOf(value: string, time: ServerTime): string {
  const word = value.toUpperCase()
  if (word === 'NOW') return time.now()
  if (word === 'TODAY') return `${time.now().slice(0, 10)} 00:00:00`
  const [, count, unit] = /^(-?\d+)([A-Z]+)$/.exec(word) ?? []
  const length = UNITS[unit ?? '']
  if (count === undefined || length === undefined) return value.length === 16 ? `${value}:00` : value
  return time.format(time.instant().getTime() + Number(count) * length)
}
