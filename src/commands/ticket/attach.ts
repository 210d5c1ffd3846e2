import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { Sent } from '../../drafts/send-message.ts'
import { Failed, type IpeosError, PartlyDone } from '../../errors/error.ts'
import type { Message } from '../../i18n/translate.ts'
import { sentShape } from '../../records/ticket/sent.ts'
import { missing } from '../choice/pick.ts'
import { knowValues } from '../command-facts.ts'
import { addJsonFlags } from '../output.ts'
import { checkFiles, checkGiven, gather, refuseToSend } from '../request/file-option.ts'
import { readableFiles } from '../request/given-stream.ts'
import {
  type Answer,
  type AnswerFlags,
  addAnswerFlags,
  answerFor,
  givenAnswer,
  leaveSolution,
  needRoom,
  wordFor,
} from './answer/answer-solution.ts'
import { type OnFiles, orRelated } from './link/offer-related.ts'
import { isOnlySchema, outcomeOf, type SentFlags, sayOnEach } from './sent-json.ts'
import { oneTicket } from './several/tickets.ts'
import { ticketArgument } from './ticket-number.ts'
import { openTicketOf } from './ticket-state.ts'

export interface AttachOptions extends SentFlags, AnswerFlags {
  /** Undefined where the person is to point at it. */
  ticketId: number | undefined
  paths: string[]
  attachName?: string[]
}

export function addAttach(ticket: Command, context: Context, run = attach): void {
  const { t } = context
  const command = ticket
    .command('attach')
    .summary(t('attach.summary'))
    .description(t('attach.description'))
    .addArgument(ticketArgument('[ticket]', t('attach.ticket')))
    .argument('[files...]', t('attach.files'))
    .option('--attach-name <name>', t('attach.option.name'), gather)
    .action((ticketId: number | undefined, paths: string[], flags: Omit<AttachOptions, 'ticketId' | 'paths'>) =>
      orRelated((onFiles) => run({ ticketId, paths, ...flags }, context, onFiles), {}, context),
    )
  command.examples = [
    'ipeos ticket attach 15 capture.png journal.txt',
    'ipeos ticket attach 12 --reopen capture.png',
    'dmesg | ipeos ticket attach 15 - --attach-name dmesg.txt',
  ]
  addJsonFlags(addAnswerFlags(command, t), t, sentShape, 'write.option.json')
  knowValues(command, { files: 'file' })
}

/** Sends files to a ticket. All are checked before the first leaves; those that the platform refuses are named (7). */
export async function attach(
  { ticketId: named, paths: namedFiles, attachName, ...flags }: AttachOptions,
  context: Context,
  onFiles: OnFiles = () => undefined,
): Promise<void> {
  if (await isOnlySchema(flags, context)) return
  const wanted = givenAnswer(flags)
  const ticketId = await oneTicket(named, 'attach', context)
  if (ticketId === undefined) return
  const given = namedFiles.length > 0 ? namedFiles : await askForPaths(ticketId, context)
  const paths = await readableFiles({ attach: given, attachName }, context)
  onFiles(paths)
  const seen = await checkGiven(paths, context)
  refuseToSend(seen.problems)
  const { asDraftFiles } = await import('../../drafts/file/draft-files.ts')
  const { keepMessage, sendMessage } = await import('../../drafts/send-message.ts')
  const { beforeSending } = await import('../../drafts/resume-hint.ts')
  const files = await asDraftFiles(seen.files)
  const said = (answer: Answer | undefined) =>
    answer ? { kind: answer, text: wordFor(files.length, context.t) } : { kind: 'attachment' as const, text: '' }
  const open = await keepMessage({ ...said(wanted), ticketId, files }, context)
  const { ticket, answer } = await beforeSending(open, context, async () => {
    const platform = await context.platform()
    // Only this customer's tickets: a number of somebody else's must not take a file.
    const reading = Promise.all([platform.session(), openTicketOf(ticketId, platform)])
    const [{ fileLimit }, found] = await context.terminal.during(context.t('terminal.waiting'), reading)
    refuseToSend((await checkFiles(paths, context, fileLimit)).problems)
    const chosen = await answerFor(found, wanted, context)
    await needRoom(chosen, files.length, context)
    return { ticket: found, answer: chosen }
  })
  if (answer === 'leave') return leaveSolution(ticketId, open)
  if (answer !== wanted) await open.change({ ...said(answer), arrived: answer === undefined })
  const became = await sendMessage(open, context)
  const { missing } = became
  const sent = files.length - missing.length
  if (sent > 0) context.terminal.done('attach.done', { count: sent, id: ticketId })
  const { tellAnswer } = await import('../../drafts/tell-answer.ts')
  const unanswered = ticket.status === 'solved' ? await tellAnswer(became, ticketId, context) : undefined
  const failure = missing.length > 0 ? await notAll(became, ticketId, context) : unanswered
  const outcome = () => outcomeOf(ticketId, became, failure, { flags, context })
  await sayOnEach({ ids: [ticketId], isOne: true }, outcome, flags, context)
}

/** The files that the person names, one after the other; throws `WrongUsage` where nobody can be asked. */
async function askForPaths(ticketId: number, context: Context): Promise<string[]> {
  if (!context.terminal.interactive) throw missing('file', `ipeos ticket attach ${ticketId} capture.png`)
  const platform = await context.platform()
  // On a ticket that takes none nobody is asked for files.
  const reading = Promise.all([platform.session(), openTicketOf(ticketId, platform)])
  const [{ fileLimit: limit }] = await context.terminal.during(context.t('terminal.waiting'), reading)
  const { askForFiles } = await import('../request/attachment/ask-files.ts')
  const files = await askForFiles(
    { given: [], limit, keep: async () => undefined, needed: context.t('attach.file-needed') },
    context,
  )
  return files.map(({ fullPath }) => fullPath)
}

/** Names the files that are not there. */
async function notAll(
  { kind, files, missing, resume }: Sent,
  id: number,
  { terminal, t }: Context,
): Promise<IpeosError> {
  const [first] = missing
  const sent = files.length - missing.length
  // A network, or a session, may be better next time: its own exit code says so.
  if (sent === 0 && first && !missing.some(({ refused }) => refused))
    return resume ? first.error.withHint({ key: 'attach.again', parameters: { command: resume } }) : first.error
  for (const { file, error } of missing) terminal.warn('attach.refused', { name: file.name, reason: t(error.text) })
  const { hintOfRefused } = await import('../../drafts/send-files.ts')
  const hint: Message = resume
    ? { key: 'attach.again', parameters: { command: resume } }
    : hintOfRefused(missing, kind, id)
  if (sent === 0) return new Failed('none-attached', { id }, { hint })
  return new PartlyDone('some-attached', { id, sent, count: files.length }, { hint })
}
