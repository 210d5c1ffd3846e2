import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import { eachTicket, type Outcome } from '../several/each-ticket.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { unwrittenTicketOf } from '../ticket-state.ts'

export interface CancelOptions {
  tickets: NamedTickets
  yes?: boolean
}

export function addCancel(ticket: Command, context: Context, run = cancel): void {
  const { t } = context
  const command = ticket
    .command('cancel')
    .summary(t('cancel.summary'))
    .description(t('cancel.description'))
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-y, --yes', t('cancel.option.yes'))
    .action((tickets: NamedTickets = [], flags: { yes?: boolean }) => run({ tickets, ...flags }, context))
  command.examples = ['ipeos ticket cancel 17 --yes']
}

/** Cancels tickets that nobody wrote on yet, once the person confirmed it: they are deleted, or else closed. */
async function cancel({ tickets: named, yes = false }: CancelOptions, context: Context): Promise<void> {
  if (named.length > 0 && !yes && !context.terminal.interactive)
    throw new WrongUsage('cancel-unconfirmed', { id: named.join(' ') })
  await eachTicket(
    await readTickets(named, 'cancel', context),
    (id) => cancelOne(id, yes, context),
    { fields: [] },
    context,
  )
}

async function cancelOne(id: number, yes: boolean, context: Context): Promise<Outcome> {
  const { terminal, prompts, t } = context
  const platform = await context.platform()
  const { title, opened, changed } = await terminal.during(
    t('terminal.waiting'),
    unwrittenTicketOf(id, 'cancel', platform),
  )
  const isAsOpened = changed.getTime() === opened.getTime()
  const message = t(isAsOpened ? 'cancel.question' : 'cancel.question-close', { id, title })
  if (!yes && !(await prompts.confirm({ message, default: false }))) throw new Cancelled('ticket-kept', { id })
  const became = await terminal.during(t('terminal.waiting'), platform.tickets.cancel(id))
  terminal.done(`cancel.${became}`, { id })
  return {}
}
