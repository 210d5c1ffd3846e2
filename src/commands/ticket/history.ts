import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Reading } from '../../glpi/every-ticket.ts'
import type { Dates } from '../../i18n/dates.ts'
import { historyShape } from '../../views/ticket-shape.ts'
import type { ListedTicket } from '../../views/ticket-table.ts'
import { addOutputFlags, type OutputFlags, outputOf, pourList } from '../output.ts'
import { type ListedPage, listedPages, readerDates, ticketsOf } from './ticket-stream.ts'

export function addHistory(ticket: Command, context: Context, run = history): void {
  const { t } = context
  const command = ticket
    .command('history')
    .summary(t('history.summary'))
    .description(t('history.description'))
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, historyShape).examples = [
    'ipeos ticket history',
    'ipeos ticket history --json id,title,took',
  ]
}

/** Every ticket ever, the latest first. */
async function history(flags: OutputFlags, context: Context): Promise<void> {
  const output = await outputOf(flags, historyShape, context)
  if (!output) return
  const dates = await readerDates(context)
  const reading = { filter: {}, sort: { by: 'opened', order: 'descending' } } as const
  if (output.as === 'table') return printYears(reading, { dates, fields: output.fields }, context)
  const pages = listedPages(reading, context)
  const { historyRecord } = await import('../../views/ticket-history-record.ts')
  await pourList(ticketsOf(pages), (ticket) => historyRecord(ticket, dates), output, context)
}

interface YearsLook {
  dates: Dates
  /** Where columns were chosen: a table of them, without years. */
  fields: readonly string[] | undefined
}

async function printYears(reading: Reading, { dates, fields }: YearsLook, context: Context): Promise<void> {
  const { terminal, t } = context
  const { secondsTaken } = await import('../../views/ticket-history-record.ts')
  const { historyTables, historyYears } = await import('../../views/ticket-history.ts')
  const look = { style: terminal.style, t, width: terminal.width, dates }
  const draw = fields ? historyTables(look, fields) : historyYears(look)
  const taken: number[] = []
  let isEmpty = true
  // The first year may be many pages: until it is drawn, nothing is on the screen.
  const pages = listedPages(reading, context, () => !isEmpty)
  await terminal.pour(
    (async function* () {
      for await (const tickets of fields ? ticketsOf(pages) : yearsOf(pages, dates)) {
        if (tickets.length === 0) continue
        isEmpty = false
        for (const ticket of tickets) taken.push(secondsTaken(ticket) ?? Number.NaN)
        yield draw(tickets)
      }
    })(),
  )
  if (isEmpty) terminal.note('list.none')
  else if (!fields) await noteTypical(taken.filter(Number.isFinite), context)
}

/** The tickets of one year after another: its heading says how many there are, so a year is shown as a whole. */
async function* yearsOf(pages: AsyncIterable<ListedPage>, dates: Dates): AsyncGenerator<ListedTicket[]> {
  const { yearOf } = await import('../../views/ticket-history-record.ts')
  let year = ''
  let tickets: ListedTicket[] = []
  for await (const page of pages) {
    for (const ticket of page.tickets) {
      const its = yearOf(ticket.opened, dates)
      if (its !== year && tickets.length > 0) {
        yield tickets
        tickets = []
      }
      year = its
      tickets.push(ticket)
    }
  }
  if (tickets.length > 0) yield tickets
}

const enoughToTell = 3

/** How long a ticket typically takes, once there are some to tell it by. */
async function noteTypical(taken: number[], { terminal, t }: Context): Promise<void> {
  const { percentile } = await import('../../itil/percentile.ts')
  const { lasting } = await import('../../i18n/dates.ts')
  const median = percentile(taken, 50)
  if (median === undefined || taken.length < enoughToTell) return
  terminal.note('history.typical', { count: taken.length, duration: lasting(median, t.language) })
}
