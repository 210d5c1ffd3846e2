import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { gather } from '../../request/file-option.ts'
import { isOnlySchema, type SentFlags } from '../sent-json.ts'
import { ticketArgument } from '../ticket-number.ts'
import { answerSolution } from './answer-solution.ts'

export interface AcceptOptions extends SentFlags {
  ticketId: number
  message?: string
  attach?: string[]
}

export function addAccept(ticket: Command, context: Context, run = accept): void {
  const { t } = context
  const command = ticket
    .command('accept')
    .summary(t('accept.summary'))
    .description(t('accept.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-m, --message <text>', t('accept.option.message'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .action((ticketId: number, flags: Omit<AcceptOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  knowValues(command, { '--attach': 'file' })
  command.examples = [
    'ipeos ticket accept 12',
    "ipeos ticket accept 12 -m 'Tout fonctionne, merci.' --attach mesures.png",
  ]
}

/** Accepts the solution that waits, which closes the ticket. */
async function accept(
  { ticketId, message = '', attach = [], ...flags }: AcceptOptions,
  context: Context,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const say = async () => ({ text: message.trim() })
  await answerSolution({ kind: 'acceptance', ticketId, paths: attach, say }, flags, context)
}
