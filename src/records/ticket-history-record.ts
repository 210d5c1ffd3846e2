import type { Dates } from '../dates/dates.ts'
import type { ListedTicket, TicketSummary } from '../itil/ticket.ts'
import type { DataRecord } from './records.ts'
import { heartRecord, isOverdue } from './ticket-record.ts'
import type { historyShape } from './ticket-shape.ts'

/** A past ticket for scripts; `took` in seconds, null while it goes on. */
export function historyRecord(ticket: ListedTicket, dates: Dates): DataRecord<keyof typeof historyShape.fields> {
  return {
    ...heartRecord(ticket, ticket.url, dates),
    year: Number(yearOf(ticket.opened, dates)),
    solved: ticket.solved ? dates.iso(ticket.solved) : null,
    closed: ticket.closed ? dates.iso(ticket.closed) : null,
    took: secondsTaken(ticket) ?? null,
    dueBy: ticket.dueBy ? dates.iso(ticket.dueBy) : null,
    overdue: isOverdue(ticket, dates.now),
  }
}

/** From its opening to its solution, or to its closing when it was closed without one; undefined while it goes on. */
export function secondsTaken({ status, opened, solved, closed }: TicketSummary): number | undefined {
  const end = status === 'solved' || status === 'closed' ? (solved ?? closed) : undefined
  return end && Math.max(0, Math.round((end.getTime() - opened.getTime()) / 1000))
}

/** The year of a moment where the reader is: «2026». */
export function yearOf(moment: Date, dates: Dates): string {
  return dates.iso(moment).slice(0, 4)
}
