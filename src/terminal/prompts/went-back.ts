import type { Key } from 'node:readline'
import { Cancelled } from '../../errors/error.ts'

/** The person wants the question before this one; `typed` is what stood in the line or text that they left. */
export class WentBack extends Cancelled {
  constructor(readonly typed = '') {
    super('cancelled')
  }
}

/** The answer; undefined where the person went back. */
export async function unlessBack<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking
  } catch (error) {
    if (error instanceof WentBack) return undefined
    throw error
  }
}

interface Turns<Step> {
  /** The place of the first that is asked. */
  from?: number
  /** Told what stood in the line or text that was left for the question before. */
  leave?(step: Step, typed: string): void
}

/** Asks one after the other; from each but the first the person may go back to the one before. */
export async function inTurn<Step>(
  steps: readonly Step[],
  ask: (step: Step, back: boolean) => Promise<void>,
  { from: at = 0, leave }: Turns<Step> = {},
): Promise<void> {
  for (let step = steps[at]; step !== undefined; step = steps[at]) {
    try {
      await ask(step, at > 0)
      at += 1
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
      leave?.(step, error.typed)
      at -= 1
    }
  }
}

/** ⇧Tab; Escape too, where it has nothing else to do. */
export function isBackKey(key: Pick<Key, 'name' | 'shift'>): boolean {
  return isShiftTab(key) || key.name === 'escape'
}

export function isShiftTab({ name, shift }: Pick<Key, 'name' | 'shift'>): boolean {
  return name === 'tab' && shift === true
}
