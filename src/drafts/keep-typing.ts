import type { Failed } from '../errors/error.ts'
import { nothingKept } from './draft-folder.ts'

/** Who is told that something cannot be kept. */
export interface Listener {
  terminal: { warn(key: 'draft.typing-unkept', parameters: { reason: string }): void }
  t(text: Failed['text']): string
}

/**
 * Keeps what is typed. Where it cannot be kept, as on a full disk, the person goes on, and is told once; what comes later
 * is tried again. Rejects with all other errors.
 */
export function keepTyping<Given extends unknown[]>(
  keep: (...given: Given) => Promise<unknown>,
  { terminal, t }: Listener,
): (...given: Given) => Promise<void> {
  let isTold = false
  return async (...given) => {
    try {
      await keep(...given)
    } catch (error) {
      const { text } = nothingKept(error)
      if (!isTold) terminal.warn('draft.typing-unkept', { reason: t(text) })
      isTold = true
    }
  }
}
