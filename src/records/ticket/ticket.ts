import type { Dates } from '../../dates/dates.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import {
  priorities,
  ticketStatuses,
  ticketStatusId,
  ticketTypeId,
  ticketTypes,
  urgencies,
  urgencyId,
} from '../../itil/ticket-words.ts'
import {
  address,
  bool,
  integer,
  isoOf,
  maybe,
  moment,
  oneOf,
  type RecordOf,
  shape,
  text,
  type ValuesOf,
} from '../shape.ts'

/** What every kind of ticket begins with. */
export const commonFields = {
  id: integer,
  title: text,
  status: oneOf(ticketStatuses),
  statusId: integer,
  urgency: oneOf(urgencies),
  urgencyId: integer,
  priority: maybe(oneOf(priorities)),
  priorityId: maybe(integer),
  type: maybe(oneOf(ticketTypes)),
  typeId: maybe(integer),
  category: maybe(text),
  opened: moment,
  changed: moment,
  url: address,
}

/** A row of the list. */
export const ticketShape = shape({
  name: 'ticket',
  fields: { ...commonFields, solved: maybe(moment), closed: maybe(moment), dueBy: maybe(moment), overdue: bool },
  columns: ['id', 'status', 'urgency', 'title', 'category', 'opened', 'changed', 'url'],
  list: true,
})

type TicketRecord = RecordOf<typeof ticketShape>
export type TicketField = keyof TicketRecord

/** A row of the list for scripts: ITIL's words in English, the platform's numbers beside, dates with their offset. */
export function ticketRecord(ticket: TicketSummary, url: string, dates: Dates): TicketRecord {
  // Not spread: of a hundred thousand tickets, that would take several times as long.
  return Object.assign(commonRecord(ticket, url, dates), {
    solved: isoOf(ticket.solved, dates),
    closed: isoOf(ticket.closed, dates),
    dueBy: isoOf(ticket.dueBy, dates),
    overdue: isOverdue(ticket, dates.now),
  })
}

/** What the record of every kind of ticket begins with. */
export function commonRecord(ticket: TicketSummary, url: string, { iso }: Dates): ValuesOf<typeof commonFields> {
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
    opened: iso(ticket.opened),
    changed: iso(ticket.changed),
    url,
  }
}

/** Past the moment by which it was to be solved, as the platform has it: the clock of a pending one stands still. */
export function isOverdue({ status, dueBy, solved }: Omit<TicketSummary, 'id'>, now: Date): boolean {
  return dueBy !== undefined && status !== 'pending' && dueBy < (solved ?? now)
}
