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
  const naive = readNaive(serverNow)?.getTime() ?? Number.NaN
  const offsets = nows.map((now) => Math.round((now.getTime() - naive) / (15 * minute)) * 15)
  return offsets.find((offset) => Math.abs(offset) <= widestOffset) ?? (offsets[0] || 0)
}

/** The zone, when it is one and has this offset now: a zone that disagrees with the server's clock is not its zone. */
export function zoneThatFits(zone: string | undefined, clockOffset: number, now: Date): string | undefined {
  return zone && isZone(zone) && zoneOffset(formatterOf(zone), now.getTime()) === -clockOffset ? zone : undefined
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
      return naive && new Date(toTime(naive))
    },
    write: (date) => new Date(toNaive(date)).toISOString().slice(0, 19).replace('T', ' '),
  }
}

/** Between moments and naive dates; these as milliseconds, as if they were UTC. */
interface Zone {
  toTime(naive: Date): number
  toNaive(date: Date): number
}

function zoneOf({ timeZone, clockOffset }: ServerClock, now: Date): Zone {
  if (timeZone) {
    const formatter = formatterOf(timeZone)
    return {
      toTime: timeInZone(formatter),
      toNaive: (date) => date.getTime() + zoneOffset(formatter, date.getTime()) * minute,
    }
  }
  if (now.getTimezoneOffset() === clockOffset) {
    return { toTime: timeHere, toNaive: (date) => date.getTime() - date.getTimezoneOffset() * minute }
  }
  return {
    toTime: (naive) => naive.getTime() + clockOffset * minute,
    toNaive: (date) => date.getTime() - clockOffset * minute,
  }
}

/** A naive date read as if it were UTC. */
function readNaive(text: string): Date | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text)
  if (!parts || parts[1] === '0000') return undefined
  const [, year, month, day, hour = '00', minutes = '00', seconds = '00'] = parts
  const date = new Date(`${year}-${month}-${day}T${hour}:${minutes}:${seconds}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function timeHere(naive: Date): number {
  const [day, time] = naive.toISOString().slice(0, 19).split('T')
  return new Date(`${day}T${time}`).getTime()
}

function timeInZone(formatter: Intl.DateTimeFormat): (naive: Date) => number {
  return (naive) => {
    const guess = naive.getTime() - zoneOffset(formatter, naive.getTime()) * minute
    return naive.getTime() - zoneOffset(formatter, guess) * minute
  }
}

/** Minutes that the zone of this formatter is ahead of UTC at this moment. */
function zoneOffset(formatter: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(formatter.formatToParts(time).map((part) => [part.type, Number(part.value)]))
  const field = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const local = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  )
  return Math.round((local - time) / minute)
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

function isZone(zone: string): boolean {
  try {
    return Boolean(formatterOf(zone))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
