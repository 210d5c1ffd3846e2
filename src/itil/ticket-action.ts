import type { Ticket } from './ticket.ts'
import type { TimelineEntry } from './timeline-entry.ts'

/** What a customer can do with a ticket, by the names of the commands. */
export const ticketActions = ['accept', 'refuse', 'comment', 'attach', 'edit', 'cancel', 'download'] as const
export type TicketAction = (typeof ticketActions)[number]

/** What can be done now, in the order in which it matters to a customer. */
export function actionsOn(ticket: Ticket, timeline: TimelineEntry[]): TicketAction[] {
  const can: Record<TicketAction, boolean> = {
    accept: waitsForAnswer(ticket, timeline),
    refuse: waitsForAnswer(ticket, timeline),
    comment: ticket.status !== 'closed',
    attach: ticket.status !== 'closed',
    edit: isFree(ticket) && !timeline.some(({ kind }) => kind === 'task'),
    cancel: isFree(ticket) && !timeline.some(({ kind }) => kind === 'task'),
    download: ticket.documents.length > 0,
  }
  return ticketActions.filter((action) => can[action] && (action === 'download' || !ticket.readOnly))
}

/** A closed ticket takes no answer any more, whatever its last solution says. */
export function waitsForAnswer({ status }: Ticket, timeline: TimelineEntry[]): boolean {
  return status === 'solved' && timeline.some((entry) => entry.kind === 'solution' && entry.status === 'waiting')
}

/** Nobody of the support took it: its requester may still change or cancel it (GLPI.md, «Who the customer is»). */
export function isFree({ status, taken, technician }: Ticket): boolean {
  return status === 'new' && taken === undefined && technician === undefined
}
