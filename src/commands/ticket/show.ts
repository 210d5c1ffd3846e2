import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { ShownTicket } from '../../itil/ticket.ts'
import { ticketPageRecord, ticketPageShape } from '../../records/ticket/page.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, lookOfPage, type OutputFlags, outputOf, printOne } from '../output.ts'
import { ticketArgument } from './ticket-number.ts'

interface ShowOptions extends OutputFlags {
  ticketId: number
  web?: boolean
}

export function addShow(ticket: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(ticket.command('show'), 'show', t)
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-w, --web', t('show.option.web'))
    .action((ticketId: number, flags: Omit<ShowOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  addOutputFlags(command, t, ticketPageShape).examples = [
    'ipeos ticket show 15',
    'ipeos ticket show 15 --json status,timeline',
    'ipeos ticket show 15 --web',
  ]
}

async function show({ ticketId, web, ...flags }: ShowOptions, context: Context): Promise<void> {
  if (web) return openPage(ticketId, context)
  const { terminal, t } = context
  const output = await outputOf(flags, ticketPageShape, context, 'table')
  if (!output) return
  const dates = context.dates()
  const shown = await terminal.during(t('show.loading', { id: ticketId }), read(ticketId, context))
  await keepInMind(shown.ticket, context)
  if (output.as === 'markdown' && flags.columns === undefined) {
    const { ticketMarkdown } = await import('../../views/ticket/markdown.ts')
    return terminal.page(await ticketMarkdown(shown, { t, dates }))
  }
  if (output.as !== 'table') return printOne(await ticketPageRecord(shown, dates), output, context)
  const { ticketPage } = await import('../../views/ticket/page.ts')
  await terminal.page(await ticketPage(shown, lookOfPage(context)))
}

/** The address is printed where no browser opens: it can be opened elsewhere. */
async function openPage(ticketId: number, { terminal, t, platform, browse }: Context): Promise<void> {
  const reading = platform().then(async ({ tickets }) => {
    await tickets.get(ticketId)
    return tickets.link(ticketId)
  })
  const url = await terminal.during(t('show.loading', { id: ticketId }), reading)
  if (await browse(url)) return terminal.note('show.opened-page', { url })
  terminal.note('show.no-browser')
  terminal.print(url)
}

/** For completion: its number, and those of its documents. */
async function keepInMind(ticket: ShownTicket['ticket'], { seen, t }: Context): Promise<void> {
  const { seenTicket } = await import('../request/seen-ticket.ts')
  await seen.remember('ticket', [seenTicket(ticket, t)])
  const documents = ticket.documents.map(({ id, fileName }) => ({ value: `${ticket.id}/${id}`, about: fileName }))
  await seen.remember('document', documents)
}

async function read(ticketId: number, context: Context): Promise<ShownTicket> {
  const { tickets } = await context.platform()
  const ticket = await tickets.get(ticketId)
  const [timeline, url] = await Promise.all([tickets.timeline(ticket), tickets.link(ticketId)])
  return { ticket, timeline, url }
}
