import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Cancelled, WrongUsage } from '../../errors/error.ts'
import { ticketArgument } from './ticket-number.ts'
import { freeTicketOf } from './ticket-state.ts'

export interface CancelOptions {
  ticketId: number
  yes?: boolean
}

export function addCancel(ticket: Command, context: Context, run = cancel): void {
  const { t } = context
  const command = ticket
    .command('cancel')
    .summary(t('cancel.summary'))
    .description(t('cancel.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-y, --yes', t('cancel.option.yes'))
    .action((ticketId: number, flags: { yes?: boolean }) => run({ ticketId, ...flags }, context))
  command.examples = ['ipeos ticket cancel 17 --yes']
}

/** Cancels a ticket that nobody took yet, once the person confirmed it. */
async function cancel({ ticketId, yes = false }: CancelOptions, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  if (!yes && !terminal.interactive) {
    throw new WrongUsage('cancel-unconfirmed', { id: ticketId })
  }
  const platform = await context.platform()
  const { title } = await terminal.during(t('terminal.waiting'), freeTicketOf(ticketId, 'cancel', platform))
  const message = t('cancel.question', { id: ticketId, title })
  if (!yes && !(await prompts.confirm({ message, default: false })))
    throw new Cancelled('ticket-kept', { id: ticketId })
  await terminal.during(t('terminal.waiting'), platform.tickets.cancel(ticketId))
  terminal.note('cancel.done', { id: ticketId })
}
