import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Cancelled, WrongUsage } from '../../errors/error.ts'
import { ticketArgument } from './ticket-number.ts'
import { unwrittenTicketOf } from './ticket-state.ts'

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

/** Cancels a ticket that nobody wrote on yet, once the person confirmed it: it is deleted, or else closed. */
async function cancel({ ticketId, yes = false }: CancelOptions, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  if (!yes && !terminal.interactive) {
    throw new WrongUsage('cancel-unconfirmed', { id: ticketId })
  }
  const platform = await context.platform()
  const reading = unwrittenTicketOf(ticketId, 'cancel', platform)
  const { title, opened, changed } = await terminal.during(t('terminal.waiting'), reading)
  const isAsOpened = changed.getTime() === opened.getTime()
  const message = t(isAsOpened ? 'cancel.question' : 'cancel.question-close', { id: ticketId, title })
  if (!yes && !(await prompts.confirm({ message, default: false })))
    throw new Cancelled('ticket-kept', { id: ticketId })
  const became = await terminal.during(t('terminal.waiting'), platform.tickets.cancel(ticketId))
  terminal.note(`cancel.${became}`, { id: ticketId })
}
