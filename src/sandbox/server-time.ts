const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * The server's clock. GLPI writes dates as «2026-11-22 19:47:56»: server time, no zone (GLPI.md, "v1 — items"), so that a
 * client that forgets the offset is caught.
 */
export class ServerTime {
  readonly #clock: () => Date
  readonly #zone: string
  readonly #offsets = new Map<number, number>()
  #formatter: Intl.DateTimeFormat | undefined

  constructor(clock: () => Date, zone: string) {
    this.#clock = clock
    this.#zone = zone
  }

  instant(): Date {
    return this.#clock()
  }

  /** The server's time now, as GLPI writes it. */
  now(): string {
    return this.format(this.#clock().getTime())
  }

  /** An instant (milliseconds since 1970) as GLPI writes it. */
  format(instant: number): string {
    const written = new Date(instant + this.#offset(instant)).toISOString()
    return `${written.slice(0, 10)} ${written.slice(11, 19)}`
  }

  /** Milliseconds between server time and UTC. Dear to ask of Intl, so kept by the day, or by the hour when it changes that day. */
  #offset(instant: number): number {
    const day = Math.floor(instant / DAY) * DAY
    const atStart = this.#offsetAt(day)
    if (atStart === this.#offsetAt(day + DAY)) return atStart
    return this.#offsetAt(Math.floor(instant / HOUR) * HOUR)
  }

  #offsetAt(instant: number): number {
    const known = this.#offsets.get(instant)
    if (known !== undefined) return known
    const offset = this.#wallClock(instant) - instant
    this.#offsets.set(instant, offset)
    return offset
  }

  #wallClock(instant: number): number {
    this.#formatter ??= new Intl.DateTimeFormat('en-US', {
      timeZone: this.#zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
      this.#formatter.format(instant).match(/\d+/g) ?? []
    ).map(Number)
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
}

/** Seconds between two of the server's dates. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(`${to.replace(' ', 'T')}Z`) - Date.parse(`${from.replace(' ', 'T')}Z`)) / 1000
}
