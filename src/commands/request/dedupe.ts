import type { Context } from '../../app/context.ts'
import { stageOf } from '../../drafts/describe.ts'
import type { LeftOut, TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { requestText } from '../../drafts/form/form-text.ts'
import { sendForm } from '../../drafts/form/send-form.ts'
import { linkRelated } from '../../drafts/once/link-related.ts'
import { readableDrafts } from '../../drafts/own-drafts.ts'
import { resumeHint, withResumeHint } from '../../drafts/resume-hint.ts'
import { type Sent, sendInstead } from '../../drafts/send-message.ts'
import { createTicket, imagesOf, type SentTicket, type SentUnseen, sendTicket } from '../../drafts/send-ticket.ts'
import { Failed, IpeosError } from '../../errors/error.ts'
import type { OpenForm } from '../../glpi/forms/open-form.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import { waitsForAnswer } from '../../itil/ticket-action.ts'
import { tellTwins } from './arrival/twins.ts'
import { isOfSameKey, joinFormer, mayBeOfKey } from './join-waiting.ts'
import { isTooSoon, type KeyedRequest, leaveOut, noteSent, tellLeftOut } from './left-out.ts'

/** Where a request went: a ticket of its own, or one that is open about the same; nowhere, so soon after the last one. */
export type Arrival =
  | SentTicket
  | SentUnseen
  | { addedTo: number; sent: Sent; related?: number; unlinked?: IpeosError }
  | { leftOutOf: number; leftOut: LeftOut }
  | { accepted: number; sent: Sent }
  | { nowhere: 'no-ticket' | 'ticket-over' | 'ticket-solved'; former?: number }

/**
 * Sends the request of a draft, exactly once, by its form (`opened`, where it is open already). One that is about something (`--dedupe`) opens a ticket unless one about the
 * same is open: then the text, and the files, go there.
 */
export async function sendRequest(open: OpenDraft<TicketDraft>, context: Context, opened?: OpenForm): Promise<Arrival> {
  const { keyMark } = open.draft
  const isFresh = stageOf(open.draft) === 'typing'
  return isFresh && keyMark !== undefined
    ? sendUnlessOpen(keyMark, open, context, opened)
    : sendTicket(open, context, { opened })
}

/** One command of this computer after the other, so that two that come at once do not both find nothing. */
function sendUnlessOpen(
  mark: string,
  open: OpenDraft<TicketDraft>,
  context: Context,
  opened: OpenForm | undefined,
): Promise<Arrival> {
  const sending = context.drafts.alone(mark, async (): Promise<Arrival> => {
    const { current, former } = await withResumeHint(
      context,
      () => open,
      async () => {
        const platform = await context.platform()
        await settleFormer(open.draft, platform, context)
        return ticketsAbout(mark, platform)
      },
    ).catch(async (error: unknown) => {
      await joinFormer(open, context, 'few')
      throw error
    })
    const leftOut = current && (await leaveOut(open, context))
    if (current && leftOut) return { leftOutOf: current.id, leftOut }
    if (!current && open.draft.onlyIfOpen) return sendOfWhatIsOver(former, open, context)
    await joinFormer(open, context, 'all')
    await tellLeftOut(open, context)
    if (current) return addTo(current.id, open, context)
    if (former) context.terminal.note('new.former-ticket', { id: former.id })
    const sent = await sendTicket(open, context, { opened })
    await noteSent(open.draft, context)
    return sent
  })
  return sending.catch((error: unknown) => {
    if (error instanceof Failed && error.code === 'no-turn')
      throw error.withHint(resumeHint(open) ?? { key: 'draft.no-turn-unkept' })
    throw error
  })
}

/** The link comes first: a command that is killed makes it again, and once. */
async function addTo(ticketId: number, open: OpenDraft<TicketDraft>, context: Context): Promise<Arrival> {
  const { files } = open.draft
  const related = open.draft.related === ticketId ? undefined : open.draft.related
  const platform = await context.platform()
  const unlinked = related === undefined ? undefined : await linkRelated([ticketId], related, platform, context)
  const message = { kind: 'comment', ticketId, text: requestText(open.draft, context.t), files } as const
  const sent = await sendInstead(open, message, context)
  await noteSent(open.draft, context)
  return { addedTo: ticketId, sent, ...(related !== undefined && { related }), ...(unlinked && { unlinked }) }
}

/** A word on a solved ticket would refuse its solution: it goes along with the acceptance, or not at all. */
async function sendOfWhatIsOver(
  former: TicketSummary | undefined,
  open: OpenDraft<TicketDraft>,
  context: Context,
): Promise<Arrival> {
  const { accept, answers } = open.draft
  if (former && accept && (await waitsForWord(former, context))) {
    const message = { kind: 'acceptance', ticketId: former.id, text: answers.description ?? '' } as const
    return { accepted: former.id, sent: await sendInstead(open, message, context) }
  }
  await open.remove()
  if (!former) return { nowhere: 'no-ticket' }
  return { nowhere: former.status === 'solved' ? 'ticket-solved' : 'ticket-over', former: former.id }
}

async function waitsForWord({ id, status }: TicketSummary, context: Context): Promise<boolean> {
  if (status !== 'solved') return false
  const { tickets } = await context.platform()
  const ticket = await tickets.get(id)
  return waitsForAnswer(ticket, await tickets.timeline(ticket))
}

/** For `--dry-run`. */
export async function tellWhereItGoes(draft: KeyedRequest, context: Context): Promise<void> {
  const { would, ticket } = await placeOf(draft, context)
  if (ticket !== undefined && (would === 'add' || would === 'leave-out'))
    context.terminal.note(`new.would-${would}`, { id: ticket })
}

/** Where a request would go. */
export interface Place {
  would: 'open' | 'add' | 'leave-out' | 'accept' | 'nothing'
  /** The one that is open, or was. */
  ticket?: number
}

export async function placeOf(
  draft: KeyedRequest & Pick<TicketDraft, 'onlyIfOpen' | 'accept'>,
  context: Context,
): Promise<Place> {
  const { current, former } = await ticketsAbout(draft.keyMark, await context.platform())
  if (current) return { would: (await isTooSoon(draft, context)) ? 'leave-out' : 'add', ticket: current.id }
  if (!draft.onlyIfOpen) return { would: 'open' }
  if (!former) return { would: 'nothing' }
  const isAccepted = draft.accept && (await waitsForWord(former, context))
  return { would: isAccepted ? 'accept' : 'nothing', ticket: former.id }
}

interface TicketsAbout {
  /** The oldest that is open, of several that a proxy made; a solved one is not: that it happens again is news. */
  current: TicketSummary | undefined
  /** The newest that is no longer open. */
  former: TicketSummary | undefined
}

async function ticketsAbout(mark: string, { tickets }: Platform): Promise<TicketsAbout> {
  const isOver = ({ status }: TicketSummary): boolean => status === 'solved' || status === 'closed'
  const found = await tickets.withMark(mark)
  return { current: found.findLast((one) => !isOver(one)), former: found.find(isOver) }
}

/**
 * A command that died, or heard no answer, may have made a ticket about the same that is not to be seen yet: it is
 * brought to an end first.
 */
async function settleFormer(own: TicketDraft, platform: Platform, context: Context): Promise<void> {
  const { drafts } = context
  for (const draft of await readableDrafts(drafts, mayBeOfKey(own))) {
    if (!isOfSameKey(draft, own) || stageOf(draft) !== 'sending' || (await drafts.inUse(draft))) continue
    const former = await drafts.takeUp(draft)
    try {
      if (!(await settled(former, platform, context))) continue
      await noteSent(former.draft, context)
      if (former.draft.files.every(({ submitted }) => submitted)) await former.remove()
    } finally {
      await former.release()
    }
  }
}

/** False for answers to a form of which nobody can tell whether they arrived: they keep no other text back. */
async function settled(former: OpenDraft<TicketDraft>, platform: Platform, context: Context): Promise<boolean> {
  const onDoubt = (seconds: number): void => context.terminal.note('draft.doubt', { seconds })
  if (!former.draft.form) {
    const { id, younger } = await createTicket(former, platform, { ...context.patience, onDoubt }, () =>
      imagesOf(former, context),
    )
    tellTwins([{ id, younger }], context)
    return true
  }
  try {
    const { tickets, younger } = await sendForm(former, platform, context, { onDoubt })
    tellTwins([{ id: tickets[0] ?? 0, younger }], context)
    return true
  } catch (error) {
    if (error instanceof IpeosError && error.code === 'perhaps-submitted') return false
    throw error
  }
}
