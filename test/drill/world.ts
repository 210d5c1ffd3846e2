import { setTimeout as pause } from 'node:timers/promises'

/** The drill's time: waits are a quarter of what they say, and a forgotten request is over after this long (ms). */
export const drillTime = {
  sleep: async (milliseconds: number): Promise<void> => void (await pause(milliseconds / 4)),
  longestRequest: 6000,
}

/** What every command of the drill is given: answers are waited for only this long (s). */
export const drillFlags = ['--timeout', '0.6', '--no-input']
