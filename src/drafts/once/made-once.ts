import { exactlyOnce } from '../exactly-once.ts'
import type { Sender } from '../sender.ts'

/** Something small that the platform is to have once, and that no draft holds: its command waits until that is certain. */
export interface SmallEffect {
  /** Whether the platform has it. */
  isThere(): Promise<boolean>
  send(): Promise<void>
}

/** Has it made, and where the answer was lost, looks for it before it is sent again. Rejects when it did not arrive. */
export async function madeOnce(
  { isThere, send }: SmallEffect,
  { patience, terminal }: Pick<Sender, 'patience' | 'terminal'>,
): Promise<void> {
  await exactlyOnce<true>(
    {
      find: async () => (await isThere()) || undefined,
      async send() {
        await send()
        return true
      },
      unanswered: undefined,
      keep: async () => undefined,
      onDoubt: (seconds) => terminal.note('draft.doubt', { seconds }),
    },
    patience,
  )
}
