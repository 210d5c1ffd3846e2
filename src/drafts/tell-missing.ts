import { PartlyDone } from '../errors/error.ts'
import type { Sent } from './send-message.ts'
import type { Sender } from './sender.ts'

/** Names the files of a message that did not arrive. Throws `PartlyDone` (7) when there is one, with what to do about it. */
export function tellMissing({ missing, resume }: Sent, ticketId: number, { terminal, t }: Sender): void {
  if (missing.length === 0) return
  for (const { file, error } of missing) {
    terminal.warn('attach.refused', { name: file.name, reason: t(error.text) })
  }
  const hint = resume
    ? ({ key: 'draft.see-command', parameters: { command: resume } } as const)
    : ({ key: 'attach.other-format', parameters: { id: ticketId } } as const)
  throw new PartlyDone('files-missing', { id: ticketId, count: missing.length }, { hint })
}
