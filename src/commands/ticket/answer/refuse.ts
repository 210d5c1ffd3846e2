import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { gather } from '../../request/file-option.ts'
import { isOnlySchema, type SentFlags } from '../sent-json.ts'
import { ticketArgument } from '../ticket-number.ts'
import { answerSolution } from './answer-solution.ts'

export interface RefuseOptions extends SentFlags {
  ticketId: number
  message?: string
  attach?: string[]
}

export function addRefuse(ticket: Command, context: Context, run = refuse): void {
  const { t } = context
  const command = ticket
    .command('refuse')
    .summary(t('refuse.summary'))
    .description(t('refuse.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-m, --message <reason>', t('refuse.option.message'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .action((ticketId: number, flags: Omit<RefuseOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  knowValues(command, { '--attach': 'file' })
  command.examples = ["ipeos ticket refuse 12 -m 'Le problème est revenu ce matin.'"]
}

/** Refuses the solution that waits, which opens the ticket again; GLPI takes no refusal without a reason. */
async function refuse({ ticketId, message, attach = [], ...flags }: RefuseOptions, context: Context): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const given = message?.trim() || undefined
  if (given === undefined && !context.terminal.interactive) {
    throw new WrongUsage('reason-missing', { id: ticketId })
  }
  const say = async () => (given === undefined ? askForReason(ticketId, context) : { text: given })
  await answerSolution({ kind: 'refusal', ticketId, paths: attach, say }, flags, context)
}

async function askForReason(ticketId: number, context: Context) {
  const { prompts, t } = context
  const { typedOnTicket } = await import('../../../drafts/unfinished-text.ts')
  const question = {
    message: t('refuse.question'),
    validate: (text: string) => text.trim() !== '' || t('refuse.reason-needed'),
  }
  return typedOnTicket({ kind: 'refusal', ticketId }, (begun) => prompts.text({ ...question, ...begun }), context)
}
