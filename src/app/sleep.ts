import { setTimeout as timer } from 'node:timers/promises'
import type { Sleep } from './context.ts'

/** Node's timers take no more than 24 days, and start at once when they are given more. */
const longest = 2 ** 31 - 1

/** Real waiting. */
export const sleep: Sleep = async (milliseconds, signal) => {
  for (let left = milliseconds; left > 0; left -= longest)
    await timer(Math.min(left, longest), undefined, signal ? { signal } : {}).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error
    })
}
