import { lasting } from '../../dates/dates.ts'
import type { ListedTicket } from '../../itil/ticket.ts'
import { recordColumns } from '../../records/format/table.ts'
import { historyRecord, secondsTaken, yearOf } from '../../records/ticket/history.ts'
import { type Column, pagedTable } from '../../terminal/table.ts'
import type { Look } from '../look.ts'
import { columnOf, numberColumn, statusColumn, titleColumn } from './ticket.ts'

/** Tickets as people look back on them, one year at a time: its heading, then each ticket with how long it took. */
export function historyYears(look: Look): (year: ListedTicket[]) => string {
  const { style, t, width, dates } = look
  const draw = pagedTable(width, style)
  let isFirst = true
  return (tickets) => {
    const drawn = draw(columnsOf(tickets, look))
    const [head, rows] = isFirst && !style.plain ? apart(drawn) : ['', drawn.replace(/^\n/, '')]
    const year = tickets[0] ? yearOf(tickets[0].opened, dates) : ''
    const heading = style.bold(t('history.year', { year, count: tickets.length }))
    const text = `${head}${isFirst && style.plain ? '' : '\n'}${heading}\n${rows}\n`
    isFirst = false
    return text
  }
}

/** Past tickets in a table of chosen columns, page by page. */
export function historyTables(look: Look, fields: readonly string[]): (tickets: ListedTicket[]) => string {
  const draw = pagedTable(look.width, look.style)
  return (tickets) => {
    const records = tickets.map((ticket) => historyRecord(ticket, ticket.url, look.dates))
    return `${draw(recordColumns(records, fields))}\n`
  }
}

/** The head of a table, and its rows. */
function apart(drawn: string): [head: string, rows: string] {
  const end = drawn.indexOf('\n') + 1
  return [drawn.slice(0, end), drawn.slice(end)]
}

function columnsOf(tickets: ListedTicket[], look: Look): Column[] {
  return [
    columnOf(numberColumn, tickets, look),
    columnOf({ ...statusColumn, dropRank: 2 }, tickets, look),
    columnOf(titleColumn, tickets, look),
    columnOf(
      {
        head: 'history.opened',
        cell: ({ opened }, { dates }) => dates.day(opened),
        paint: (text, _ticket, { style }) => style.dim(text),
        dropRank: 1,
      },
      tickets,
      look,
    ),
    columnOf({ head: 'history.took', cell: tookWord }, tickets, look),
  ]
}

function tookWord(ticket: ListedTicket, { t }: Pick<Look, 't'>): string {
  const seconds = secondsTaken(ticket)
  return seconds === undefined ? t('history.going-on') : lasting(seconds, t.language)
}
