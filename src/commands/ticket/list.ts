import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { TicketQuery } from '../../glpi/platform.ts'
import type { Urgency } from '../../itil/urgency.ts'
import { ticketShape } from '../../views/ticket-shape.ts'
import type { ListedTicket } from '../../views/ticket-table.ts'
import { addOutputFlags, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { limitOption, type StatusFilter, sortOption, statusesOf, statusFilter, urgencyOption } from './list-option.ts'

export interface ListOptions extends OutputFlags {
  status?: StatusFilter[]
  urgency?: Urgency
  search?: string
  sort?: NonNullable<TicketQuery['sort']>
  limit?: number
  all?: boolean
}

export function addList(ticket: Command, context: Context, run = list): void {
  const { t } = context
  const command = ticket
    .command('list')
    .alias('ls')
    .summary(t('list.summary'))
    .description(t('list.description'))
    .option('-s, --status <status>', t('list.option.status'), statusFilter(t))
    .option('-u, --urgency <level>', t('list.option.urgency'), urgencyOption(t))
    .option('-S, --search <text>', t('list.option.search'))
    .option('--sort <field>', t('list.option.sort'), sortOption)
    .option('-L, --limit <number>', t('list.option.limit'), limitOption)
    .option('--all', t('list.option.all'))
    .action((flags: ListOptions) => run(flags, context))
  addOutputFlags(command, t, ticketShape).examples = [
    'ipeos ticket list',
    'ipeos ticket list --status solved --sort opened:asc',
    'ipeos ticket list --all --json id,title,status',
  ]
}

async function list(options: ListOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(withOwnColumns(options, context), ticketShape, context)
  if (!output) return
  const { ticketRecord } = await import('../../views/ticket-record.ts')
  const { dates: datesOf } = await import('../../i18n/dates.ts')

  const { tickets, total } = await terminal.during(t('list.loading'), readList(options, context))
  const dates = datesOf({ language: t.language, now: context.clock.now(), timeZone: terminal.timeZone })
  const records = () => tickets.map((ticket) => ticketRecord(ticket, ticket.url, dates))
  if (output.as !== 'table') await printList(records(), output, context)
  else if (tickets.length > 0 && output.fields) await printTable(records(), output.fields, context)
  else if (tickets.length > 0) {
    const { ticketTable } = await import('../../views/ticket-table.ts')
    await terminal.page(ticketTable(tickets, { style: terminal.style, t, width: terminal.width, dates }))
  }
  if (tickets.length === 0) terminal.note(isNarrowed(options) ? 'list.none-matches' : 'list.none')
  else if (tickets.length < total) terminal.note('list.more', { shown: tickets.length, total })
}

/** The columns of the settings are for people: what a script reads never depends on them. */
function withOwnColumns(options: ListOptions, { terminal, settings }: Context): ListOptions {
  const { columns, json, format } = options
  const isForPerson = terminal.outputIsTerminal && json === undefined && (format ?? 'table') === 'table'
  if (!settings.columns || columns !== undefined || !isForPerson) return options
  return { ...options, columns: settings.columns.join(',') }
}

function isNarrowed({ status, urgency, search }: ListOptions): boolean {
  return (status !== undefined && !status.includes('all')) || urgency !== undefined || search !== undefined
}

/** Tickets page by page, each with the address of its page, and how many there are in all. */
export async function readList(
  options: ListOptions,
  context: Context,
): Promise<{ tickets: ListedTicket[]; total: number }> {
  const platform = await context.platform()
  const { everyTicket } = await import('../../glpi/every-ticket.ts')
  const limit = options.all ? Number.POSITIVE_INFINITY : (options.limit ?? context.settings.pageLength)
  const { tickets, total } = await everyTicket(platform, filters(options), limit)
  const listed = await Promise.all(
    tickets.map(async (ticket) => ({ ...ticket, url: await platform.tickets.link(ticket.id) })),
  )
  return { tickets: listed, total }
}

function filters({ status, urgency, search, sort }: ListOptions): Partial<TicketQuery> {
  const statuses = statusesOf(status)
  return {
    ...(statuses ? { statuses } : {}),
    ...(urgency ? { urgency } : {}),
    ...(search ? { text: search } : {}),
    ...(sort ? { sort } : {}),
  }
}
