import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { TicketQuery } from '../../glpi/platform.ts'
import type { Urgency } from '../../itil/urgency.ts'
import type { ChosenFields } from '../../views/records.ts'
import type { ListedTicket } from '../../views/ticket-table.ts'
import { limitOption, type StatusFilter, sortOption, statusesOf, statusFilter, urgencyOption } from './list-option.ts'

export interface ListOptions {
  status?: StatusFilter[]
  urgency?: Urgency
  search?: string
  sort?: NonNullable<TicketQuery['sort']>
  limit?: number
  all?: boolean
  json?: ChosenFields
}

const usualLimit = 30

export function addList(ticket: Command, context: Context, run = list): void {
  const { t } = context
  ticket
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
    .option('--json [fields]', t('list.option.json'))
    .action((flags: ListOptions) => run(flags, context))
}

async function list(options: ListOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const { fieldsOf, toJson, toTsv } = await import('../../views/records.ts')
  const { ticketFields, ticketRecord, ticketTsvFields } = await import('../../views/ticket-record.ts')
  const { dates: datesOf } = await import('../../i18n/dates.ts')
  if (options.json !== undefined) fieldsOf(options.json, ticketFields)

  const { tickets, total } = await terminal.during(t('list.loading'), readList(options, context))
  const dates = datesOf({ language: t.language, now: context.clock.now(), timeZone: terminal.timeZone })
  const records = () => tickets.map((ticket) => ticketRecord(ticket, ticket.url, dates))
  if (options.json !== undefined) terminal.print(toJson(records(), options.json, ticketFields))
  else if (tickets.length > 0 && !terminal.outputIsTerminal) terminal.print(toTsv(records(), ticketTsvFields))
  else if (tickets.length > 0) {
    const { ticketTable } = await import('../../views/ticket-table.ts')
    terminal.print(ticketTable(tickets, { style: terminal.style, t, width: terminal.width, dates }))
  }
  if (tickets.length === 0) terminal.note(isNarrowed(options) ? 'list.none-matches' : 'list.none')
  else if (tickets.length < total) terminal.note('list.more', { shown: tickets.length, total })
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
  const limit = options.all ? Number.POSITIVE_INFINITY : (options.limit ?? usualLimit)
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
