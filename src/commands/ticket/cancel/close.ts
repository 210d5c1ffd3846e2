import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, Failed, WrongUsage } from '../../../errors/error.ts'
import { eachTicket, type Outcome } from '../several/each-ticket.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { unwrittenTicketOf } from '../ticket-state.ts'

interface CloseOptions {
  tickets: NamedTickets
  yes?: boolean
}

export function addClose(ticket: Command, context: Context, run = close): void {
  const { t } = context
  const command = ticket
    .command('close')
    .summary(t('close.summary'))
    .description(t('close.description'))
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-y, --yes', t('cancel.option.yes'))
    .action((tickets: NamedTickets = [], flags: { yes?: boolean }) => run({ tickets, ...flags }, context))
  command.examples = ['ipeos ticket close 17 --yes']
}

/** Closes tickets that nobody wrote on yet, once the person confirmed it: what they are about is over. */
async function close({ tickets: named, yes = false }: CloseOptions, context: Context): Promise<void> {
  if (named.length > 0 && !yes && !context.terminal.interactive)
    throw new WrongUsage('close-unconfirmed', { id: named.join(' ') })
  const tickets = await readTickets(named, 'close', context)
  const closed: number[] = []
  const closeEach = async (id: number): Promise<Outcome> => {
    if (await closeOne(id, yes, context)) closed.push(id)
    return {}
  }
  await eachTicket(tickets, closeEach, { fields: [] }, context)
  const [id] = closed
  if (!tickets.isOne || id === undefined || !context.terminal.interactive || yes) return
  const { offerSurvey } = await import('../rate/offer.ts')
  await offerSurvey(id, context)
}

/** Gives whether it was open until now. */
async function closeOne(id: number, yes: boolean, context: Context): Promise<boolean> {
  const { terminal, prompts, t } = context
  const platform = await context.platform()
  const found = await terminal.during(
    t('terminal.waiting'),
    unwrittenTicketOf(id, 'close', platform).catch(unlessClosed),
  )
  if (!found) {
    terminal.note('close.already', { id })
    return false
  }
  const { title } = found
  if (!yes && !(await prompts.confirm({ message: t('close.question', { id, title }), default: false })))
    throw new Cancelled('ticket-kept', { id })
  await terminal.during(t('terminal.waiting'), platform.tickets.close(id))
  terminal.done('close.done', { id })
  return true
}

/** What is wanted is so already. */
function unlessClosed(error: unknown): undefined {
  if (!(error instanceof Failed) || error.code !== 'ticket-closed') throw error
}
