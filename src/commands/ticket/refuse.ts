import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { sentShape } from '../../records/ticket/sent.ts'
import { addJsonFlags } from '../output.ts'
import { isOnlySchema, printSent, type SentFlags } from './sent-json.ts'
import { ticketArgument } from './ticket-number.ts'
import { needWaitingSolution } from './ticket-state.ts'

export interface RefuseOptions extends SentFlags {
  ticketId: number
  message?: string
}

export function addRefuse(ticket: Command, context: Context, run = refuse): void {
  const { t } = context
  const command = ticket
    .command('refuse')
    .summary(t('refuse.summary'))
    .description(t('refuse.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-m, --message <reason>', t('refuse.option.message'))
    .action((ticketId: number, flags: Omit<RefuseOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  command.examples = ["ipeos ticket refuse 12 -m 'Le problème est revenu ce matin.'"]
}

/** Refuses the solution that waits, which opens the ticket again; GLPI takes no refusal without a reason. */
async function refuse({ ticketId, message, ...flags }: RefuseOptions, context: Context): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const { terminal, t } = context
  const given = message?.trim() || undefined
  if (given === undefined && !terminal.interactive) {
    throw new WrongUsage('reason-missing', { id: ticketId })
  }
  const platform = await context.platform()
  await terminal.during(t('terminal.waiting'), needWaitingSolution(ticketId, platform))
  const typed = given === undefined ? await askForReason(ticketId, context) : { text: given }
  const { sendText } = await import('../../drafts/send-message.ts')
  const sent = await sendText({ kind: 'refusal', ticketId, text: typed.text }, context, typed.forget)
  terminal.note('refuse.done', { id: ticketId })
  await printSent(ticketId, sent, flags, context)
}

async function askForReason(ticketId: number, context: Context) {
  const { prompts, t } = context
  const { typedOnTicket } = await import('../../drafts/unfinished-text.ts')
  const question = {
    message: t('refuse.question'),
    validate: (text: string) => text.trim() !== '' || t('refuse.reason-needed'),
  }
  return typedOnTicket({ kind: 'refusal', ticketId }, (begun) => prompts.text({ ...question, ...begun }), context)
}
