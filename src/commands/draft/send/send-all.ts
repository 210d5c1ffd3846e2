import type { Context } from '../../../app/context.ts'
import { isWaiting, shortId } from '../../../drafts/describe.ts'
import type { Draft } from '../../../drafts/draft.ts'
import { ownerHere } from '../../../drafts/own-drafts.ts'
import { IpeosError, NotLoggedIn, PartlyDone, Unreachable } from '../../../errors/error.ts'
import { openTicket } from '../../request/open-ticket.ts'
import { sendKeptDraft } from './send-kept-draft.ts'

/**
 * Sends all that waits, the oldest first, each exactly once; another process that does the same is no harm. What a person
 * is still typing stays. Rejects with `PartlyDone` (7) when something is left.
 */
export async function sendAll(context: Context): Promise<void> {
  const waiting = await waitingDrafts(context)
  if (waiting.length > 0) await sendEach(waiting, context)
  const left = (await waitingDrafts(context)).length
  if (left > 0) throw new PartlyDone('drafts-left', { count: left })
}

async function waitingDrafts({ drafts }: Context): Promise<Draft[]> {
  const all = (await drafts.list()).drafts.reverse()
  const joined = new Set(all.flatMap((draft) => (draft.kind === 'ticket' ? (draft.joined ?? []) : [])))
  // Its text is in another already: whoever joined them was killed before it went.
  for (const draft of all) if (joined.has(draft.id)) await drafts.delete(draft).catch(() => undefined)
  return all.filter((draft) => isWaiting(draft) && !joined.has(draft.id))
}

async function sendEach(waiting: Draft[], context: Context): Promise<void> {
  const { drafts, terminal, t } = context
  try {
    await ownerHere(context)
    for (const draft of waiting) {
      if (await drafts.inUse(draft)) continue
      await sendOne(draft, context).catch((error: unknown) => {
        // Sent, or joined to another, meanwhile; or taken up by another process.
        if (isElsewhere(error)) return
        if (!(error instanceof IpeosError) || isForAll(error)) throw error
        terminal.warn('draft.not-sent', { id: shortId(draft), reason: t(error.text) })
      })
    }
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    terminal.warn('draft.none-sent', { reason: t(error.text) })
  }
}

function sendOne({ id, kind }: Draft, context: Context): Promise<void> {
  const asWritten = { resume: id, yes: true, unattended: true }
  return kind === 'ticket' ? openTicket(asWritten, context) : sendKeptDraft(id, context)
}

function isElsewhere(error: unknown): boolean {
  return error instanceof IpeosError && (error.code === 'draft-not-found' || error.code === 'draft-in-use')
}

/** What stops one stops all: a network that is away, a login that is refused. */
function isForAll(error: unknown): boolean {
  return error instanceof Unreachable || error instanceof NotLoggedIn
}
