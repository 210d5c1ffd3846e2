import type { Sleep } from '../../src/app/context.ts'
import { Cancelled } from '../../src/errors/error.ts'

interface Sleeper {
  at: number
  wake(): void
}

/** A clock that goes on only when all who wait are waiting, and then jumps to the next thing that happens. */
export interface VirtualTime {
  now(): Date
  /** To be given as a world's `sleep`; once the end is reached it says, as a person does, that it is enough. */
  sleep: Sleep
  /** Does something at that many milliseconds from the start; those who sleep then sleep on. */
  at(milliseconds: number, action: () => unknown): void
  /** Those who wake after that moment wake so much later, as on a computer that was closed. */
  closeLid(at: number, milliseconds: number): void
}

/** `sleepers`: how many sleep at once before time goes on. */
export function virtualTime(start: Date, { end, sleepers = 1 }: { end: number; sleepers?: number }): VirtualTime {
  const origin = start.getTime()
  let now = 0
  const actions: Array<{ at: number; action: () => unknown }> = []
  const lids: Array<{ at: number; milliseconds: number }> = []
  const sleeping = new Set<Sleeper>()

  async function goOn(): Promise<void> {
    const next = [...sleeping].sort((a, b) => a.at - b.at)[0]
    if (!next) return
    const lid = lids[0]
    if (lid && next.at > lid.at) {
      lids.shift()
      next.at = Math.max(next.at, lid.at + lid.milliseconds)
    }
    while (actions[0] && actions[0].at <= Math.min(next.at, end)) {
      now = Math.max(now, actions[0].at)
      await actions.shift()?.action()
    }
    now = Math.max(now, next.at)
    sleeping.delete(next)
    next.wake()
  }

  return {
    now: () => new Date(origin + now),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const leave = () => reject(new Cancelled('cancelled'))
        const giveUp = () => {
          sleeping.delete(sleeper)
          reject(signal?.reason)
        }
        const wake = () => {
          signal?.removeEventListener('abort', giveUp)
          if (now > end) leave()
          else resolve()
        }
        const sleeper: Sleeper = { at: now + milliseconds, wake }
        sleeping.add(sleeper)
        signal?.addEventListener('abort', giveUp)
        if (sleeping.size >= sleepers) goOn().catch(reject)
      }),
    at: (milliseconds, action) => {
      actions.push({ at: milliseconds, action })
      actions.sort((a, b) => a.at - b.at)
    },
    closeLid: (at, milliseconds) => void lids.push({ at, milliseconds }),
  }
}
