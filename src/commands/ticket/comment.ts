import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { DraftFile, MessageDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import type { Message } from '../../i18n/translate.ts'
import type { Ticket } from '../../itil/ticket.ts'
import { sentShape } from '../../records/ticket/sent.ts'
import { knowValues } from '../command-facts.ts'
import { addJsonFlags } from '../output.ts'
import { hintOf, imagesOf } from '../request/attachment/given-images.ts'
import type { Effect } from '../request/attachment/last-look.ts'
import { checkFiles, checkGiven, gather, refuseToSend } from '../request/file-option.ts'
import { type AttachFlags, readableFiles, refuseTwice } from '../request/given-stream.ts'
import { givenText, type TextOptions } from '../request/given-text.ts'
import {
  type Answer,
  type AnswerFlags,
  addAnswerFlags,
  answerFor,
  givenAnswer,
  leaveSolution,
  needRoom,
} from './answer/answer-solution.ts'
import { type OnFiles, orRelated } from './link/offer-related.ts'
import { isOnlySchema, outcomeOf, type SentFlags, sayOnEach } from './sent-json.ts'
import type { Outcome } from './several/each-ticket.ts'
import { type NamedTickets, readTickets, ticketsArgument } from './several/tickets.ts'
import { openTicketOf } from './ticket-state.ts'

export interface CommentOptions extends TextOptions, SentFlags, AnswerFlags, AttachFlags {
  tickets: NamedTickets
}

export function addComment(ticket: Command, context: Context, run = comment): void {
  const { t } = context
  const command = ticket
    .command('comment')
    .summary(t('comment.summary'))
    .description(t('comment.description'))
    .addArgument(ticketsArgument('[tickets...]', t('tickets.argument')))
    .option('-m, --message <text>', t('comment.option.message'))
    .option('-F, --message-file <file>', t('comment.option.message-file'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .option('--attach-name <name>', t('attach.option.name'), gather)
    .action((tickets: NamedTickets = [], flags: Omit<CommentOptions, 'tickets'>) =>
      orRelated((onFiles) => run({ tickets, ...flags }, context, onFiles), saidIn(flags), context),
    )
  command.examples = [
    "ipeos ticket comment 15 -m 'C’est toujours lent le soir.' --attach mesures.png",
    "ipeos ticket comment 13 15 17 -m 'Redémarrage ce soir à 20 h.'",
    "ipeos ticket comment 12 --accept -m 'Tout fonctionne, merci.'",
    "ipeos ticket comment 15 -m 'L’erreur est ici : ![](capture.png)'",
  ]
  addJsonFlags(addAnswerFlags(command, t), t, sentShape, 'write.option.json')
  knowValues(command, { '--message-file': 'file', '--attach': 'file' })
}

/** Of standard input nothing is left. */
function saidIn({ message, messageFile }: TextOptions) {
  return {
    ...(message !== undefined && { description: message }),
    ...(messageFile !== undefined && messageFile !== '-' && { descriptionFile: messageFile }),
  }
}

/**
 * Writes on tickets, then joins the files. All of it is checked before anything is sent, or asked; what is given is on disk
 * for each ticket before the first is asked for.
 */
async function comment(
  { tickets: named, attach: files, attachName, ...given }: CommentOptions,
  context: Context,
  onFiles: OnFiles = () => undefined,
): Promise<void> {
  const { terminal } = context
  if (await isOnlySchema(given, context)) return
  refuseTwice([...named, given.messageFile, ...(files ?? [])].filter((word) => word === '-').length)
  const wanted = givenAnswer(given)
  const text = await givenText(given, context)
  const tickets = await readTickets(named, 'comment', context)
  if (named.length === 0 && tickets.ids.length === 0) return
  const isAsked = terminal.interactive && tickets.isOne
  const missing: Message[] = text === undefined && !isAsked ? [{ key: 'comment.missing' }] : []
  const attach = await readableFiles({ attach: files, attachName }, context)
  onFiles(attach)
  const early = await checkGiven(attach, context)
  const drawn = await imagesOf(text, given.messageFile, early.files, context)
  refuseToSend([...missing, ...early.problems, ...drawn.problems], hintOf(drawn))

  const { asDraftFiles } = await import('../../drafts/file/draft-files.ts')
  const { keepMessage } = await import('../../drafts/send-message.ts')
  const drafted = await asDraftFiles([...early.files, ...drawn.images])
  const kept: OpenDraft<MessageDraft>[] = []
  if (text !== undefined)
    for (const ticketId of tickets.ids)
      kept.push(await keepMessage({ kind: wanted ?? 'comment', ticketId, text: drawn.text, files: drafted }, context))
  const paths = [...attach, ...drawn.images.map(({ path }) => path)]
  const words = { wanted, attach: paths, files: drafted, flags: given }
  try {
    await sayOnEach(tickets, (id, place) => commentOn(id, kept[place], words, context), given, context)
  } finally {
    for (const open of kept) await open.release()
  }
}

/** What is written on each of the tickets, beside the text. */
interface Words {
  wanted: Answer | undefined
  attach: string[]
  files: DraftFile[]
  flags: SentFlags
}

/** Without a draft the text is asked for. */
async function commentOn(
  ticketId: number,
  open: OpenDraft<MessageDraft> | undefined,
  { wanted, attach, files, flags }: Words,
  context: Context,
): Promise<Outcome> {
  const { sendMessage, sendText, tellMissingFiles } = await import('../../drafts/send-message.ts')
  const { beforeSending } = await import('../../drafts/resume-hint.ts')
  const { ticket, answer, fileLimit } = await beforeSending(open, context, async () => {
    const platform = await context.platform()
    const reading = Promise.all([platform.session(), openTicketOf(ticketId, platform)])
    const [{ fileLimit }, found] = await context.terminal.during(context.t('terminal.waiting'), reading)
    refuseToSend((await checkFiles(attach, context, fileLimit)).problems)
    const answer = await answerFor(found, wanted, context)
    await needRoom(answer, attach.length, context)
    return { ticket: found, answer, fileLimit }
  })
  if (answer === 'leave') return leaveSolution(ticketId, open)
  const kind = answer ?? 'comment'
  const send = async () => {
    await open?.change({ kind })
    if (open) return sendMessage(open, context)
    // With an acceptance only one goes on some platforms: who wants that names it.
    const limit = attach.length > 0 || kind === 'acceptance' ? undefined : fileLimit
    const room = { limit, imageLimit: fileLimit, attached: files.map(({ name }) => name) }
    const { text, files: asked, forget } = await askForText(ticket, room, kind, context)
    await needRoom(kind === 'acceptance' ? kind : undefined, files.length + asked.length, context)
    const { asDraftFiles } = await import('../../drafts/file/draft-files.ts')
    return sendText({ kind, ticketId, text, files: [...files, ...(await asDraftFiles(asked))] }, context, forget)
  }
  const sent = await send()
  context.terminal.done('comment.done', { id: ticketId })
  const { tellAnswer } = await import('../../drafts/tell-answer.ts')
  const unanswered = ticket.status === 'solved' ? await tellAnswer(sent, ticketId, context) : undefined
  const failure = tellMissingFiles(sent, ticketId, context) ?? unanswered
  return outcomeOf(ticketId, sent, failure, { flags, context })
}

async function askForText(
  ticket: Ticket,
  room: { limit: number | undefined; imageLimit: number; attached: string[] },
  effect: Effect,
  context: Context,
) {
  const { t } = context
  const { id, title } = ticket
  const { askWithFiles } = await import('../request/attachment/said-with-files.ts')
  const said = { message: t('comment.question', { id, title }), textNeeded: t('comment.text-needed') }
  return askWithFiles({ kind: 'comment', ticketId: id }, { ...said, ...room, ticket, effect }, context)
}
