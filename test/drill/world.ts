import { setTimeout as pause } from 'node:timers/promises'

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

/** What every command of the drill is given: an answer is waited for only this long (s, by the clock of this computer). */
export const drillFlags = ['--timeout', '0.6', '--no-input']
