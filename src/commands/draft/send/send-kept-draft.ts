import type { Context } from '../../../app/context.ts'
import { resumeCommand, shortId, stageOf } from '../../../drafts/describe.ts'
import type { MessageDraft } from '../../../drafts/draft.ts'
import { belongsTo, notYours, ownerHere } from '../../../drafts/own-drafts.ts'
import { sendMessage, tellMissingFiles } from '../../../drafts/send-message.ts'
import { tellAnswer } from '../../../drafts/tell-answer.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { KeptSession } from '../../../glpi/platform.ts'
import type { Ticket } from '../../../itil/ticket.ts'

/** Goes on with the draft of this number. Rejects with `WrongUsage` for a request, and for a draft of somebody else. */
export async function sendKeptDraft(id: string, context: Context): Promise<void> {
  const draft = await context.drafts.find(id)
  if (draft.kind === 'ticket') {
    throw new WrongUsage('draft-is-a-ticket', { id: shortId(draft), command: resumeCommand(draft) })
  }
  if (draft.unfinished) {
    throw new WrongUsage('draft-not-finished', { id: shortId(draft), command: resumeCommand(draft) })
  }
  const owner = await ownerHere(context, draft.id)
  if (!belongsTo(await context.drafts.find(draft.id), owner)) {
    throw notYours({ id: shortId(draft), owner: draft.owner })
  }
  const platform = await context.platform()
  const isUnsent = stageOf(draft) === 'typing' || draft.kind === 'attachment'
  const before = await platform.tickets.get(draft.ticketId)
  if (isUnsent && wouldRefuse(draft.kind, before, await platform.session()))
    throw new WrongUsage('draft-would-refuse', { id: draft.ticketId, draft: shortId(draft) })
  const sent = await sendMessage(await context.drafts.takeUp(draft), context)
  const key = sent.wasThere && draft.kind !== 'attachment' ? 'draft.was-there' : 'draft.sent'
  context.terminal.note(key, { id: draft.ticketId })
  const isAnswer = before.status === 'solved' || draft.kind === 'acceptance' || draft.kind === 'refusal'
  const unanswered = isAnswer ? await tellAnswer(sent, draft.ticketId, context) : undefined
  const failure = tellMissingFiles(sent, draft.ticketId, context) ?? unanswered
  if (failure) throw failure
}

/** On a ticket that was solved meanwhile, a mere word or file of its requester would refuse the solution. */
function wouldRefuse(kind: MessageDraft['kind'], { status }: Ticket, { person }: KeptSession): boolean {
  return status === 'solved' && person.interface !== 'central' && (kind === 'comment' || kind === 'attachment')
}
