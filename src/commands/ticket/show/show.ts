import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { ticketPageRecord, ticketPageShape } from '../../../records/ticket/page.ts'
import { described } from '../../command-facts.ts'
import { openPage } from '../../handover/open-page.ts'
import { addOutputFlags, type OutputFlags, outputOf, printOne } from '../../output.ts'
import { type NamedTickets, readTickets, type Tickets, ticketsArgument } from '../several/tickets.ts'
import { fetchShown, pageOf, showOutput } from './shown-ticket.ts'

interface ShowOptions extends OutputFlags {
  tickets: NamedTickets
  web?: boolean
}

export function addShow(ticket: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(ticket.command('show'), 'show', t)
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-w, --web', t('show.option.web'))
    .action((tickets: NamedTickets = [], flags: Omit<ShowOptions, 'tickets'>) => run({ tickets, ...flags }, context))
  addOutputFlags(command, t, ticketPageShape).examples = [
    'ipeos ticket show 15',
    'ipeos ticket show 15 --json status,timeline',
    'ipeos ticket show 15 --web',
    'ipeos ticket list --awaiting-me | ipeos ticket show - --format ndjson',
  ]
}

async function show({ tickets: named, web, ...flags }: ShowOptions, context: Context): Promise<void> {
  const output = await outputOf(flags, ticketPageShape, context, 'table')
  if (!output) return
  const { ids, isOne } = await readTickets(named, 'show', context)
  if (web) return openPages({ ids, isOne }, context)
  const how = showOutput(output, flags)
  const [only] = ids
  if (!isOne || only === undefined) {
    const { showSeveral } = await import('./show-several.ts')
    return showSeveral(ids, how, context)
  }
  const shown = await fetchShown(only, context)
  if ('record' in how) return printOne(await ticketPageRecord(shown, context.dates()), how.record, context)
  await context.terminal.page(await pageOf(shown, how.page, context))
}

async function openPages(tickets: Tickets, context: Context): Promise<void> {
  const { eachTicket } = await import('../several/each-ticket.ts')
  const open = async (id: number) => {
    await openTicketPage(id, context)
    return {}
  }
  await eachTicket(tickets, open, { fields: [] }, context)
}

async function openTicketPage(ticketId: number, context: Context): Promise<void> {
  const { terminal, t, platform } = context
  const reading = platform().then(async ({ tickets }) => {
    await tickets.get(ticketId)
    return tickets.link(ticketId)
  })
  await openPage(await terminal.during(t('show.loading', { id: ticketId }), reading), context)
}
