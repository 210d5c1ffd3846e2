/** The hands of the clock on the wall of a place, as if they showed UTC: the difference is the place's offset. */
export interface WallClock {
  read(date: Date): Date
  /** The moment at which the hands stand so: the first of two in autumn, an hour on for one that spring leaves out. */
  at(hands: Date): Date
  /** All the moments at which they stand so: none in spring, for an hour that is left out; two in autumn. */
  moments(hands: Date): Date[]
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
  return { read, at: (hands) => momentOf(hands, read), moments: (hands) => momentsOf(hands, read) }
}

const readSystem: WallClock['read'] = (date) =>
  new Date(Math.floor(date.getTime() / 1000) * 1000 - date.getTimezoneOffset() * 60_000)

const systemClock: WallClock = {
  read: readSystem,
  at: (hands) => new Date(hands.toISOString().replace('Z', '')),
  moments: (hands) => momentsOf(hands, readSystem),
}

function momentOf(hands: Date, read: WallClock['read']): Date {
  return momentsOf(hands, read)[0] ?? new Date(hands.getTime() - offsetsAround(hands, read).before)
}

function momentsOf(hands: Date, read: WallClock['read']): Date[] {
  const { before, after } = offsetsAround(hands, read)
  const moments = [...new Set([before, after])].map((offset) => new Date(hands.getTime() - offset))
  return moments.filter((moment) => read(moment).getTime() === hands.getTime())
}

/** No zone changes its clock twice within two days, so one of these two is right. */
function offsetsAround(hands: Date, read: WallClock['read']): { before: number; after: number } {
  const offsetAt = (time: number) => read(new Date(time)).getTime() - Math.floor(time / 1000) * 1000
  return { before: offsetAt(hands.getTime() - 24 * hour), after: offsetAt(hands.getTime() + 24 * hour) }
}

/** What the clock shows on both sides of an hour that is left out: at the last minute before, and the first one after. */
export function aroundGap(hands: Date, { read, at }: WallClock): { last: Date; first: Date } {
  const shown = (minutes: number) => read(new Date(at(hands).getTime() + minutes * 60_000))
  let minutes = 0
  // As the clock of summer has it, the moment comes after the change.
  while (shown(minutes - 1) > hands) minutes -= 1
  return { last: shown(minutes - 1), first: shown(minutes) }
}
