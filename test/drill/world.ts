import { setTimeout as pause } from 'node:timers/promises'
import type { Holder } from '../../src/files/lock.ts'

/** How much faster than the clock of this computer the drill's time passes. */
export const pace = 10

/** The drill's time, from the same moment in each of its processes: minutes pass in seconds. */
export function drillTime(origin: number) {
  return {
    now: () => new Date((1 - pace) * origin + pace * Date.now()),
    sleep: async (milliseconds: number): Promise<void> => void (await pause(milliseconds / pace)),
  }
}

/** Where a client is told when the drill began. */
export const originVariable = 'IPEOS_DRILL_ORIGIN'

/** Where a client is told after how many writes its disk is full. */
export const writesVariable = 'IPEOS_DRILL_WRITES'

/** What every command of the drill is given: an answer is waited for only this long (s, by the clock of this computer). */
export const drillFlags = ['--timeout', '1.5', '--no-input', '--debug']

/** Commands of one process, and those that live or died beside it. */
export const holder: Holder = {
  pid: process.pid,
  isRunning: (pid) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  },
}
