import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { sentShape } from '../../records/ticket/sent.ts'
import { addJsonFlags } from '../output.ts'
import { isOnlySchema, printSent, type SentFlags } from './sent-json.ts'
import { ticketArgument } from './ticket-number.ts'
import { needWaitingSolution } from './ticket-state.ts'

export interface AcceptOptions extends SentFlags {
  ticketId: number
  message?: string
}

export function addAccept(ticket: Command, context: Context, run = accept): void {
  const { t } = context
  const command = ticket
    .command('accept')
    .summary(t('accept.summary'))
    .description(t('accept.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-m, --message <text>', t('accept.option.message'))
    .action((ticketId: number, flags: Omit<AcceptOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  command.examples = ['ipeos ticket accept 12', "ipeos ticket accept 12 -m 'Tout fonctionne, merci.'"]
}

/** Accepts the solution that waits, which closes the ticket. */
async function accept({ ticketId, message, ...flags }: AcceptOptions, context: Context): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const platform = await context.platform()
  await context.terminal.during(context.t('terminal.waiting'), needWaitingSolution(ticketId, platform))
  const { sendText } = await import('../../drafts/send-message.ts')
  const sent = await sendText({ kind: 'acceptance', ticketId, text: message?.trim() ?? '' }, context)
  context.terminal.note('accept.done', { id: ticketId })
  await printSent(ticketId, sent, flags, context)
}
