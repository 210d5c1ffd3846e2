/** The hands of the clock on the wall of a place, as if they showed UTC: the difference is the place's offset. */
export interface WallClock {
  read(date: Date): Date
  /** The moment at which the hands stand so: the first of two in autumn, an hour on for one that spring leaves out. */
  at(hands: Date): Date
}

/** The clock of this zone; the system's own, for which no formatter is needed, without one. */
export function wallClock(timeZone: string | undefined): WallClock {
  return timeZone === undefined ? systemClock : clockOf(timeZone)
}

const hour = 3_600_000

function clockOf(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const read = (date: Date): Date => {
    const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour: hours = 0, minute: minutes = 0, second: seconds = 0 } = part
    return new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds))
  }
  return { read, at: (hands) => momentOf(hands, read) }
}

const systemClock: WallClock = {
  read: (date) => new Date(Math.floor(date.getTime() / 1000) * 1000 - date.getTimezoneOffset() * 60_000),
  at: (hands) => new Date(hands.toISOString().replace('Z', '')),
}

function momentOf(hands: Date, read: (date: Date) => Date): Date {
  const offsetAt = (time: number) => read(new Date(time)).getTime() - Math.floor(time / 1000) * 1000
  // No zone changes its clock twice within two days, so one of these two offsets is right.
  const before = offsetAt(hands.getTime() - 24 * hour)
  const after = offsetAt(hands.getTime() + 24 * hour)
  const moments = [before, after].map((offset) => new Date(hands.getTime() - offset))
  return moments.find((moment) => read(moment).getTime() === hands.getTime()) ?? new Date(hands.getTime() - before)
}
