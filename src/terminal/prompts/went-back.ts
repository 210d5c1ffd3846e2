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

/** ⇧Tab; Escape too, where it has nothing else to do. */
export function isBackKey(key: Pick<Key, 'name' | 'shift'>): boolean {
  return isShiftTab(key) || key.name === 'escape'
}

export function isShiftTab({ name, shift }: Pick<Key, 'name' | 'shift'>): boolean {
  return name === 'tab' && shift === true
}
