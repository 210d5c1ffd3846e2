import type { Ticket, TimelineEntry } from './ticket.ts'

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
    edit: isUnwritten(ticket, timeline),
    cancel: isUnwritten(ticket, timeline),
    download: ticket.documents.length > 0,
  }
  return ticketActions.filter((action) => can[action] && (action === 'download' || !ticket.readOnly))
}

/** A closed ticket takes no answer any more, whatever its last solution says. */
export function waitsForAnswer({ status }: Ticket, timeline: TimelineEntry[]): boolean {
  return status === 'solved' && timeline.some((entry) => entry.kind === 'solution' && entry.status === 'waiting')
}

/** Its requester may still change or cancel it, taken or not: files may hang on it, and nobody wrote (GLPI-CUSTOMER.md, «First»). */
function isUnwritten({ status }: Ticket, timeline: TimelineEntry[]): boolean {
  return status !== 'solved' && status !== 'closed' && lastWritten(timeline) === undefined
}

/** What was written last on a ticket; undefined when nothing was. */
export function lastWritten(timeline: TimelineEntry[]): TimelineEntry | undefined {
  return timeline.findLast(({ kind }) => kind === 'followup' || kind === 'task')
}
