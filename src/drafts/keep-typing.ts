import type { Failed } from '../errors/error.ts'
import { nothingKept } from './draft-folder.ts'
import type { OpenDraft } from './drafts.ts'

/** Who is told that something cannot be kept. */
export interface Listener {
  terminal: { warn(key: 'draft.typing-unkept', parameters: { reason: string }): void }
  t(text: Failed['text'] | { key: 'draft.typing-not-kept' }): string
}

/**
 * Keeps what is typed. Where it cannot be kept, as on a full disk, the person goes on, and is told once; what comes later
 * is tried again. Gives a sentence each time that it is not kept. Rejects with all other errors.
 */
export function keepTyping<Given extends unknown[]>(
  keep: (...given: Given) => Promise<Pick<OpenDraft, 'isKept'>>,
  { terminal, t }: Listener,
): (...given: Given) => Promise<string | undefined> {
  let isTold = false
  return async (...given) => {
    try {
      const { isKept } = await keep(...given)
      // Why, was told when it was begun.
      return isKept ? undefined : t({ key: 'draft.typing-not-kept' })
    } catch (error) {
      const reason = t(nothingKept(error).text)
      if (!isTold) terminal.warn('draft.typing-unkept', { reason })
      isTold = true
      return t({ key: 'draft.typing-not-kept' })
    }
  }
}
