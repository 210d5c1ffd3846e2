import type { Context } from '../../app/context.ts'
import { milliseconds } from '../../dates/duration.ts'
import type { LeftOut, TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { withTexts } from '../../drafts/form/form-text.ts'
import { Failed, WrongUsage } from '../../errors/error.ts'

/** Milliseconds of `1h`; what makes no sense stays as it is, for `everyOr`. */
export function readEvery(value: string): number | string {
  return milliseconds(value) ?? value
}

/** A time that was mistyped (`1x`) is left aside by who insists that something arrives. Throws `WrongUsage` for others. */
export function everyOr(
  { dedupeEvery }: { dedupeEvery?: number | string },
  insists: boolean,
  { terminal, t }: Context,
): number | undefined {
  if (typeof dedupeEvery !== 'string') return dedupeEvery
  const error = new WrongUsage('bad-every', { value: dedupeEvery })
  if (!insists) throw error
  terminal.warn('settings.left-aside', { reason: t(error.text) })
  return undefined
}

/** What is asked about a key, as far as it is known. */
export type KeyedRequest = Pick<TicketDraft, 'owner' | 'dedupeEvery' | 'says'> & { keyMark: string }

/** Whether this moment is less than `--dedupe-every` before that one; not where a clock was set back. */
export function isYounger(moment: string, at: number, { dedupeEvery = 0 }: Pick<TicketDraft, 'dedupeEvery'>): boolean {
  const age = at - Date.parse(moment)
  return age >= 0 && age < dedupeEvery
}

/**
 * Whether the last text of this key went so lately that this one is to be left out; never one that tells something else,
 * as that it is over.
 */
export async function isTooSoon(draft: KeyedRequest, { repeats, clock }: Context): Promise<boolean> {
  if (draft.dedupeEvery === undefined) return false
  const { sent, says } = await (await repeats()).of(draft)
  return sent !== undefined && says === draft.says && isYounger(sent, clock.now().getTime(), draft)
}

/**
 * Leaves out what comes too soon after the last text of its key: it is counted, and its draft goes. Gives what was left
 * out since that text; undefined where it is to be sent, also because nothing can be counted.
 */
export async function leaveOut(open: OpenDraft<TicketDraft>, context: Context): Promise<LeftOut | undefined> {
  const { keyMark, created, joined = [], lastText = created, leftOut } = open.draft
  if (keyMark === undefined || !(await isTooSoon({ ...open.draft, keyMark }, context))) return undefined
  const files = open.draft.files.length + (leftOut?.files ?? 0)
  const own = { count: 1 + joined.length, files, first: created, last: leftOut?.last ?? lastText }
  let all: LeftOut | undefined
  try {
    await (await context.repeats()).change(open.draft, (before) => {
      all = addLeftOut(before.leftOut, own)
      return { ...before, leftOut: all }
    })
  } catch (error) {
    if (error instanceof Failed) return undefined
    throw error
  }
  await open.remove()
  return all
}

/** Puts into the text of a draft what was left out of its key before it. */
export async function tellLeftOut(open: OpenDraft<TicketDraft>, context: Context): Promise<void> {
  const { answers, leftOut: own } = open.draft
  const { leftOut: counted } = await (await context.repeats()).of(open.draft)
  const leftOut = addLeftOut(counted, own)
  if (!leftOut) return
  const description = [answers.description, leftOutText(leftOut, context)].filter(Boolean).join('\n\n')
  await open.change({ ...withTexts(open.draft, { description }), leftOut: undefined })
  if (counted) await keep(open.draft, context, ({ leftOut: _told, ...before }) => before)
}

/** Remembers that a text of this key went just now. */
export async function noteSent(draft: TicketDraft, context: Context): Promise<void> {
  if (draft.keyMark === undefined || draft.unkept) return
  const sent = context.clock.now().toISOString()
  await keep(draft, context, (before) => ({ ...before, sent, says: draft.says }))
}

/** Where nothing can be kept, the next text goes as well. */
async function keep(
  draft: TicketDraft,
  context: Context,
  next: Parameters<Awaited<ReturnType<Context['repeats']>>['change']>[1],
): Promise<void> {
  await (await context.repeats()).change(draft, next).catch((error: unknown) => {
    if (!(error instanceof Failed)) throw error
  })
}

/** «12 repeats between 14:02 and 14:58 were left out.» */
export function leftOutText({ count, files = 0, first, last }: LeftOut, { t, dates }: Context): string {
  const { time } = dates()
  return t('new.left-out-before', { count, files, first: time(new Date(first)), last: time(new Date(last)) })
}

/** Both together; those that `more` counts came later. */
function addLeftOut(before: LeftOut | undefined, more: LeftOut | undefined): LeftOut | undefined {
  if (!before || !more) return before ?? more
  const files = (before.files ?? 0) + (more.files ?? 0)
  return { count: before.count + more.count, files, first: before.first, last: more.last }
}

/** What is counted beside a draft where a repeat of it, with so many files, says nothing more, and what was counted beside that. */
export function countedWith(kept: TicketDraft, repeat: TicketDraft, files = 0): LeftOut | undefined {
  const { created, lastText = created, leftOut } = repeat
  const one = addLeftOut({ count: 1, files, first: created, last: lastText }, leftOut)
  return kept.created <= created ? addLeftOut(kept.leftOut, one) : addLeftOut(one, kept.leftOut)
}
