/** A ticket's status: GLPI's number ↔ ITIL's word (GLPI.md, «life of a ticket»). */
export const ticketStatuses = ['new', 'assigned', 'planned', 'pending', 'solved', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** The word for GLPI's number; undefined for a number that GLPI does not use. */
export function ticketStatus(id: number): TicketStatus | undefined {
  return ticketStatuses[id - 1]
}

export function ticketStatusId(status: TicketStatus): number {
  return ticketStatuses.indexOf(status) + 1
}
