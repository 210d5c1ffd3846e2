const minute = 60_000
/** A server that asks for more than this is looked at all the same: it may have meant something else. */
const longestPatience = 60 * minute
const longestOutage = 2 * minute
const laziest = 4

/** How the last looks went. */
export interface Pace {
  /** Milliseconds between two looks, when something happens. */
  interval: number
  /** Looks in a row that found nothing. */
  idle: number
  /** Looks in a row that failed. */
  failed: number
  /** What the platform asked for, in milliseconds. */
  retryAfter?: number | undefined
}

/**
 * Milliseconds until the next look: longer when nothing happens (up to four times the interval) or when looks fail (up
 * to two minutes, unless the platform asks for more), and never quite the same, so that those who watch do not all come
 * at once. `random` is between 0 and 1.
 */
export function pause({ interval, idle, failed, retryAfter = 0 }: Pace, random: number): number {
  const usual = Math.min(interval * 1.1 ** idle, interval * laziest)
  const patient = Math.min(interval * 2 ** failed, Math.max(interval, longestOutage))
  const wait = (failed > 0 ? patient : usual) * (0.9 + 0.2 * random)
  return Math.round(Math.max(wait, Math.min(retryAfter, longestPatience) * (1 + 0.1 * random)))
}
