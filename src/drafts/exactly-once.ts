import { fateOf } from '../errors/error.ts'
import { isReplaced } from '../errors/replaced.ts'
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
  /** `goesOn` is told that bytes still leave: the platform begins its work with the last of them. */
  send(goesOn: () => void): Promise<Result>
  /** How long (ms) the platform may work at so much, besides what it may take for any request. */
  work?: number
  /** A former send whose answer never came. */
  unanswered: Unanswered | undefined
  /** Puts on disk that a send is about to leave, how it ended, or (undefined) that nothing is left to wonder about. */
  keep(unanswered: Unanswered | undefined): Promise<void>
  /**
   * Asked once nothing is found that was sent (`cause` is how that failed, where this command did it): the error to end with
   * where it may be there all the same. What is on disk then stays.
   */
  doubtful?(cause?: unknown): Promise<Error | undefined>
  /** Told when an answer was lost and the platform is looked at, for so many seconds at most. */
  onDoubt?(seconds: number): void
}

const mostSends = 2
/** While bytes leave, that they do is put on disk no more often than this (ms). */
const newsInterval = 5_000

/**
 * Sends, and when the answer is lost looks for what was sent before it sends again; gives what the platform has of it,
 * and whether it was found there. Rejects with the last error when it did not arrive; what is then on disk lets a later
 * command go on from there.
 *
 * Why nothing is made twice: each send is on disk before it leaves, and none leaves after an unanswered one until the
 * platform, which answers again by then, has said that the mark is not there *after* the former send can no longer take
 * effect. That is at once for a request that never left, and for one that GLPI itself refused. Whatever else is answered
 * or cut, who stands before GLPI may hand the request on late, and GLPI may be at it: a minute more, or twice the time-out,
 * and what so much work takes. Servers of PHP and the proxies before them end what takes longer than that.
 */
export async function exactlyOnce<Result>(
  effect: Effect<Result>,
  patience: Patience,
): Promise<{ result: Result; wasThere: boolean }> {
  if (effect.unanswered) {
    const { since, settled } = effect.unanswered
    // A clock that was set back must not make anybody wait for longer than it would have.
    const longest = Date.parse(settled) - Date.parse(since)
    const left = Math.min(Date.parse(settled) - patience.now().getTime(), longest)
    const result = await lookUntilSettled(effect, left, patience)
    if (result !== undefined) return { result, wasThere: true }
    await endInDoubt(effect)
  }
  for (let sends = 1; ; sends++) {
    await effect.keep(fromNow(effect, patience))
    try {
      return { result: await watched(effect, patience), wasThere: false }
    } catch (error) {
      if (fateOf(error) === 'not-done') {
        await effect.keep(undefined)
        throw error
      }
      const unanswered = fromNow(effect, patience)
      await effect.keep(unanswered)
      // As if it were killed: whoever takes it up has all parts of itself to look with.
      if (isReplaced(error)) throw error
      // Of this very process: whatever becomes of the clock meanwhile, it is the time that is waited for.
      const result = await lookUntilSettled(effect, longestOf(effect, patience), patience)
      if (result !== undefined) return { result, wasThere: true }
      await endInDoubt(effect, error)
      if (sends < mostSends) continue
      // It is certain by now that nothing arrived.
      await effect.keep(undefined)
      throw error
    }
  }
}

async function endInDoubt({ doubtful }: Pick<Effect<unknown>, 'doubtful'>, cause?: unknown): Promise<void> {
  const doubt = await doubtful?.(cause)
  if (doubt) throw doubt
}

/** What leaves now, or was still leaving, may take effect for so long. */
function fromNow({ work = 0 }: Pick<Effect<unknown>, 'work'>, patience: Patience): Unanswered {
  const since = patience.now()
  const settled = new Date(since.getTime() + longestOf({ work }, patience))
  return { since: since.toISOString(), settled: settled.toISOString() }
}

/** Milliseconds. */
function longestOf({ work = 0 }: Pick<Effect<unknown>, 'work'>, { timeout, longestRequest }: Patience): number {
  return Math.max(2 * timeout, longestRequest) + work
}

/** Sends; a killed client leaves on disk until when its bytes left. */
async function watched<Result>(effect: Effect<Result>, patience: Patience): Promise<Result> {
  let last = patience.now().getTime()
  let news: Promise<unknown> = Promise.resolve()
  const goesOn = (): void => {
    const now = patience.now().getTime()
    if (now - last < newsInterval) return
    last = now
    // One that cannot be written says nothing of the send; the next step tells it.
    news = news.then(() => effect.keep(fromNow(effect, patience))).catch(() => undefined)
  }
  return effect.send(goesOn).finally(() => news)
}

/** Looks for so many milliseconds, counted by what is slept and not by a clock that somebody may set. */
async function lookUntilSettled<Result>(
  { find, onDoubt }: Effect<Result>,
  longest: number,
  { sleep }: Pick<Patience, 'sleep'>,
): Promise<Result | undefined> {
  let left = longest
  onDoubt?.(Math.max(1, Math.ceil(left / 1000)))
  for (let step = 250; ; step = Math.min(2 * step, 5_000)) {
    const found = await find()
    if (found !== undefined || left <= 0) return found
    await sleep(Math.min(step, left))
    left -= step
  }
}
