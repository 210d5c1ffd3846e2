import { type Dates, spent } from '../dates/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Ticket } from '../itil/ticket.ts'
import type { TimelineEntry } from '../itil/timeline-entry.ts'
import { htmlToText } from '../terminal/html.ts'
import { plain } from '../terminal/sanitize.ts'
import type { Style } from '../terminal/style.ts'
import { wrapped } from '../terminal/width.ts'
import { type Field, viewFields } from './fields.ts'
import { viewNextSteps } from './next-step.ts'
import { paintStatus, paintUrgency } from './paint.ts'
import { viewTimeline } from './timeline.ts'
import { statusWord, typeWord, urgencyWord } from './word.ts'

export interface ShownTicket {
  ticket: Ticket
  timeline: TimelineEntry[]
  url: string
}

export interface PageLook {
  style: Style
  t: Translate
  /** Columns; Infinity leaves lines whole. */
  width: number
  dates: Dates
  /** How a moment is written: absolute and relative for people, ISO for scripts. */
  moment(date: Date): string
}

/** A moment for people: «4 mars 2026, 14:05 (hier)». */
export function momentForPeople(dates: Dates): (date: Date) => string {
  return (date) => `${dates.absolute(date)} (${dates.relative(date)})`
}

/** One ticket as a page: its head, what was asked, its documents, all that happened, and what can be done now. */
export function ticketPage({ ticket, timeline, url }: ShownTicket, look: PageLook): string {
  const { style, t, width } = look
  const number = style.link(style.bold(`#${ticket.id}`), url)
  const title = wrapped(`${number} ${style.bold(plain(ticket.title))}`, width)
  return [
    title,
    // The address stands alone, whole: one that is wrapped can be neither clicked nor copied.
    `${viewFields(headFields(ticket, look), style, width)}\n${style.dim(plain(url))}`,
    htmlToText(ticket.description, width) || style.dim(t('show.no-description')),
    documentList(ticket, look),
    viewTimeline(timeline, look),
    viewNextSteps(ticket, timeline, look),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What is known of a ticket at a glance, each with its label. */
export function headFields(ticket: Ticket, { style, t, moment }: Pick<PageLook, 'style' | 't' | 'moment'>): Field[] {
  const text = (value: string | undefined) => (value ? plain(value) : undefined)
  const time = (date: Date | undefined) => (date ? moment(date) : undefined)
  const equipment = ticket.equipment.map(({ key, name }) => plain(name ?? key)).join('\n')
  const fields: Array<[label: string, value: string | undefined]> = [
    [t('show.status'), paintStatus(ticket.status, statusWord(ticket.status, t), style)],
    [t('show.urgency'), paintUrgency(ticket.urgency, urgencyWord(ticket.urgency, t), style)],
    [t('show.type'), ticket.type && typeWord(ticket.type, t)],
    [t('show.category'), text(ticket.category)],
    [t('show.equipment'), equipment],
    [t('show.requester'), text(ticket.requester)],
    [t('show.entity'), text(ticket.entity)],
    [t('show.opened'), time(ticket.opened)],
    [t('show.changed'), time(ticket.changed)],
    [t('show.due'), isOpen(ticket) ? time(ticket.dueBy) : undefined],
    [t('show.solved'), time(ticket.solved)],
    [t('show.closed'), time(ticket.closed)],
    [t('show.time-spent'), ticket.timeSpent > 0 ? spent(ticket.timeSpent) : undefined],
  ]
  return fields.flatMap(([label, value]) => (value ? [[label, value] satisfies Field] : []))
}

function isOpen({ status }: Ticket): boolean {
  return status !== 'solved' && status !== 'closed'
}

function documentList({ id, documents }: Ticket, { style, t, width }: PageLook): string {
  if (documents.length === 0) return ''
  const lines = documents.map(({ fileName, mime }) =>
    wrapped(`  ${style.drawn('• ', '- ')}${plain(fileName)} ${style.dim(plain(mime))}`, width),
  )
  const fetching = style.dim(wrapped(t('show.may-download', { id }), width))
  return [style.bold(t('show.documents')), ...lines, fetching].join('\n')
}
