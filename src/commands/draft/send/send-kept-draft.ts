import type { Context } from '../../../app/context.ts'
import { belongsTo, resumeCommand, shortId } from '../../../drafts/describe.ts'
import { ownerOn } from '../../../drafts/owner.ts'
import { sendMessage } from '../../../drafts/send-message.ts'
import { tellMissing } from '../../../drafts/tell-missing.ts'
import { WrongUsage } from '../../../errors.ts'

/** Goes on with the draft of this number. Rejects with `WrongUsage` for a request, and for a draft of somebody else. */
export async function sendKeptDraft(id: string, context: Context): Promise<void> {
  const draft = await context.drafts.find(id)
  if (draft.kind === 'ticket') {
    const hint = { key: 'draft.see-command', parameters: { command: resumeCommand(draft) } } as const
    throw new WrongUsage('draft.is-a-ticket', { id: shortId(draft) }, { hint })
  }
  if (draft.unfinished) {
    const hint = { key: 'draft.see-command', parameters: { command: resumeCommand(draft) } } as const
    throw new WrongUsage('draft.not-finished', { id: shortId(draft) }, { hint })
  }
  const owner = await ownerOn(await context.platform())
  if (!belongsTo(draft, owner)) {
    throw new WrongUsage('draft.not-yours', { id: shortId(draft), ...draft.owner }, { hint: { key: 'draft.see-list' } })
  }
  const sent = await sendMessage(await context.drafts.takeUp(draft), context)
  const key = sent.wasThere && draft.kind !== 'attachment' ? 'draft.was-there' : 'draft.sent'
  context.terminal.note(key, { id: draft.ticketId })
  tellMissing(sent, draft.ticketId, context)
}
