import { lasting } from '../i18n/dates.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Column, rowsTold, table } from '../terminal/table.ts'
import { paintStatus } from './paint.ts'
import { secondsTaken, yearOf } from './ticket-history-record.ts'
import type { ListedTicket, ListLook } from './ticket-table.ts'
import { statusWord } from './word.ts'

/** Tickets as people look back on them: a heading a year, and how long each took. They come the latest first. */
export function ticketHistory(tickets: ListedTicket[], { style, t, width, dates }: ListLook): string {
  const column = (head: MessageKey, of: (ticket: ListedTicket) => string, rest: Partial<Column> = {}): Column => ({
    head: t(head),
    cells: tickets.map(of),
    ...rest,
  })
  const painted = (paint: (ticket: ListedTicket, text: string) => string) => (text: string, row: number) => {
    const ticket = tickets[row]
    return ticket ? paint(ticket, text) : text
  }
  const columns = [
    column('list.number', ({ id }) => `#${id}`, {
      align: 'right',
      paint: painted(({ url }, text) => style.link(style.bold(text), url)),
    }),
    column('list.status', ({ status }) => statusWord(status, t), {
      leaves: 2,
      paint: painted(({ status }, text) => paintStatus(status, text, style)),
    }),
    column('list.title', ({ title }) => plain(title), { comfort: 24 }),
    column('history.opened', ({ opened }) => dates.day(opened), { leaves: 1, paint: style.dim }),
    column('history.took', (ticket) => tookWord(ticket, { t })),
  ]
  const [head = '', ...rows] = style.plain
    ? ['', ...rowsTold(columns, width, style).map((row) => `${row}\n`)]
    : table(columns, width, style).split('\n')
  const years = tickets.map(({ opened }) => yearOf(opened, dates))
  return rows.reduce((page, row, index) => {
    const year = years[index] ?? ''
    if (year === years[index - 1]) return `${page}\n${row}`
    const count = years.filter((one) => one === year).length
    return `${page}\n\n${style.bold(t('history.year', { year, count }))}\n${row}`
  }, head)
}

function tookWord(ticket: ListedTicket, { t }: Pick<ListLook, 't'>): string {
  const seconds = secondsTaken(ticket)
  return seconds === undefined ? t('history.going-on') : lasting(seconds, t.language)
}
