import { IpeosError } from '../../errors/error.ts'
import { type ServerDates, serverDates } from './clock.ts'
import type { Session } from './session.ts'

/** Milliseconds: what was known of the server's clock for longer is asked again, since its zone may be another one now. */
const often = 10 * 60_000
/** Milliseconds: what was asked so short a while ago is not asked again for an odd date. */
const justNow = 60_000
/** Milliseconds: further than our clock and the server's are ever apart, once both are in one zone. */
const clockDoubt = 20 * 60_000

/**
 * How the dates of one platform are read and written. Always the same way, whatever becomes of this computer's clock and
 * of the session: a date that is read twice is the same moment. Only the server itself can say that its clock goes
 * otherwise now, and is asked so from time to time, and when a date looks odd.
 */
export class PlatformClock {
  readonly #session: Session
  readonly #now: () => Date
  #dates: ServerDates | undefined
  #askedAt = Number.NEGATIVE_INFINITY
  #asking: Promise<boolean> | undefined

  constructor(session: Session, now: () => Date) {
    this.#session = session
    this.#now = now
  }

  async dates(): Promise<ServerDates> {
    const { clockOffset, timeZone, clockRead } = await this.#session.current()
    if (!this.#dates) {
      this.#askedAt = clockRead ?? Number.NEGATIVE_INFINITY
      this.#dates = serverDates({ clockOffset, timeZone }, this.#now())
    }
    if (this.#age > often) await this.again()
    return this.#dates
  }

  /** Asks the server at once; gives whether its dates are read otherwise since. */
  again(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  /** The same where a date of what happened is still to come; not twice within a while. */
  async doubt(date: Date | undefined): Promise<boolean> {
    const isOdd = date !== undefined && date.getTime() > this.#now().getTime() + clockDoubt
    return isOdd && this.#age > justNow && this.again()
  }

  /** Milliseconds; this computer's clock may be set back, too. */
  get #age(): number {
    return Math.abs(this.#now().getTime() - this.#askedAt)
  }

  async #ask(): Promise<boolean> {
    try {
      const former = await this.#session.current()
      const { clockOffset, timeZone } = await this.#session.readClock()
      this.#askedAt = this.#now().getTime()
      if (clockOffset === former.clockOffset && timeZone === former.timeZone) return false
      this.#dates = serverDates({ clockOffset, timeZone }, this.#now())
      return true
    } catch (error) {
      // Whatever else is asked will say what is wrong.
      if (error instanceof IpeosError) return false
      throw error
    }
  }
}
