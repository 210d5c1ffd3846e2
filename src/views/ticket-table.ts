import type { TicketSummary } from '../glpi/platform.ts'
import type { Dates } from '../i18n/dates.ts'
import type { MessageKey, Translate } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'
import type { Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'
import { paintStatus, paintUrgency } from './paint.ts'
import { statusWord, urgencyWord } from './word.ts'

export interface ListedTicket extends TicketSummary {
  url: string
}

export interface ListLook {
  style: Style
  t: Translate
  width: number
  dates: Dates
}

/** Tickets as people read them; as many columns as fit the width. */
export function ticketTable(tickets: ListedTicket[], { style, t, width, dates }: ListLook): string {
  const column = (head: MessageKey, of: (ticket: ListedTicket) => string, rest: Partial<Column> = {}): Column => ({
    head: t(head),
    cells: tickets.map(of),
    ...rest,
  })
  const painted = (paint: (ticket: ListedTicket, text: string) => string) => ({
    paint: (text: string, row: number) => {
      const ticket = tickets[row]
      return ticket ? paint(ticket, text) : text
    },
  })
  const columns = [
    column('list.number', ({ id }) => `#${id}`, {
      align: 'right',
      ...painted(({ url }, text) => style.link(style.bold(text), url)),
    }),
    column('list.status', ({ status }) => statusWord(status, t), {
      ...painted(({ status }, text) => paintStatus(status, text, style)),
    }),
    column('list.urgency', ({ urgency }) => urgencyWord(urgency, t), {
      leaves: 2,
      ...painted(({ urgency }, text) => paintUrgency(urgency, text, style)),
    }),
    column('list.title', ({ title }) => plain(title), { comfort: 24 }),
    column('list.category', ({ category }) => leaf(category), { leaves: 3, comfort: 12 }),
    column('list.changed', ({ changed }) => dates.relative(changed), { leaves: 1, paint: style.dim }),
  ]
  return table(columns, width, style)
}

/** «Site web» of «Hébergement > Site web»: what tells one category from another. */
function leaf(category = ''): string {
  return plain(category).split(' > ').pop() ?? ''
}
