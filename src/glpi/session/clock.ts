import { steadyOffset } from '../../i18n/steady-offset.ts'
import { type WallClock, wallClock } from '../../i18n/wall-clock.ts'

/** What a session knows of the server's clock. */
export interface ServerClock {
  /** Minutes to add to a naive date to get UTC: −60 for Paris in winter. */
  clockOffset: number
  /** The zone of the server's dates, where the platform says it. */
  timeZone?: string | undefined
}

/** Gives the moment of a server's date; undefined for null, empty, `0000-…` and what is not a date. */
export type DateReader = (text: string | null | undefined) => Date | undefined

/** The server's dates, both ways: `write` gives back the text that `read` made this moment of. */
export interface ServerDates {
  read: DateReader
  write(date: Date): string
}

const minute = 60_000
const widestOffset = 14 * 60

/**
 * Compares the server's clock («YYYY-MM-DD HH:MM:SS», no zone) with the first of `nows` that is plausible: minutes to
 * add to the server's dates to get UTC, rounded to a quarter of an hour.
 */
export function measureOffset(serverNow: string, nows: Date[]): number {
  const naive = readNaive(serverNow) ?? Number.NaN
  const offsets = nows.map((now) => Math.round((now.getTime() - naive) / (15 * minute)) * 15)
  return offsets.find((offset) => Math.abs(offset) <= widestOffset) ?? (offsets[0] || 0)
}

/** The zone, when it is one and has this offset now: a zone that disagrees with the server's clock is not its zone. */
export function zoneThatFits(zone: string | undefined, clockOffset: number, now: Date): string | undefined {
  return zone && isZone(zone) && zoneOffset(wallClock(zone), now.getTime()) === -clockOffset ? zone : undefined
}

/**
 * How dates of this server are read: by its zone where the platform says it; by this computer's zone when both clocks
 * agree now, as they do for most customers; otherwise by the offset of now, an hour off beyond a DST change.
 */
export function dateReader(clock: ServerClock, now: Date): DateReader {
  return serverDates(clock, now).read
}

/** The dates of this server, read as `dateReader` says, and written the same way. */
export function serverDates(clock: ServerClock, now: Date): ServerDates {
  const { toTime, toNaive } = zoneOf(clock, now)
  return {
    read: (text) => {
      const naive = text ? readNaive(text) : undefined
      return naive === undefined ? undefined : new Date(toTime(naive))
    },
    write: (date) => new Date(toNaive(date)).toISOString().slice(0, 19).replace('T', ' '),
  }
}

/** Between moments and naive dates; these as milliseconds, as if they were UTC. */
interface Zone {
  toTime(naive: number): number
  toNaive(date: Date): number
}

function zoneOf({ timeZone, clockOffset }: ServerClock, now: Date): Zone {
  if (timeZone) {
    const zone = wallClock(timeZone)
    return {
      toTime: steadily(timeInZone(zone), (time) => zoneOffset(zone, time)),
      toNaive: (date) => date.getTime() + zoneOffset(zone, date.getTime()) * minute,
    }
  }
  if (now.getTimezoneOffset() === clockOffset) {
    return {
      toTime: steadily(timeHere, (time) => -new Date(time).getTimezoneOffset()),
      toNaive: (date) => date.getTime() - date.getTimezoneOffset() * minute,
    }
  }
  return {
    toTime: (naive) => naive + clockOffset * minute,
    toNaive: (date) => date.getTime() - clockOffset * minute,
  }
}

/** The exact way only where the zone's offset changes: it takes ten times as long. */
function steadily(exactly: Zone['toTime'], offsetAt: (time: number) => number): Zone['toTime'] {
  const steady = steadyOffset(offsetAt)
  return (naive) => {
    const ahead = steady(naive)
    return ahead === undefined ? exactly(naive) : naive - ahead * minute
  }
}

const usualDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** A naive date read as if it were UTC. */
function readNaive(text: string): number | undefined {
  // Each list has a hundred thousand of them: figures are faster than parts, where the day is one that every month has.
  if (usualDate.test(text) && text[0] !== '0') {
    const year = figures(text, 0) * 100 + figures(text, 2)
    return Date.UTC(
      year,
      figures(text, 5) - 1,
      figures(text, 8),
      figures(text, 11),
      figures(text, 14),
      figures(text, 17),
    )
  }
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text)
  if (!parts || parts[1] === '0000') return undefined
  const [, year, month, day, hour = '00', minutes = '00', seconds = '00'] = parts
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minutes}:${seconds}Z`)
  return Number.isNaN(time) ? undefined : time
}

/** The number of the two figures that stand there. */
function figures(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

function timeHere(naive: number): number {
  const [day, time] = new Date(naive).toISOString().slice(0, 19).split('T')
  return new Date(`${day}T${time}`).getTime()
}

function timeInZone(zone: WallClock): Zone['toTime'] {
  return (naive) => {
    const guess = naive - zoneOffset(zone, naive) * minute
    return naive - zoneOffset(zone, guess) * minute
  }
}

/** Minutes that this zone is ahead of UTC at this moment. */
function zoneOffset(zone: WallClock, time: number): number {
  return Math.round((zone.read(new Date(time)).getTime() - time) / minute)
}

function isZone(zone: string): boolean {
  try {
    return Boolean(wallClock(zone))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
