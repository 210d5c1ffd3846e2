import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { ticketPageRecord, ticketPageShape } from '../../../records/ticket/page.ts'
import { described, knowValues } from '../../command-facts.ts'
import { openPage } from '../../handover/open-page.ts'
import { addOutputFlags, type OutputFlags, outputOf, printOne } from '../../output.ts'
import { type NamedTickets, readTickets, type Tickets, ticketsArgument } from '../several/tickets.ts'
import { fetchShown, pageOf, showInParts, showOutput } from './shown-ticket.ts'

interface ShowOptions extends OutputFlags {
  tickets: NamedTickets
  web?: boolean
  html?: boolean
  output?: string
  force?: boolean
  jq?: string
  template?: string
}

export function addShow(ticket: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(ticket.command('show'), 'show', t)
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-w, --web', t('show.option.web'))
    .option('--html', t('show.option.html'))
    .option('-o, --output <file>', t('show.option.output'))
    .option('--force', t('show.option.force'))
    .action((tickets: NamedTickets = [], flags: Omit<ShowOptions, 'tickets'>) => run({ tickets, ...flags }, context))
  knowValues(addOutputFlags(command, t, ticketPageShape), { '--output': 'file' }).examples = [
    'ipeos ticket show 15',
    'ipeos ticket show 15 --json status,timeline',
    'ipeos ticket show 15 --html -o ticket-15.html',
    'ipeos ticket list --awaiting-me | ipeos ticket show - --format ndjson',
  ]
}

async function show(options: ShowOptions, context: Context): Promise<void> {
  refusePairs(options, context)
  const { tickets: named, web, html, output: file, force: replace = false, ...flags } = options
  const output = await outputOf(flags, ticketPageShape, context, 'table')
  if (!output) return
  const { ids, isOne } = await readTickets(named, 'show', context)
  if (web) return openPages({ ids, isOne }, context)
  if (html) return (await import('./print.ts')).printTickets({ ids, isOne }, { file, replace }, context)
  const how = showOutput(output, flags)
  const [only] = ids
  if (!isOne || only === undefined) {
    const { showSeveral } = await import('./show-several.ts')
    return showSeveral(ids, how, context)
  }
  if ('page' in how && how.page === 'for-people') return showInParts(only, context)
  const shown = await fetchShown(only, context)
  if ('record' in how) return printOne(await ticketPageRecord(shown, context.dates()), how.record, context)
  await context.terminal.page(await pageOf(shown, how.page, context))
}

/** A page for paper has a form of its own, and is all that a file is written for. */
function refusePairs(options: ShowOptions, { terminal }: Context): void {
  const { html, web, json, format, columns, jq, template, output, force } = options
  if (!html && (output !== undefined || force)) {
    throw new WrongUsage('file-without-html', { option: output === undefined ? '--force' : '-o' })
  }
  if (!html) return
  const others = {
    '--web': web,
    // These are there by --json as well.
    '--jq': jq,
    '--template': template,
    '--json': json,
    '--format': format,
    '--columns': columns,
  }
  const other = Object.entries(others).find(([, given]) => given !== undefined)?.[0]
  if (other) throw new WrongUsage('html-and-form', { other })
  if (output === undefined && terminal.outputIsTerminal) throw new WrongUsage('html-to-terminal', pageOfFirst(options))
}

/** The file that one would call the page of what was named. */
function pageOfFirst({ tickets: [first = '-'] }: ShowOptions): { tickets: string; page: string } {
  const id = first === '-' ? 15 : first
  return { tickets: String(id), page: `ticket-${id}.html` }
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
