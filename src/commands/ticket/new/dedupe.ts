import type { Context } from '../../../app/context.ts'
import { createOnce } from '../../../drafts/create-once.ts'
import { belongsTo, stageOf } from '../../../drafts/describe.ts'
import type { Draft, TicketDraft } from '../../../drafts/draft.ts'
import type { OpenDraft } from '../../../drafts/drafts.ts'
import { whileKept } from '../../../drafts/explain.ts'
import { sendText } from '../../../drafts/send-message.ts'
import { tellMissing } from '../../../drafts/tell-missing.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { TicketSummary } from '../../../itil/ticket.ts'
import type { ChosenFields } from '../../../records/records.ts'
import { newTicket, printForScripts } from './create-ticket.ts'
import type { Request } from './request.ts'
import { sentRequest } from './request-draft.ts'

interface Report {
  /** Of what it is about. */
  mark: string
  request: Request
  open: OpenDraft<TicketDraft>
  /** Opens a ticket of its own. */
  send(): Promise<void>
}

/**
 * Opens a ticket unless one about the same is open: then the text, and the files, go there. One command of this computer
 * after the other, so that two that come at once do not both find nothing.
 */
export async function unlessOpen(
  report: Report,
  platform: Platform,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { mark, open, send } = report
  await context.drafts.alone(mark, async () => {
    const look = async () => {
      await replaceWaiting(open.draft, context)
      await settleFormer(open.draft, platform, context)
      return ticketsAbout(mark, platform)
    }
    const { current, former } = await whileKept(context, () => open.draft, look)
    if (current) return addTo(current, report, platform, json, context)
    if (former) context.terminal.note('new.former-ticket', { id: former.id })
    await send()
  })
}

/** For `--dry-run`. */
export async function tellWhereItGoes(mark: string, platform: Platform, { terminal }: Context): Promise<void> {
  const { current } = await ticketsAbout(mark, platform)
  if (current) terminal.note('new.would-add', { id: current.id })
}

interface About {
  /** The newest that is open; a solved one is not: that it happens again is news. */
  current: TicketSummary | undefined
  /** The newest that is no longer open. */
  former: TicketSummary | undefined
}

async function ticketsAbout(mark: string, { tickets }: Platform): Promise<About> {
  const isOver = ({ status }: TicketSummary): boolean => status === 'solved' || status === 'closed'
  const found = await tickets.withMark(mark)
  return { current: found.find((one) => !isOver(one)), former: found.find(isOver) }
}

/**
 * A job that comes every few minutes while the platform is away must not leave a draft each time: what it says now takes
 * the place of what it said before. What may have been sent stays, and what a person typed.
 */
async function replaceWaiting(own: TicketDraft, { drafts }: Context): Promise<void> {
  const { drafts: all } = await drafts.list()
  for (const draft of all) {
    if (!isOfSameKey(draft, own) || draft.byHand || stageOf(draft) !== 'typing' || (await drafts.inUse(draft))) continue
    await drafts.delete(draft)
  }
}

/** Another draft of this key, account and entity: of another entity, it would now be sent to the wrong place. */
function isOfSameKey(draft: Draft, own: TicketDraft): draft is TicketDraft {
  return (
    draft.kind === 'ticket' &&
    draft.id !== own.id &&
    draft.keyMark === own.keyMark &&
    draft.entity?.id === own.entity?.id &&
    belongsTo(draft, own.owner)
  )
}

/**
 * A command that died, or heard no answer, may have made a ticket about the same that is not to be seen yet: it is
 * brought to an end first.
 */
async function settleFormer(own: TicketDraft, platform: Platform, { drafts, patience }: Context): Promise<void> {
  const { drafts: all } = await drafts.list()
  for (const draft of all) {
    if (!isOfSameKey(draft, own) || stageOf(draft) !== 'sending' || (await drafts.inUse(draft))) continue
    const former = await drafts.takeUp(draft)
    try {
      await createOnce(former, newTicket(sentRequest(former.draft)), platform, patience)
      if (former.draft.files.length === 0) await former.remove()
    } finally {
      await former.release()
    }
  }
}

async function addTo(
  { id }: TicketSummary,
  { request, open }: Report,
  platform: Platform,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { terminal } = context
  const message = { kind: 'comment', ticketId: id, text: request.description, files: request.files } as const
  // From here on it is a comment: as a request it must not be taken up again.
  const sent = await sendText(message, context, () => open.remove())
  terminal.note('new.added', { id })
  const link = await platform.tickets.link(id)
  terminal.show(link)
  terminal.note('new.follow', { id })
  await printForScripts(id, link, platform, json, context)
  tellMissing(sent, id, context)
}
