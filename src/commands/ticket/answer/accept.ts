import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { gather } from '../../request/file-option.ts'
import { isOnlySchema, type SentFlags, sayOnEach } from '../sent-json.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { answerSolution } from './answer-solution.ts'

export interface AcceptOptions extends SentFlags {
  tickets: NamedTickets
  message?: string
  attach?: string[]
}

export function addAccept(ticket: Command, context: Context, run = accept): void {
  const { t } = context
  const command = ticket
    .command('accept')
    .summary(t('accept.summary'))
    .description(t('accept.description'))
    .addArgument(ticketsArgument('<tickets...>', t('tickets.argument')))
    .option('-m, --message <text>', t('accept.option.message'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .action((tickets: NamedTickets, flags: Omit<AcceptOptions, 'tickets'>) => run({ tickets, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  knowValues(command, { '--attach': 'file' })
  command.examples = [
    'ipeos ticket accept 12',
    'ipeos ticket accept 12 13 --json ticket,followup',
    "ipeos ticket accept 12 -m 'Tout fonctionne, merci.' --attach mesures.png",
  ]
}

/** Accepts the solutions that wait, which closes the tickets. */
async function accept(
  { tickets: named, message = '', attach: paths = [], ...flags }: AcceptOptions,
  context: Context,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const tickets = await readTickets(named, context)
  const say = async () => ({ text: message.trim() })
  const answer = (ticketId: number) => answerSolution({ kind: 'acceptance', ticketId, paths, say }, flags, context)
  await sayOnEach(tickets, answer, flags, context)
}
