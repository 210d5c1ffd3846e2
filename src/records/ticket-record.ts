import type { Dates } from '../dates/dates.ts'
import { ticketStatusId } from '../itil/status.ts'
import type { TicketSummary } from '../itil/ticket.ts'
import { ticketTypeId } from '../itil/ticket-type.ts'
import { priorities, urgencyId } from '../itil/urgency.ts'
import type { DataRecord } from './records.ts'
import type { heart, ticketShape } from './ticket-shape.ts'

export type TicketField = keyof typeof ticketShape.fields

/** A row of the list for scripts: ITIL's words in English, the platform's numbers beside, dates with their offset. */
export function ticketRecord(ticket: TicketSummary, url: string, dates: Dates): DataRecord<TicketField> {
  const record = heartRecord(ticket, url, dates) as DataRecord<TicketField>
  record.solved = ticket.solved ? dates.iso(ticket.solved) : null
  record.closed = ticket.closed ? dates.iso(ticket.closed) : null
  record.dueBy = ticket.dueBy ? dates.iso(ticket.dueBy) : null
  record.overdue = isOverdue(ticket, dates.now)
  return record
}

/** What the record of every kind of ticket begins with. */
export function heartRecord(ticket: TicketSummary, url: string, dates: Dates): DataRecord<keyof typeof heart> {
  return {
    id: ticket.id,
    title: ticket.title,
    status: ticket.status,
    statusId: ticketStatusId(ticket.status),
    urgency: ticket.urgency,
    urgencyId: urgencyId(ticket.urgency),
    priority: ticket.priority ?? null,
    priorityId: ticket.priority ? priorities.indexOf(ticket.priority) + 1 : null,
    type: ticket.type ?? null,
    typeId: ticket.type ? ticketTypeId(ticket.type) : null,
    category: ticket.category ?? null,
    opened: dates.iso(ticket.opened),
    changed: dates.iso(ticket.changed),
    url,
  }
}

/** Past the moment by which it was to be solved, as the platform has it: the clock of a pending one stands still. */
export function isOverdue({ status, dueBy, solved }: Omit<TicketSummary, 'id'>, now: Date): boolean {
  return dueBy !== undefined && status !== 'pending' && dueBy < (solved ?? now)
}
