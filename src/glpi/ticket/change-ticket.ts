import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import type { TicketChanges } from '../../itil/ticket.ts'
import { ticketTypeId } from '../../itil/ticket-type.ts'
import { urgencyId } from '../../itil/urgency.ts'
import { textToHtml } from '../html.ts'
import type { Answer } from '../http/http.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { html, parse } from '../wire.ts'

/**
 * Changes a ticket that nobody took yet; what is not named stays, and so does the mark of a description. Rejects with
 * `NotAllowed` when somebody took it, or it is not one of this customer's.
 */
export async function updateTicket(session: Session, id: number, changes: TicketChanges): Promise<void> {
  const { title, description, urgency, categoryId, type } = changes
  const input = {
    ...(title !== undefined && { name: title }),
    ...(description !== undefined && { content: textToHtml(description) + (await marksOf(session, id)) }),
    ...(urgency !== undefined && { urgency: urgencyId(urgency) }),
    ...(categoryId !== undefined && { itilcategories_id: categoryId }),
    ...(type !== undefined && { type: ticketTypeId(type) }),
  }
  if (Object.keys(input).length === 0) return
  done(id, await session.ask({ method: 'PUT', path: `Ticket/${id}`, json: { input } }), 'ERROR_GLPI_UPDATE')
}

/** Puts a ticket that nobody took yet into the trash. Rejects with `NotAllowed` when somebody took it. */
export async function cancelTicket(session: Session, id: number): Promise<void> {
  done(id, await session.ask({ method: 'DELETE', path: `Ticket/${id}` }), 'ERROR_GLPI_DELETE')
}

const content = z.object({ content: html })

/** By them a command that is tried again finds its ticket: they must outlive the text. */
async function marksOf(session: Session, id: number): Promise<string> {
  const answer = await session.call({ path: `Ticket/${id}?get_hateoas=false` })
  return [...parse(content, answer, 'Ticket').content.matchAll(/<!-- ipeos:[\w-]+ -->/g)].join('')
}

// Contract, «PUT Ticket as its requester, before anyone took it»: `[{"32829": true, "message": ""}]`.
const outcome = z.array(z.record(z.string(), z.unknown()))

function done(id: number, answer: Answer, refusal: 'ERROR_GLPI_UPDATE' | 'ERROR_GLPI_DELETE'): void {
  if (readRefusal(answer.json).code === refusal) throw taken(id)
  if (answer.status !== 200) throw refused(answer)
  if (parse(outcome, answer.json, 'Ticket')[0]?.[id] !== true) throw taken(id)
}

/** GLPI words it as a right that is missing, which a requester has until somebody takes the ticket. */
function taken(id: number): NotAllowed {
  return new NotAllowed('ticket-taken', { id })
}
