import type { Dates } from '../../dates/dates.ts'
import type { TicketEvent } from '../../itil/ticket-event.ts'
import { ticketStatuses, ticketStatusId } from '../../itil/ticket-words.ts'
import { address, bool, integer, maybe, moment, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What `ticket watch` tells; null for what the kind of event does not have. */
export const eventShape = shape({
  name: 'ticket-event',
  fields: {
    event: text,
    date: moment,
    ticket: integer,
    title: text,
    status: oneOf(ticketStatuses),
    statusId: integer,
    author: maybe(text),
    mine: maybe(bool),
    id: maybe(integer),
    text: maybe(text),
    html: maybe(text),
    from: maybe(text),
    to: maybe(text),
    fileName: maybe(text),
    mime: maybe(text),
    url: address,
    textLeftOut: maybe(integer),
    begin: maybe(moment),
    end: maybe(moment),
    by: maybe(text),
  },
  columns: ['date', 'event', 'ticket', 'title', 'author', 'text'],
  list: false,
})

/** `url` is the ticket's page. */
export async function eventRecord(event: TicketEvent, url: string, dates: Dates): Promise<RecordOf<typeof eventShape>> {
  const { readText } = await import('../../terminal/html.ts')
  const { ticket, kind, date, author, mine } = event
  const html = 'html' in event ? event.html : null
  const read = html === null ? undefined : await readText(html, Number.POSITIVE_INFINITY)
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
    text: read ? read.text : null,
    html,
    from: 'from' in event ? event.from : null,
    to: 'to' in event ? event.to : null,
    fileName: 'fileName' in event ? event.fileName : null,
    mime: 'mime' in event ? event.mime : null,
    url,
    textLeftOut: read ? read.left : null,
    begin: 'begin' in event && event.begin ? dates.iso(event.begin) : null,
    end: 'end' in event && event.end ? dates.iso(event.end) : null,
    by: 'by' in event && event.by !== undefined ? event.by : null,
  }
}
