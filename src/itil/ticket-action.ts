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

/** What can be done about who follows a ticket, what belongs to it, and how it ends. */
export const aroundActions = ['follow', 'unfollow', 'mute', 'link', 'close', 'leave'] as const
export type AroundAction = (typeof aroundActions)[number]

/** Those that can be done now. Whoever only observes a ticket may be told less of it, or leave it. */
export function aroundOn(ticket: Ticket, timeline: TimelineEntry[]): ReadonlySet<AroundAction> {
  const isMine = !ticket.readOnly
  const can: Record<AroundAction, boolean> = {
    follow: isMine,
    unfollow: isMine && (ticket.observers ?? []).length > 0,
    mute: true,
    link: isMine,
    close: isMine && isUnwritten(ticket, timeline),
    leave: !isMine && ticket.observed === true,
  }
  return new Set(aroundActions.filter((action) => can[action]))
}
