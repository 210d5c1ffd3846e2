import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled } from '../../../errors/error.ts'
import type { Ticket, TimelineEntry } from '../../../itil/ticket.ts'
import { sentShape } from '../../../records/ticket/sent.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags } from '../../output.ts'
import { hintOf, imagesOf, namesOf } from '../../request/attachment/given-images.ts'
import { gather, refuseToSend } from '../../request/file-option.ts'
import { type AttachFlags, readableFiles, refuseTwice } from '../../request/given-stream.ts'
import { isOnlySchema, type SentFlags, sayOnEach } from '../sent-json.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import { answerSolution, showSolution } from './answer-solution.ts'

export interface AcceptOptions extends SentFlags, AttachFlags {
  tickets: NamedTickets
  message?: string
  yes?: boolean
}

export function addAccept(ticket: Command, context: Context, run = accept): void {
  const { t } = context
  const command = ticket
    .command('accept')
    .summary(t('accept.summary'))
    .description(t('accept.description'))
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-m, --message <text>', t('accept.option.message'))
    .option('-y, --yes', t('cancel.option.yes'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .option('--attach-name <name>', t('attach.option.name'), gather)
    .action((tickets: NamedTickets = [], flags: Omit<AcceptOptions, 'tickets'>) => run({ tickets, ...flags }, context))
  addJsonFlags(command, t, sentShape, 'write.option.json')
  knowValues(command, { '--attach': 'file' })
  command.examples = [
    'ipeos ticket accept 12',
    'ipeos ticket accept 12 13 --json ticket,followup',
    "ipeos ticket accept 12 -m 'Tout fonctionne, merci.' --attach mesures.png",
  ]
}

/** Accepts the solutions that wait, which closes the tickets; on a terminal once the person has seen each and said so. */
async function accept(
  { tickets: named, message = '', yes = false, attach, attachName, ...flags }: AcceptOptions,
  context: Context,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  refuseTwice([...named, ...(attach ?? [])].filter((word) => word === '-').length)
  const tickets = await readTickets(named, 'accept', context)
  const paths = await readableFiles({ attach, attachName }, context)
  const drawn = await imagesOf(message.trim(), undefined, namesOf(paths), context)
  refuseToSend(drawn.problems, hintOf(drawn))
  const say = async ({ ticket, timeline }: { ticket: Ticket; timeline: TimelineEntry[] }) => {
    if (!yes && context.terminal.interactive) await confirm(ticket, timeline, context)
    return { text: drawn.text, files: drawn.images }
  }
  const answer = (ticketId: number) => answerSolution({ kind: 'acceptance', ticketId, paths, say }, flags, context)
  await sayOnEach(tickets, answer, flags, context)
  const [id] = tickets.ids
  if (!tickets.isOne || id === undefined || !context.terminal.interactive || yes || flags.json !== undefined) return
  const { offerSurvey } = await import('../rate/offer.ts')
  await offerSurvey(id, context)
}

async function confirm({ id, title }: Ticket, timeline: TimelineEntry[], context: Context): Promise<void> {
  const { prompts, t } = context
  await showSolution(timeline, context)
  if (await prompts.confirm({ message: t('accept.question', { id, title }), default: true })) return
  throw new Cancelled('solution-left', { id })
}
