import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { historyShape } from '../../views/ticket-shape.ts'
import type { ListedTicket } from '../../views/ticket-table.ts'
import { addOutputFlags, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { readList } from './list.ts'

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
  const { terminal, t } = context
  const output = await outputOf(flags, historyShape, context)
  if (!output) return
  const { historyRecord } = await import('../../views/ticket-history-record.ts')
  const { dates: datesOf } = await import('../../i18n/dates.ts')

  const everything = { status: ['all' as const], all: true, sort: { by: 'opened', order: 'descending' } as const }
  const { tickets } = await terminal.during(t('list.loading'), readList(everything, context))
  const dates = datesOf({ language: t.language, now: context.clock.now(), timeZone: terminal.timeZone })
  const records = () => tickets.map((ticket) => historyRecord(ticket, dates))
  if (output.as !== 'table') return printList(records(), output, context)
  if (tickets.length === 0) return terminal.note('list.none')
  if (output.fields) return printTable(records(), output.fields, context)
  const { ticketHistory } = await import('../../views/ticket-history.ts')
  await terminal.page(ticketHistory(tickets, { style: terminal.style, t, width: terminal.width, dates }))
  await noteTypical(tickets, context)
}

const enoughToTell = 3

/** How long a ticket typically takes, once there are some to tell it by. */
async function noteTypical(tickets: ListedTicket[], { terminal, t }: Context): Promise<void> {
  const { secondsTaken } = await import('../../views/ticket-history-record.ts')
  const { lasting } = await import('../../i18n/dates.ts')
  const taken = tickets.flatMap((ticket) => secondsTaken(ticket) ?? []).sort((one, other) => one - other)
  const median = taken[Math.ceil(taken.length / 2) - 1]
  if (median === undefined || taken.length < enoughToTell) return
  terminal.note('history.typical', { count: taken.length, duration: lasting(median, t.language) })
}
