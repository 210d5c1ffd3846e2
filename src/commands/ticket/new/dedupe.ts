import type { Context } from '../../../app/context.ts'
import { stageOf } from '../../../drafts/describe.ts'
import type { Draft, TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { belongsTo } from '../../../drafts/own-drafts.ts'
import { withResumeHint } from '../../../drafts/resume-hint.ts'
import { type Sent, sendText } from '../../../drafts/send-message.ts'
import { createTicket, type SentTicket, sendTicket } from '../../../drafts/send-ticket.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { TicketSummary } from '../../../itil/ticket.ts'

/** Where a request went: a ticket of its own, or one that is open about the same. */
export type Arrival = SentTicket | { addedTo: number; sent: Sent }

/**
 * Sends the request of a draft, exactly once. One that is about something (`--dedupe`) opens a ticket unless one about the
 * same is open: then the text, and the files, go there.
 */
export async function sendRequest(open: OpenDraft<TicketDraft>, context: Context): Promise<Arrival> {
  const { keyMark } = open.draft
  const isFresh = stageOf(open.draft) === 'typing'
  return isFresh && keyMark !== undefined ? sendUnlessOpen(keyMark, open, context) : sendTicket(open, context)
}

/** One command of this computer after the other, so that two that come at once do not both find nothing. */
function sendUnlessOpen(mark: string, open: OpenDraft<TicketDraft>, context: Context): Promise<Arrival> {
  return context.drafts.alone(mark, async (): Promise<Arrival> => {
    const { current, former } = await withResumeHint(
      context,
      () => open.draft,
      async () => {
        const platform = await context.platform()
        await joinFormer(open, context)
        await settleFormer(open.draft, platform, context)
        return ticketsAbout(mark, platform)
      },
    )
    if (current) return addTo(current.id, open, context)
    if (former) context.terminal.note('new.former-ticket', { id: former.id })
    return sendTicket(open, context)
  })
}

async function addTo(ticketId: number, open: OpenDraft<TicketDraft>, context: Context): Promise<Arrival> {
  const { files, answers } = open.draft
  const message = { kind: 'comment', ticketId, text: answers.description ?? '', files } as const
  // From here on it is a comment: as a request it must not be taken up again.
  return { addedTo: ticketId, sent: await sendText(message, context, () => open.remove()) }
}

/** For `--dry-run`. */
export async function tellWhereItGoes(mark: string, { platform, terminal }: Context): Promise<void> {
  const { current } = await ticketsAbout(mark, await platform())
  if (current) terminal.note('new.would-add', { id: current.id })
}

interface TicketsAbout {
  /** The newest that is open; a solved one is not: that it happens again is news. */
  current: TicketSummary | undefined
  /** The newest that is no longer open. */
  former: TicketSummary | undefined
}

async function ticketsAbout(mark: string, { tickets }: Platform): Promise<TicketsAbout> {
  const isOver = ({ status }: TicketSummary): boolean => status === 'solved' || status === 'closed'
  const found = await tickets.withMark(mark)
  return { current: found.find((one) => !isOver(one)), former: found.find(isOver) }
}

/** Characters that a request takes; what is more stays a draft of its own. */
const longestJoined = 200_000

/**
 * A job that comes every few minutes while the platform is away must not leave a draft each time: what it said before is
 * joined to what it says now. What may have been sent stays, and what a person typed.
 */
export async function joinWaiting(open: OpenDraft<TicketDraft>, context: Context): Promise<void> {
  const { drafts } = context
  const { keyMark } = open.draft
  if (keyMark !== undefined) await drafts.alone(keyMark, () => joinFormer(open, context))
}

async function joinFormer(open: OpenDraft<TicketDraft>, { drafts, settings }: Context): Promise<void> {
  if (open.draft.unkept) return
  const { drafts: all } = await drafts.list()
  for (const draft of all) {
    if (!isOfSameKey(draft, open.draft) || draft.byHand || stageOf(draft) !== 'typing') continue
    const { given } = draft
    if (given && (given.entity !== settings.entity || given.profile !== settings.profile)) continue
    const former = await drafts.takeUp(draft).catch(() => undefined)
    if (!former) continue
    try {
      await joinTo(open, former)
    } finally {
      await former.release()
    }
  }
}

/** Whatever stops it half-way, no text is there twice: a draft that was joined already only goes. */
async function joinTo(open: OpenDraft<TicketDraft>, former: OpenDraft<TicketDraft>): Promise<void> {
  const { answers, files, joined = [], created } = open.draft
  const { id, answers: before, files: filesBefore, joined: joinedBefore = [], created: begun } = former.draft
  if (!joined.includes(id)) {
    const when = created.slice(0, 16).replace('T', ' ')
    const description = `${before.description ?? ''}\n\n— ${answers.title ?? ''} (${when} UTC)\n${answers.description ?? ''}`
    if (description.length > longestJoined) return
    await open.change({
      answers: { ...answers, ...(before.title !== undefined && { title: before.title }), description },
      files: [...filesBefore, ...files],
      joined: [...joinedBefore, ...joined, id],
      created: begun,
    })
  }
  await former.remove()
}

/** Another draft of this key, account and entity: of another entity, it would now be sent to the wrong place. */
function isOfSameKey(draft: Draft, own: TicketDraft): draft is TicketDraft {
  return (
    draft.kind === 'ticket' &&
    draft.id !== own.id &&
    draft.keyMark === own.keyMark &&
    (draft.given ? draft.entity === undefined : draft.entity?.id === own.entity?.id) &&
    belongsTo(draft, own.owner)
  )
}

/**
 * A command that died, or heard no answer, may have made a ticket about the same that is not to be seen yet: it is
 * brought to an end first.
 */
async function settleFormer(
  own: TicketDraft,
  platform: Platform,
  { drafts, patience, terminal }: Context,
): Promise<void> {
  const onDoubt = (seconds: number): void => terminal.note('draft.doubt', { seconds })
  const { drafts: all } = await drafts.list()
  for (const draft of all) {
    if (!isOfSameKey(draft, own) || stageOf(draft) !== 'sending' || (await drafts.inUse(draft))) continue
    const former = await drafts.takeUp(draft)
    try {
      await createTicket(former, platform, { ...patience, onDoubt })
      if (former.draft.files.length === 0) await former.remove()
    } finally {
      await former.release()
    }
  }
}
