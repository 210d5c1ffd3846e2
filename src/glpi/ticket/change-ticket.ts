import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import type { TicketChanges } from '../../itil/ticket.ts'
import { ticketStatusId, urgencyId } from '../../itil/ticket-words.ts'
import { htmlKeeping, type KeptImage } from '../document/inline/kept-images.ts'
import { markComment, textToHtml } from '../html.ts'
import type { Answer } from '../http/http.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { html, integer, parse } from '../wire.ts'
import { marksIn } from './marked.ts'

/**
 * Changes a ticket that nobody wrote on yet; what is not named stays, and so do the mark of a description, and those of its
 * images that the new one names. Rejects with `NotAllowed` when somebody wrote, or it is not one of this customer's.
 */
export async function updateTicket(
  session: Session,
  id: number,
  changes: TicketChanges,
  images: readonly KeptImage[] = [],
): Promise<void> {
  const { title, description, urgency, categoryId } = changes
  const input = {
    ...(title !== undefined && { name: title }),
    ...(description !== undefined && { content: htmlKeeping(description, images) + (await marksOf(session, id)) }),
    ...(urgency !== undefined && { urgency: urgencyId(urgency) }),
    ...(categoryId !== undefined && { itilcategories_id: categoryId }),
  }
  if (Object.keys(input).length === 0) return
  await put(session, id, input)
}

/**
 * Puts a text behind the description of a ticket that nobody wrote on yet, unless it ends with it already: images and marks
 * stay. Rejects with `NotAllowed` when somebody wrote.
 */
export async function addToDescription(session: Session, id: number, text: string): Promise<void> {
  const before = await contentOf(session, id)
  const added = textToHtml(text)
  if (!before.endsWith(added)) await put(session, id, { content: before + added })
}

/**
 * Deletes a ticket, or, where it may not be deleted any more, closes it (GLPI-CUSTOMER.md, «First»); gives which. Rejects
 * with `NotAllowed` when neither may be.
 */
export async function cancelTicket(session: Session, id: number): Promise<'deleted' | 'closed'> {
  const answer = await session.ask({ method: 'DELETE', path: `Ticket/${id}` })
  if (readRefusal(answer.json).code !== 'ERROR_GLPI_DELETE') {
    done(id, answer)
    return 'deleted'
  }
  await closeTicket(session, id)
  return 'closed'
}

/** Closes a ticket that nobody wrote on yet. Rejects with `NotAllowed` when somebody did. */
export async function closeTicket(session: Session, id: number): Promise<void> {
  await put(session, id, { status: ticketStatusId('closed') })
  // What may not be set is left aside without a word.
  const now = parse(state, await session.call({ path: `Ticket/${id}?get_hateoas=false` }), 'Ticket')
  if (now.status !== ticketStatusId('closed')) throw fixed(id)
}

async function put(session: Session, id: number, input: Record<string, unknown>): Promise<void> {
  const answer = await session.ask({ method: 'PUT', path: `Ticket/${id}`, json: { input } })
  const { code, message } = readRefusal(answer.json)
  if (code !== 'ERROR_GLPI_UPDATE') return done(id, answer)
  // Contract, «a type alone»: an empty message means that nothing of it may be set.
  throw message === '' ? new NotAllowed('not-settable', { id }) : fixed(id)
}

const state = z.object({ status: integer })
const content = z.object({ content: html })

/** By them a command that is tried again finds its ticket: they must outlive the text. */
async function marksOf(session: Session, id: number): Promise<string> {
  return marksIn(await contentOf(session, id))
    .map(markComment)
    .join('')
}

async function contentOf(session: Session, id: number): Promise<string> {
  return parse(content, await session.call({ path: `Ticket/${id}?get_hateoas=false` }), 'Ticket').content
}

// Contract, «taken, nothing written: its requester may edit it still»: `[{"32829": true, "message": ""}]`.
const outcome = z.array(z.record(z.string(), z.unknown()))

function done(id: number, answer: Answer): void {
  if (answer.status !== 200) throw refused(answer)
  if (parse(outcome, answer.json, 'Ticket')[0]?.[id] !== true) throw fixed(id)
}

/** GLPI words it as a right that is missing, which a requester has until something is written, be it private. */
function fixed(id: number): NotAllowed {
  return new NotAllowed('ticket-fixed', { id })
}
