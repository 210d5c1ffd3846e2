import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ChosenFields } from '../../views/records.ts'
import type { ListedTicket } from '../../views/ticket-table.ts'
import { readList } from './list.ts'

export interface HistoryOptions {
  json?: ChosenFields
}

export function addHistory(ticket: Command, context: Context, run = history): void {
  const { t } = context
  ticket
    .command('history')
    .summary(t('history.summary'))
    .description(t('history.description'))
    .option('--json [fields]', t('list.option.json'))
    .action((flags: HistoryOptions) => run(flags, context))
}

/** Every ticket ever, the latest first. */
async function history({ json }: HistoryOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const { fieldsOf, toJson, toTsv } = await import('../../views/records.ts')
  const { historyFields, historyRecord, historyTsvFields } = await import('../../views/ticket-history-record.ts')
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  if (json !== undefined) fieldsOf(json, historyFields)

  const everything = { status: ['all' as const], all: true, sort: { by: 'opened', order: 'descending' } as const }
  const { tickets } = await terminal.during(t('list.loading'), readList(everything, context))
  const dates = datesOf({ language: t.language, now: context.clock.now(), timeZone: terminal.timeZone })
  const records = () => tickets.map((ticket) => historyRecord(ticket, dates))
  if (json !== undefined) return terminal.print(toJson(records(), json, historyFields))
  if (tickets.length === 0) return terminal.note('list.none')
  if (!terminal.outputIsTerminal) return terminal.print(toTsv(records(), historyTsvFields))
  const { ticketHistory } = await import('../../views/ticket-history.ts')
  terminal.print(ticketHistory(tickets, { style: terminal.style, t, width: terminal.width, dates }))
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
