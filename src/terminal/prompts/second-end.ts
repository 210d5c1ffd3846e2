import type { Key } from 'node:readline'

/** Milliseconds: longer than a key that is pressed again because nothing seemed to happen. */
const moment = 2000

export interface SecondEnd {
  /** A text was ended. */
  textEnded(): void
  /** Whether this key is a Ctrl+D that was meant for the text before. */
  isThis(key: Key): boolean
}

/** Who ends a text with Ctrl+D easily presses it once more: the next question must not take that for leaving. */
export function secondEnd(): SecondEnd {
  let last = Number.NEGATIVE_INFINITY
  return {
    textEnded: () => {
      last = performance.now()
    },
    isThis: ({ ctrl, name }) => ctrl === true && name === 'd' && performance.now() - last < moment,
  }
}
