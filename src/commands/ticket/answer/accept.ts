import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { gather } from '../../request/file-option.ts'
import { type AttachFlags, readableFiles, refuseTwice } from '../../request/given-stream.ts'
import { isOnlySchema, type SentFlags, sayOnEach } from '../sent-json.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { answerSolution } from './answer-solution.ts'

export interface AcceptOptions extends SentFlags, AttachFlags {
  tickets: NamedTickets
  message?: string
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
    .option('--attach-name <name>', t('attach.option.name'), gather)
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
  { tickets: named, message = '', attach, attachName, ...flags }: AcceptOptions,
  context: Context,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  refuseTwice([...named, ...(attach ?? [])].filter((word) => word === '-').length)
  const tickets = await readTickets(named, context)
  const paths = await readableFiles({ attach, attachName }, context)
  const say = async () => ({ text: message.trim() })
  const answer = (ticketId: number) => answerSolution({ kind: 'acceptance', ticketId, paths, say }, flags, context)
  await sayOnEach(tickets, answer, flags, context)
}
