import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { Ticket } from '../../../itil/ticket.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { hintOf, imagesOf, namesOf } from '../../request/attachment/given-images.ts'
import { gather, refuseToSend } from '../../request/file-option.ts'
import { type AttachFlags, readableFiles, refuseTwice } from '../../request/given-stream.ts'
import { isOnlySchema, type SentFlags, sayOnEach } from '../sent-json.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { answerSolution } from './answer-solution.ts'

export interface RefuseOptions extends SentFlags, AttachFlags {
  tickets: NamedTickets
  message?: string
}

export function addRefuse(ticket: Command, context: Context, run = refuse): void {
  const { t } = context
  const command = ticket
    .command('refuse')
    .summary(t('refuse.summary'))
    .description(t('refuse.description'))
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-m, --message <reason>', t('refuse.option.message'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .option('--attach-name <name>', t('attach.option.name'), gather)
    .action((tickets: NamedTickets = [], flags: Omit<RefuseOptions, 'tickets'>) => run({ tickets, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  knowValues(command, { '--attach': 'file' })
  command.examples = ["ipeos ticket refuse 12 -m 'Le problème est revenu ce matin.'"]
}

/** Refuses the solutions that wait, which opens the tickets again; GLPI takes no refusal without a reason. */
async function refuse(
  { tickets: named, message, attach, attachName, ...flags }: RefuseOptions,
  context: Context,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const given = message?.trim() || undefined
  if (named.length > 0 && given === undefined && !context.terminal.interactive) {
    throw new WrongUsage('reason-missing', { id: named.join(' ') })
  }
  refuseTwice([...named, ...(attach ?? [])].filter((word) => word === '-').length)
  const tickets = await readTickets(named, 'refuse', context)
  const paths = await readableFiles({ attach, attachName }, context)
  const attached = namesOf(paths)
  const drawn = await imagesOf(given, undefined, attached, context)
  refuseToSend(drawn.problems, hintOf(drawn))
  const answer = (ticketId: number) => {
    const say = async ({ ticket, fileLimit: imageLimit }: { ticket: Ticket; fileLimit: number }) => {
      if (given !== undefined) return { text: drawn.text, files: drawn.images }
      const limit = paths.length > 0 ? undefined : imageLimit
      return askForReason(ticket, { limit, imageLimit, attached: attached.map(({ name }) => name) }, context)
    }
    return answerSolution({ kind: 'refusal', ticketId, paths, say }, flags, context)
  }
  await sayOnEach(tickets, answer, flags, context)
}

async function askForReason(
  ticket: Ticket,
  room: { limit: number | undefined; imageLimit: number; attached: string[] },
  context: Context,
) {
  const { t } = context
  const { id, title } = ticket
  const { askWithFiles } = await import('../../request/attachment/said-with-files.ts')
  const said = { message: t('refuse.question', { id, title }), textNeeded: t('refuse.reason-needed') }
  return askWithFiles({ kind: 'refusal', ticketId: id }, { ...said, ...room, ticket, effect: 'refusal' }, context)
}
