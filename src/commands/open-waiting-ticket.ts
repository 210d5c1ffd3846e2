import type { Context } from '../app/context.ts'
import type { TicketDraft } from '../drafts/draft.ts'
import { openTicket } from './ticket/new/open-ticket.ts'

/** Opens the ticket that a draft asks for, as `ticket new --resume` does, and asks nothing. Rejects as that does. */
export function openWaitingTicket({ id }: TicketDraft, context: Context): Promise<void> {
  return openTicket({ resume: id, yes: true, unattended: true }, context)
}
