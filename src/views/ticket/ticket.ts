import type { MessageKey } from '../../i18n/translate.ts'
import type { ListedTicket } from '../../itil/ticket.ts'
import { isOverdue, type TicketField, ticketRecord } from '../../records/ticket/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type Column, pagedTable } from '../../terminal/table.ts'
import type { Look } from '../look.ts'
import { paintStatus, paintUrgency, priorityWord, statusWord, typeWord, urgencyWord } from '../word.ts'

/** Tickets as people read them, page by page: as many columns as fit the width, or those of these fields, in this order. */
export function ticketTables(look: Look, fields?: readonly string[]): (tickets: ListedTicket[]) => string {
  const draw = pagedTable(look.width, look.style)
  const columns = fields ? chosen(fields) : usual
  let hasMarks: boolean | undefined
  return (tickets) => {
    hasMarks ??= !fields && tickets.some((ticket) => markOf(ticket, look.dates.now))
    const shown = columns.map((column) => columnOf(column, tickets, look))
    return draw(hasMarks ? [markColumn(tickets, look), ...shown] : shown)
  }
}

/** What a person should see of a ticket at once: a solution that waits for an answer, a deadline that has passed. */
export function markOf(ticket: ListedTicket, now: Date): 'awaiting' | 'late' | undefined {
  if (ticket.status === 'solved') return 'awaiting'
  return ticket.status !== 'closed' && isOverdue(ticket, now) ? 'late' : undefined
}

/** A sign, so that no colour is needed; in words where nothing may be drawn. */
export function markSign(mark: 'awaiting' | 'late', { style, t }: Pick<Look, 'style' | 't'>): string {
  return style.drawn(mark === 'awaiting' ? '→' : '!', t(`list.mark.${mark}`))
}

function markColumn(tickets: ListedTicket[], look: Look): Column {
  const marks = tickets.map((ticket) => markOf(ticket, look.dates.now))
  const { style, t } = look
  return {
    head: style.plain ? t('list.mark') : '',
    cells: marks.map((mark) => (mark ? markSign(mark, look) : '')),
    paint: (text, row) => style.bold(marks[row] === 'late' ? style.red(text) : style.green(text)),
  }
}

/** A column of the list: what it says of a ticket, and how it looks. */
interface TicketColumn extends Pick<Column, 'dropRank' | 'minWidth' | 'align'> {
  head: MessageKey
  cell(ticket: ListedTicket, look: Look): string
  paint?(text: string, ticket: ListedTicket, look: Look): string
}

export function columnOf({ head, cell, paint, ...rest }: TicketColumn, tickets: ListedTicket[], look: Look): Column {
  return {
    head: look.t(head),
    cells: tickets.map((ticket) => cell(ticket, look)),
    ...rest,
    ...(paint && {
      paint: (text: string, row: number) => {
        const ticket = tickets[row]
        return ticket ? paint(text, ticket, look) : text
      },
    }),
  }
}

const dim: NonNullable<TicketColumn['paint']> = (text, _ticket, { style }) => style.dim(text)

function when(head: MessageKey, of: (ticket: ListedTicket) => Date | undefined): TicketColumn {
  const cell: TicketColumn['cell'] = (ticket, { dates }) => {
    const date = of(ticket)
    return date ? dates.relative(date) : ''
  }
  return { head, cell, paint: dim }
}

/** A number of the platform, as it is for scripts. */
function asIs(head: MessageKey, field: TicketField): TicketColumn {
  return {
    head,
    cell: (ticket, { dates }) => plain(String(ticketRecord(ticket, ticket.url, dates)[field] ?? '')),
    align: 'right',
  }
}

export const numberColumn: TicketColumn = {
  head: 'list.number',
  cell: ({ id }) => `#${id}`,
  align: 'right',
  paint: (text, { url }, { style }) => style.link(style.bold(text), url),
}
export const statusColumn: TicketColumn = {
  head: 'list.status',
  cell: ({ status }, { t }) => statusWord(status, t),
  paint: (text, { status }, { style }) => paintStatus(status, text, style),
}
export const titleColumn: TicketColumn = { head: 'list.title', cell: ({ title }) => plain(title), minWidth: 24 }

const columnFor: Record<TicketField, TicketColumn> = {
  id: numberColumn,
  title: titleColumn,
  status: statusColumn,
  statusId: asIs('list.status-id', 'statusId'),
  urgency: {
    head: 'list.urgency',
    cell: ({ urgency }, { t }) => urgencyWord(urgency, t),
    paint: (text, { urgency }, { style }) => paintUrgency(urgency, text, style),
  },
  urgencyId: asIs('list.urgency-id', 'urgencyId'),
  priority: {
    head: 'list.priority',
    cell: ({ priority }, { t }) => (priority ? priorityWord(priority, t) : ''),
    paint: (text, { priority }, { style }) =>
      priority ? paintUrgency(priority === 'major' ? 'very-high' : priority, text, style) : text,
  },
  priorityId: asIs('list.priority-id', 'priorityId'),
  type: { head: 'list.type', cell: ({ type }, { t }) => (type ? typeWord(type, t) : '') },
  typeId: asIs('list.type-id', 'typeId'),
  category: { head: 'list.category', cell: ({ category = '' }) => plain(category), minWidth: 12 },
  opened: when('list.opened', ({ opened }) => opened),
  changed: when('list.changed', ({ changed }) => changed),
  url: {
    head: 'list.url',
    cell: ({ url }) => plain(url),
    minWidth: 24,
    paint: (text, { url }, { style }) => style.link(text, url),
  },
  solved: when('list.solved', ({ solved }) => solved),
  closed: when('list.closed', ({ closed }) => closed),
  dueBy: {
    ...when('list.due', ({ dueBy }) => dueBy),
    paint: (text, ticket, { style, dates }) => (isOverdue(ticket, dates.now) ? style.red(text) : style.dim(text)),
  },
  overdue: {
    head: 'list.overdue',
    cell: (ticket, { t, dates }) => t(isOverdue(ticket, dates.now) ? 'list.yes' : 'list.no'),
    paint: (text, ticket, { style, dates }) => (isOverdue(ticket, dates.now) ? style.red(text) : text),
  },
}

/** Where there is no room, the category leaves first, and what matters most stays. */
const usual: TicketColumn[] = [
  columnFor.id,
  columnFor.status,
  { ...columnFor.urgency, dropRank: 2 },
  columnFor.title,
  { ...columnFor.category, cell: ({ category }) => leaf(category), dropRank: 3 },
  { ...columnFor.changed, dropRank: 1 },
]

/** Those named first stay longest. */
function chosen(fields: readonly string[]): TicketColumn[] {
  return fields.flatMap((field, place) => {
    const column = isField(field) ? columnFor[field] : undefined
    return column ? [{ ...column, ...(place > 0 && { dropRank: place }) }] : []
  })
}

function isField(name: string): name is TicketField {
  return Object.hasOwn(columnFor, name)
}

/** «Site web» of «Hébergement > Site web»: what tells one category from another. */
function leaf(category = ''): string {
  return plain(category).split(' > ').pop() ?? ''
}
