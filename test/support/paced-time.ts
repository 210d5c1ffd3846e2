import { setTimeout as pause } from 'node:timers/promises'

/** A clock for a client and a platform that works behind its back. */
export interface PacedTime {
  now(): Date
  /** The client's: what the platform was to do meanwhile is done first, in its order. */
  sleep(milliseconds: number): Promise<void>
  /** The platform's: it ends while the client sleeps. */
  platformSleep(milliseconds: number): Promise<void>
}

/** Time that passes only while the client sleeps, however slow this computer is. */
export function pacedTime(start = Date.now()): PacedTime {
  let now = start
  const alarms: Array<{ at: number; ring(): void }> = []
  return {
    now: () => new Date(now),
    async sleep(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const [next] = alarms.sort((a, b) => a.at - b.at)
        if (!next || next.at > end) break
        alarms.shift()
        now = next.at
        next.ring()
        await pause(1)
      }
      now = end
    },
    platformSleep: (milliseconds) => new Promise((ring) => alarms.push({ at: now + milliseconds, ring })),
  }
}
