import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ShownTicket } from '../../views/ticket-page.ts'
import { ticketPageShape } from '../../views/ticket-shape.ts'
import { addOutputFlags, type OutputFlags, outputOf, printOne } from '../output.ts'
import { ticketArgument } from './ticket-number.ts'

interface ShowOptions extends OutputFlags {
  ticketId: number
}

export function addShow(ticket: Command, context: Context, run = show): void {
  const { t } = context
  const command = ticket
    .command('show')
    .summary(t('show.summary'))
    .description(t('show.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .action((ticketId: number, flags: OutputFlags) => run({ ticketId, ...flags }, context))
  addOutputFlags(command, t, ticketPageShape).examples = [
    'ipeos ticket show 15',
    'ipeos ticket show 15 --json status,timeline',
  ]
}

async function show({ ticketId, ...flags }: ShowOptions, context: Context): Promise<void> {
  const { terminal, t, clock } = context
  const output = await outputOf(flags, ticketPageShape, context, 'table')
  if (!output) return
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  const dates = datesOf({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
  const shown = await terminal.during(t('show.loading', { id: ticketId }), read(ticketId, context))
  if (output.as !== 'table') {
    const { ticketPageRecord } = await import('../../views/ticket-page-record.ts')
    return printOne(ticketPageRecord(shown, dates), output, context)
  }
  const { ticketPage, momentForPeople } = await import('../../views/ticket-page.ts')
  const page = terminal.outputIsTerminal
    ? { width: terminal.width, moment: momentForPeople(dates) }
    : { width: Number.POSITIVE_INFINITY, moment: dates.iso }
  await terminal.page(ticketPage(shown, { style: terminal.style, t, dates, ...page }))
}

async function read(ticketId: number, context: Context): Promise<ShownTicket> {
  const { tickets } = await context.platform()
  const ticket = await tickets.get(ticketId)
  const [timeline, url] = await Promise.all([tickets.timeline(ticket), tickets.link(ticketId)])
  return { ticket, timeline, url }
}
