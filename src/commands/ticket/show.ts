import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Dates } from '../../i18n/dates.ts'
import type { ChosenFields } from '../../views/records.ts'
import type { ShownTicket } from '../../views/ticket-page.ts'
import { ticketNumber } from './ticket-number.ts'

interface ShowOptions {
  ticketId: number
  json?: ChosenFields | undefined
}

export function addShow(ticket: Command, context: Context, run = show): void {
  const { t } = context
  ticket
    .command('show')
    .summary(t('show.summary'))
    .description(t('show.description'))
    .argument('<ticket>', t('show.ticket'), ticketNumber)
    .option('--json [fields]', t('view.json-option'))
    .action((ticketId: number, flags: { json?: ChosenFields }) => run({ ticketId, json: flags.json }, context))
}

async function show({ ticketId, json }: ShowOptions, context: Context): Promise<void> {
  const { terminal, t, clock } = context
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  const dates = datesOf({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
  if (json !== undefined) return printJson(ticketId, json, dates, context)

  const shown = await terminal.during(t('show.loading', { id: ticketId }), read(ticketId, context))
  const { ticketPage, momentForPeople } = await import('../../views/ticket-page.ts')
  const page = terminal.outputIsTerminal
    ? { width: terminal.width, moment: momentForPeople(dates) }
    : { width: Number.POSITIVE_INFINITY, moment: dates.iso }
  terminal.print(ticketPage(shown, { style: terminal.style, t, dates, ...page }))
}

async function printJson(ticketId: number, json: ChosenFields, dates: Dates, context: Context): Promise<void> {
  const { fieldsOf, toJson } = await import('../../views/records.ts')
  const { ticketPageFields, ticketPageRecord } = await import('../../views/ticket-page-record.ts')
  fieldsOf(json, ticketPageFields)
  const shown = await context.terminal.during(context.t('show.loading', { id: ticketId }), read(ticketId, context))
  context.terminal.print(toJson(ticketPageRecord(shown, dates), json))
}

async function read(ticketId: number, context: Context): Promise<ShownTicket> {
  const { tickets } = await context.platform()
  const ticket = await tickets.get(ticketId)
  const [timeline, url] = await Promise.all([tickets.timeline(ticket), tickets.link(ticketId)])
  return { ticket, timeline, url }
}
