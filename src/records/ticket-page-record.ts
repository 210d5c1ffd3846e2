import type { Dates } from '../dates/dates.ts'
import type { ShownTicket } from '../itil/ticket.ts'
import { actionsOn } from '../itil/ticket-action.ts'
import type { TimelineEntry } from '../itil/timeline-entry.ts'
import { htmlToText } from '../terminal/html.ts'
import type { DataRecord } from './records.ts'
import { heartRecord } from './ticket-record.ts'
import type { ticketPageShape } from './ticket-shape.ts'

/** A whole ticket for scripts; times spent in seconds, HTML both as it is and as text. */
export function ticketPageRecord(
  { ticket, timeline, url }: ShownTicket,
  dates: Dates,
): DataRecord<keyof typeof ticketPageShape.fields> {
  const time = (date: Date | undefined) => (date ? dates.iso(date) : null)
  return {
    ...heartRecord(ticket, url, dates),
    entity: ticket.entity ?? null,
    requester: ticket.requester ?? null,
    equipment: ticket.equipment.map(({ key, name }) => ({ key, name: name ?? null })),
    taken: time(ticket.taken),
    solved: time(ticket.solved),
    closed: time(ticket.closed),
    dueBy: time(ticket.dueBy),
    timeSpent: ticket.timeSpent,
    description: htmlToText(ticket.description, Number.POSITIVE_INFINITY),
    descriptionHtml: ticket.description,
    documents: ticket.documents.map(({ id, fileName, mime, added, author }) => ({
      id,
      fileName,
      mime,
      added: dates.iso(added),
      author: author ?? null,
    })),
    timeline: timeline.map((entry) => entryRecord(entry, dates)),
    actions: actionsOn(ticket, timeline),
  }
}

function entryRecord(entry: TimelineEntry, dates: Dates): DataRecord {
  const { kind, id, date, author, mine } = entry
  const head = { kind, id, date: dates.iso(date), author: author ?? null, mine }
  if (entry.kind === 'document') return { ...head, fileName: entry.fileName, mime: entry.mime }
  const body = { text: htmlToText(entry.html, Number.POSITIVE_INFINITY), html: entry.html }
  if (entry.kind === 'followup') return { ...head, ...body }
  if (entry.kind === 'task') return { ...head, state: entry.state, timeSpent: entry.timeSpent, ...body }
  const answered = entry.answered ? dates.iso(entry.answered) : null
  return { ...head, status: entry.status, answered, answeredBy: entry.answeredBy ?? null, ...body }
}
