import type { Dates } from '../dates/dates.ts'
import { ticketStatusId } from '../itil/status.ts'
import type { TicketEvent } from '../itil/ticket-event.ts'
import { htmlToText } from '../terminal/html.ts'
import type { DataRecord } from './records.ts'
import type { eventShape } from './ticket-shape.ts'

/** An event for scripts; null for what its kind does not have. `url` is the ticket's page. */
export function eventRecord(event: TicketEvent, url: string, dates: Dates): DataRecord<keyof typeof eventShape.fields> {
  const { ticket, kind, date, author, mine } = event
  const html = 'html' in event ? event.html : null
  return {
    event: kind,
    date: dates.iso(date),
    ticket: ticket.id,
    title: ticket.title,
    status: ticket.status,
    statusId: ticketStatusId(ticket.status),
    author: author ?? null,
    mine: mine ?? null,
    id: 'id' in event ? event.id : null,
    text: html === null ? null : htmlToText(html, Number.POSITIVE_INFINITY),
    html,
    from: 'from' in event ? event.from : null,
    to: 'to' in event ? event.to : null,
    fileName: 'fileName' in event ? event.fileName : null,
    mime: 'mime' in event ? event.mime : null,
    url,
  }
}
