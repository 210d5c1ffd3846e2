import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { Cancelled, Failed, WrongUsage } from '../../../errors/error.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Ticket, TimelineEntry } from '../../../itil/ticket.ts'
import { lookOf } from '../../output.ts'
import { checkFiles, checkGiven, type GivenFile, refuseToSend } from '../../request/file-option.ts'
import { outcomeOf, type SentFlags } from '../sent-json.ts'
import type { Outcome } from '../several/each-ticket.ts'
import { needWaitingSolution } from '../ticket-state.ts'

/** How a solution that waits is answered by what is written or attached. */
export type Answer = 'acceptance' | 'refusal'

export interface AnswerFlags {
  accept?: boolean
  reopen?: boolean
}

export function addAnswerFlags(command: Command, t: Translate): Command {
  return command.option('--accept', t('write.option.accept')).option('--reopen', t('write.option.reopen'))
}

/** The answer that the options give. Throws `WrongUsage` for both. */
export function givenAnswer({ accept, reopen }: AnswerFlags): Answer | undefined {
  if (accept && reopen) throw new WrongUsage('accept-and-reopen')
  return accept ? 'acceptance' : reopen ? 'refusal' : undefined
}

/**
 * The answer that goes along with a word or a file, without which it would refuse the solution all the same: asked of a
 * person; undefined where none waits, and for support itself. Rejects with `WrongUsage` in a script that does not say it.
 */
export async function answerFor(
  ticket: Ticket,
  given: Answer | undefined,
  context: Context,
): Promise<Answer | 'leave' | undefined> {
  const { id, title, status } = ticket
  const { prompts, terminal, t } = context
  if (given && status !== 'solved') throw new Failed('no-solution', { id })
  const platform = await context.platform()
  const { person } = await platform.session()
  if (given || status !== 'solved' || person.interface === 'central') return given
  if (!terminal.interactive) throw new WrongUsage('answer-missing', { id })
  await showSolution(await platform.tickets.timeline(ticket), context)
  return prompts.select<Answer | 'leave'>({
    message: t('write.answer.question', { id, title }),
    choices: [
      { name: t('write.answer.accept'), value: 'acceptance' },
      { name: t('write.answer.refuse'), value: 'refusal' },
      { name: t('write.answer.leave'), value: 'leave' },
    ],
    // What cannot be taken back is chosen on purpose.
    default: 'leave',
  })
}

/** Rejects with `WrongUsage` where an acceptance cannot carry so many files: the closed ticket takes none after it. */
export async function needRoom(
  answer: Answer | 'leave' | undefined,
  count: number,
  { platform }: Context,
): Promise<void> {
  const most = answer === 'acceptance' && count > 1 ? await (await platform()).solutions.mostFiles() : count
  if (count > most) throw new WrongUsage('one-file-to-accept')
}

/** Ends a command whose person leaves the solution as it is: nothing of it is kept. */
export async function leaveSolution(id: number, open: OpenDraft | undefined): Promise<never> {
  await open?.remove()
  await open?.release()
  throw new Cancelled('solution-left', { id })
}

/** A ticket whose solution waits, and how large (bytes) a file may be. */
interface Solved {
  ticket: Ticket
  timeline: TimelineEntry[]
  fileLimit: number
}

export interface WaitingAnswer {
  kind: Answer
  ticketId: number
  paths: string[]
  /** What is said with it, with what files, and how to forget what was kept of it; asked once it is known that a solution waits. */
  say(solved: Solved): Promise<{ text: string; files?: GivenFile[]; forget?(): Promise<void> }>
}

/** Answers the solution that waits, its word and files in the same request. */
export async function answerSolution(
  { kind, ticketId, paths, say }: WaitingAnswer,
  flags: SentFlags,
  context: Context,
): Promise<Outcome> {
  const { terminal, t } = context
  refuseToSend((await checkGiven(paths, context)).problems)
  const platform = await context.platform()
  const reading = Promise.all([platform.session(), needWaitingSolution(ticketId, platform)])
  const [{ fileLimit }, { ticket, timeline }] = await terminal.during(t('terminal.waiting'), reading)
  const { files, problems } = await checkFiles(paths, context, fileLimit)
  refuseToSend(problems)
  await needRoom(kind, files.length, context)
  const { text, files: asked = [], forget } = await say({ ticket, timeline, fileLimit })
  const all = [...files, ...asked]
  await needRoom(kind, all.length, context)
  const { asDraftFiles } = await import('../../../drafts/file/draft-files.ts')
  const { sendText, tellMissingFiles } = await import('../../../drafts/send-message.ts')
  const message = { kind, ticketId, text: text || wordFor(all.length, t), files: await asDraftFiles(all) }
  const sent = await sendText(message, context, forget)
  const { tellAnswer } = await import('../../../drafts/tell-answer.ts')
  const unanswered = await tellAnswer(sent, ticketId, context)
  const failure = tellMissingFiles(sent, ticketId, context) ?? unanswered
  return outcomeOf(ticketId, sent, failure, { flags, context })
}

/** The solution that waits, for whoever is to say whether it is one. */
export async function showSolution(timeline: TimelineEntry[], context: Context): Promise<void> {
  const { solutionView } = await import('../../../views/ticket/page.ts')
  const { terminal } = context
  const view = await solutionView(timeline, lookOf(context, terminal.noteStyle))
  if (view) terminal.show(`\n${view}\n\n`)
}

/** What is said with files where nothing is: by its mark the answer is found again. */
export function wordFor(count: number, t: Translate): string {
  return count > 0 ? t('write.files-alone', { count }) : ''
}
