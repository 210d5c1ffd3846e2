import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { Dates } from '../../dates/dates.ts'
import type { TicketReading } from '../../glpi/ticket/ticket-pager.ts'
import type { ListedTicket } from '../../itil/ticket.ts'
import { historyRecord, historyShape, secondsTaken, yearOf } from '../../records/ticket/history.ts'
import { described } from '../command-facts.ts'
import { throwIfLeftOut } from '../left-out.ts'
import { addOutputFlags, lookOf, type Output, type OutputFlags, outputOf, pourList } from '../output.ts'
import { limitOption } from './list/list-option.ts'
import { counted, type ListedPage, listedPages, type Read, ticketsOf } from './list/ticket-stream.ts'
import { type PeriodFlags, periodOf } from './period.ts'

export interface HistoryOptions extends OutputFlags, PeriodFlags {
  limit?: number
}

export function addHistory(ticket: Command, context: Context, run = history): void {
  const { t } = context
  const command = described(ticket.command('history'), 'history', t)
    .option('--since <when>', t('stats.option.since'))
    .option('--until <when>', t('stats.option.until'))
    .option('-L, --limit <count>', t('history.option.limit'), limitOption('history.bad-limit-hint'))
    .action((flags: HistoryOptions) => run(flags, context))
  addOutputFlags(command, t, historyShape).examples = [
    'ipeos ticket history',
    'ipeos ticket history --since 1y --limit 20',
    'ipeos ticket history --json id,title,took',
  ]
}

/** Every ticket ever, or of those opened in a period the latest, the latest first. */
async function history(flags: HistoryOptions, context: Context): Promise<void> {
  const output = await outputOf(flags, historyShape, context)
  if (!output) return
  const opened = await periodOf(flags, context)
  const reading: TicketReading = {
    filter: opened ? { opened } : {},
    sort: { by: 'opened', order: 'descending' },
    ...(flags.limit !== undefined && { limit: flags.limit }),
  }
  const read =
    output.as === 'table'
      ? await printYears(reading, output.fields, context)
      : await pourHistory(reading, output, context)
  const { count, total, leftOut } = read
  throwIfLeftOut(leftOut)
  if (flags.limit !== undefined && count < total) context.terminal.note('history.more', { shown: count, total })
}

async function pourHistory(
  reading: TicketReading,
  output: Exclude<Output, { as: 'table' }>,
  context: Context,
): Promise<Read> {
  const dates = context.dates()
  const { pages, read } = counted(listedPages(reading, context))
  await pourList(ticketsOf(pages), (ticket) => historyRecord(ticket, ticket.url, dates), output, context)
  return read
}

/** `fields` where columns were chosen: a table of them, without years. */
async function printYears(
  reading: TicketReading,
  fields: readonly string[] | undefined,
  context: Context,
): Promise<Read> {
  const { terminal } = context
  const { historyTables, historyYears } = await import('../../views/ticket/history.ts')
  const look = lookOf(context)
  const draw = fields ? historyTables(look, fields) : historyYears(look)
  const taken: number[] = []
  let isEmpty = true
  // The first year may be many pages: until it is drawn, nothing is on the screen.
  const { pages, read } = counted(listedPages(reading, context, () => !isEmpty))
  await terminal.pour(
    (async function* () {
      for await (const tickets of fields ? ticketsOf(pages) : yearsOf(pages, look.dates)) {
        if (tickets.length === 0) continue
        isEmpty = false
        for (const ticket of tickets) taken.push(secondsTaken(ticket) ?? Number.NaN)
        yield draw(tickets)
      }
    })(),
  )
  if (isEmpty) terminal.note(reading.filter.opened ? 'history.none-then' : 'list.none')
  else if (!fields) await noteTypical(taken.filter(Number.isFinite), context)
  return read
}

/** The tickets of one year after another: its heading says how many there are, so a year is shown as a whole. */
async function* yearsOf(pages: AsyncIterable<ListedPage>, dates: Dates): AsyncGenerator<ListedTicket[]> {
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
  const { lasting } = await import('../../dates/dates.ts')
  const median = percentile(taken, 50)
  if (median === undefined || taken.length < enoughToTell) return
  terminal.note('history.typical', { count: taken.length, duration: lasting(median, t.language) })
}
