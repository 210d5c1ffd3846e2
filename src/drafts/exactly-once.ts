import { fateOf } from '../errors/error.ts'
import type { Unanswered } from './draft.ts'

/** Time as this command lives it; a test gives another. All in milliseconds. */
export interface Patience {
  now(): Date
  sleep(milliseconds: number): Promise<void>
  /** How long one exchange may take (`--timeout`). */
  timeout: number
  /** For how long after it was sent a request that nobody waits for any more may still take effect, at the very least. */
  longestRequest: number
}

/** Something that must take effect exactly once. */
export interface Effect<Result> {
  /** What the platform has of it; undefined when it has nothing. */
  find(): Promise<Result | undefined>
  send(): Promise<Result>
  /** A former send whose answer never came. */
  unanswered: Unanswered | undefined
  /** Puts on disk that a send is about to leave, how it ended, or (undefined) that nothing is left to wonder about. */
  keep(unanswered: Unanswered | undefined): Promise<void>
  /** Told when an answer was lost and the platform is looked at. */
  onDoubt?(): void
}

/** A server that cut the connection or answered an error page has ended its work, or is about to (ms). */
const aftermath = 5_000
const mostSends = 2

/**
 * Sends, and when the answer is lost looks for what was sent before it sends again; gives what the platform has of it,
 * and whether it was found there. Rejects with the last error when it did not arrive; what is then on disk lets a later
 * command go on from there.
 *
 * Why nothing is made twice: each send is on disk before it leaves, and none leaves after an unanswered one until the
 * platform, which answers again by then, has said that the mark is not there *after* the former send can no longer take
 * effect. That is at once for a request that never left; a few seconds after the server itself ended the exchange; and
 * for one that we stopped waiting for (time-out, killed client) a minute after it left, or twice the time-out: servers
 * of PHP and the proxies before them end what takes longer than that.
 */
export async function exactlyOnce<Result>(
  effect: Effect<Result>,
  patience: Patience,
): Promise<{ result: Result; wasThere: boolean }> {
  if (effect.unanswered) {
    const result = await lookUntilSettled(effect, effect.unanswered, patience)
    if (result !== undefined) return { result, wasThere: true }
  }
  for (let sends = 1; ; sends++) {
    const since = patience.now()
    const late: Unanswered = {
      since: since.toISOString(),
      settled: after(since, Math.max(2 * patience.timeout, patience.longestRequest)),
    }
    await effect.keep(late)
    try {
      return { result: await effect.send(), wasThere: false }
    } catch (error) {
      const fate = fateOf(error)
      if (fate === 'not-done') {
        await effect.keep(undefined)
        throw error
      }
      const soon = { ...late, settled: after(patience.now(), Math.min(aftermath, patience.timeout)) }
      const unanswered = fate === 'unknown' ? late : soon
      await effect.keep(unanswered)
      const result = await lookUntilSettled(effect, unanswered, patience)
      if (result !== undefined) return { result, wasThere: true }
      if (sends < mostSends) continue
      // It is certain by now that nothing arrived.
      await effect.keep(undefined)
      throw error
    }
  }
}

function after(date: Date, milliseconds: number): string {
  return new Date(date.getTime() + milliseconds).toISOString()
}

async function lookUntilSettled<Result>(
  { find, onDoubt }: Effect<Result>,
  { since, settled }: Unanswered,
  { now, sleep }: Patience,
): Promise<Result | undefined> {
  onDoubt?.()
  // A clock that was set back must not make anybody wait for longer than it would have.
  const longest = Date.parse(settled) - Date.parse(since)
  let left = Math.min(Date.parse(settled) - now().getTime(), longest)
  for (let step = 250; ; step = Math.min(2 * step, 5_000)) {
    const found = await find()
    if (found !== undefined || left <= 0) return found
    await sleep(Math.min(step, left))
    left -= step
  }
}
