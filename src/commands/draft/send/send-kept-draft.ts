import type { Context } from '../../../app/context.ts'
import { resumeCommand, shortId } from '../../../drafts/describe.ts'
import { belongsTo, ownerHere } from '../../../drafts/own-drafts.ts'
import { failOnMissingFiles, sendMessage } from '../../../drafts/send-message.ts'
import { WrongUsage } from '../../../errors/error.ts'

/** Goes on with the draft of this number. Rejects with `WrongUsage` for a request, and for a draft of somebody else. */
export async function sendKeptDraft(id: string, context: Context): Promise<void> {
  const draft = await context.drafts.find(id)
  if (draft.kind === 'ticket') {
    throw new WrongUsage('draft-is-a-ticket', { id: shortId(draft), command: resumeCommand(draft) })
  }
  if (draft.unfinished) {
    throw new WrongUsage('draft-not-finished', { id: shortId(draft), command: resumeCommand(draft) })
  }
  const owner = await ownerHere(context)
  if (!belongsTo(await context.drafts.find(draft.id), owner)) {
    throw new WrongUsage('draft-not-yours', { id: shortId(draft), ...draft.owner })
  }
  const sent = await sendMessage(await context.drafts.takeUp(draft), context)
  const key = sent.wasThere && draft.kind !== 'attachment' ? 'draft.was-there' : 'draft.sent'
  context.terminal.note(key, { id: draft.ticketId })
  failOnMissingFiles(sent, draft.ticketId, context)
}
