import type { Context } from '../../../app/context.ts'
import type { Reader } from '../../../dates/dates.ts'
import { type KeptAnswers, keepAnswers } from '../../../drafts/keep-answers.ts'
import { currentOwner } from '../../../drafts/own-drafts.ts'
import { WrongUsage } from '../../../errors/error.ts'
import type { ReservableItem } from '../../../itil/reservation.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { readEnd, readStart } from '../period.ts'

/** What was given, and need not be typed. */
interface Given {
  from?: string
  to?: string
  for?: string
  comment?: string
  yes?: boolean
}

/** What is typed of a reservation. */
type Typed = 'from' | 'to' | 'comment'
export type KeptTyping = KeptAnswers<Typed>

/** What was typed of a reservation before, and not sent; undefined where nothing will be asked. */
export async function keptTyping(given: Given, context: Context): Promise<KeptTyping | undefined> {
  const { from, to, for: length } = given
  const asked: Typed[] = [
    ...(from === undefined ? ['from' as const] : []),
    ...(to === undefined && length === undefined ? ['to' as const] : []),
    ...(isCommentAsked(given, context) ? ['comment' as const] : []),
  ]
  if (asked.length === 0 || !context.terminal.interactive) return undefined
  const owner = await currentOwner(await context.platform())
  return keepAnswers({ command: 'reservation-new', owner }, asked, context)
}

/** Asked last: whoever finds the room taken has not typed it for nothing. */
export async function commentOf(
  given: Given,
  { before, back, kept }: HowAsked,
  context: Context,
): Promise<string | undefined> {
  const { prompts, t } = context
  if (!isCommentAsked(given, context)) return given.comment?.trim() || undefined
  const text = await prompts.input({
    message: t('reservation.ask.comment'),
    ...kept?.asked('comment'),
    ...(before !== undefined && { default: before }),
    back,
  })
  await kept?.is('comment', text)
  return text.trim() || undefined
}

function isCommentAsked({ comment, yes }: Given, { terminal }: Context): boolean {
  return terminal.interactive && !yes && comment === undefined
}

/** Which of these is wanted; `before` is in focus. */
export async function askItem(
  items: ReservableItem[],
  { prompts, t }: Context,
  before?: ReservableItem,
): Promise<ReservableItem> {
  const question = {
    message: t('reservation.ask.item'),
    choices: items.map((item) => ({
      name: plain(item.comment ? `${item.name} (${item.comment})` : item.name),
      value: item,
    })),
    ...(before && { default: before }),
  }
  return items.length > 8 ? prompts.search(question) : prompts.select(question)
}

interface HowAsked {
  /** What was answered already, as it was typed. */
  before: string | undefined
  back: boolean
  /** Where it goes while it is typed. */
  kept: KeptTyping | undefined
}

/** From when, as it is typed. */
export async function askStart(reader: Reader, context: Context, { before, back, kept }: HowAsked): Promise<string> {
  const { prompts, t } = context
  const text = await prompts.input({
    message: t('reservation.ask.from'),
    ...kept?.asked('from'),
    ...(before !== undefined && { default: before }),
    back,
    validate: (typed) =>
      typed.trim() === '' ? t('reservation.ask.from-needed') : orSentence(readStart(typed, reader), t),
  })
  // «Tomorrow» is another day tomorrow; an end is counted from its start, and stays as it is typed.
  await kept?.is('from', asKept(await readStart(text, reader), context))
  return text
}

function asKept(moment: Date, { dates }: Context): string {
  return dates().iso(moment).slice(0, 16).replace('T', ' ')
}

/** Until when, as it is typed. */
export async function askEnd(
  start: Date,
  reader: Reader,
  context: Context,
  { before, back, kept }: HowAsked,
): Promise<string> {
  const { prompts, t } = context
  const text = await prompts.input({
    message: t('reservation.ask.to', { start: context.dates().full(start) }),
    ...kept?.asked('to'),
    ...(before !== undefined && { default: before }),
    back,
    validate: (typed) =>
      typed.trim() === '' ? t('reservation.ask.to-needed') : orSentence(readEnd(typed, start, reader), t),
  })
  await kept?.is('to', text)
  return text
}

/** What a prompt wants to know of an answer: that it is understood, or why not. */
async function orSentence(reading: Promise<Date>, t: Context['t']): Promise<true | string> {
  try {
    await reading
    return true
  } catch (error) {
    if (error instanceof WrongUsage) return t(error.text)
    throw error
  }
}
