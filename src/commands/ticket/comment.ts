import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { Message } from '../../i18n/translate.ts'
import { sentShape } from '../../records/ticket/sent.ts'
import { knowValues } from '../command-facts.ts'
import { addJsonFlags } from '../output.ts'
import { checkFiles, gather, refuseToSend } from '../request/file-option.ts'
import { givenText, type TextOptions } from '../request/given-text.ts'
import {
  type AnswerFlags,
  addAnswerFlags,
  answerFor,
  givenAnswer,
  leaveSolution,
  needRoom,
} from './answer/answer-solution.ts'
import { isOnlySchema, printSent, type SentFlags } from './sent-json.ts'
import { ticketArgument } from './ticket-number.ts'
import { openTicketOf } from './ticket-state.ts'

export interface CommentOptions extends TextOptions, SentFlags, AnswerFlags {
  ticketId: number
  attach?: string[]
}

export function addComment(ticket: Command, context: Context, run = comment): void {
  const { t } = context
  const command = ticket
    .command('comment')
    .summary(t('comment.summary'))
    .description(t('comment.description'))
    .addArgument(ticketArgument('<ticket>', t('show.ticket')))
    .option('-m, --message <text>', t('comment.option.message'))
    .option('-F, --message-file <file>', t('comment.option.message-file'))
    .option('--attach <file>', t('comment.option.attach'), gather)
    .action((ticketId: number, flags: Omit<CommentOptions, 'ticketId'>) => run({ ticketId, ...flags }, context))
  command.examples = [
    'ipeos ticket comment 15',
    "ipeos ticket comment 15 -m 'C’est toujours lent le soir.' --attach mesures.png",
    "ipeos ticket comment 12 --accept -m 'Tout fonctionne, merci.'",
    'dmesg | tail -50 | ipeos ticket comment 15 -F -',
  ]
  addJsonFlags(addAnswerFlags(command, t), t, sentShape, 'write.option.json')
  knowValues(command, { '--message-file': 'file', '--attach': 'file' })
}

/** Writes on a ticket, then joins the files. All of it is checked before anything is sent, or asked. */
async function comment({ ticketId, attach = [], ...given }: CommentOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (await isOnlySchema(given, context)) return
  const wanted = givenAnswer(given)
  const text = await givenText(given, context)
  const missing: Message[] = text === undefined && !terminal.interactive ? [{ key: 'comment.missing' }] : []
  const early = await checkFiles(attach, context)
  refuseToSend([...missing, ...early.problems])

  const { asDraftFiles } = await import('../../drafts/draft-files.ts')
  const { failOnMissingFiles, keepMessage, sendMessage, sendText } = await import('../../drafts/send-message.ts')
  const { beforeSending } = await import('../../drafts/resume-hint.ts')
  const message = { kind: wanted ?? 'comment', ticketId, files: await asDraftFiles(early.files) } as const
  const open = text === undefined ? undefined : await keepMessage({ ...message, text }, context)
  const { ticket, answer } = await beforeSending(open, context, async () => {
    const platform = await context.platform()
    const reading = Promise.all([platform.session(), openTicketOf(ticketId, platform)])
    const [{ fileLimit }, found] = await context.terminal.during(context.t('terminal.waiting'), reading)
    refuseToSend((await checkFiles(attach, context, fileLimit)).problems)
    const answer = await answerFor(found, wanted, context)
    await needRoom(answer, attach.length, context)
    return { ticket: found, answer }
  })
  if (answer === 'leave') return leaveSolution(ticketId, open)
  const kind = answer ?? 'comment'
  const send = async () => {
    await open?.change({ kind })
    if (open) return sendMessage(open, context)
    const { text: typed, forget } = await askForText(ticketId, ticket.title, context)
    return sendText({ ...message, kind, text: typed }, context, forget)
  }
  const sent = await send()
  terminal.note('comment.done', { id: ticketId })
  const { tellAnswer } = await import('../../drafts/tell-answer.ts')
  const failure = ticket.status === 'solved' ? await tellAnswer(sent, ticketId, context) : undefined
  await printSent(ticketId, sent, given, context)
  failOnMissingFiles(sent, ticketId, context)
  if (failure) throw failure
}

async function askForText(ticketId: number, title: string, context: Context) {
  const { prompts, t } = context
  const { typedOnTicket } = await import('../../drafts/unfinished-text.ts')
  const question = {
    message: t('comment.question', { id: ticketId, title }),
    validate: (text: string) => text.trim() !== '' || t('comment.text-needed'),
  }
  return typedOnTicket({ kind: 'comment', ticketId }, (begun) => prompts.text({ ...question, ...begun }), context)
}
