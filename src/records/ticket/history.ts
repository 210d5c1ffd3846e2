import type { Dates } from '../../dates/dates.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import { bool, integer, isoOf, maybe, moment, type RecordOf, seconds, shape } from '../shape.ts'
import { commonFields, commonRecord, isOverdue } from './ticket.ts'

/** A ticket of the past; `took` in seconds, null while it goes on. */
export const historyShape = shape({
  name: 'past-ticket',
  fields: {
    ...commonFields,
    year: integer,
    solved: maybe(moment),
    closed: maybe(moment),
    took: maybe(seconds),
    dueBy: maybe(moment),
    overdue: bool,
  },
  columns: ['id', 'year', 'status', 'title', 'category', 'opened', 'solved', 'closed', 'took', 'url'],
  list: true,
})

export function historyRecord(ticket: TicketSummary, url: string, dates: Dates): RecordOf<typeof historyShape> {
  return Object.assign(commonRecord(ticket, url, dates), {
    year: Number(yearOf(ticket.opened, dates)),
    solved: isoOf(ticket.solved, dates),
    closed: isoOf(ticket.closed, dates),
    took: secondsTaken(ticket) ?? null,
    dueBy: isoOf(ticket.dueBy, dates),
    overdue: isOverdue(ticket, dates.now),
  })
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
