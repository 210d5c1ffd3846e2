import * as z from 'zod/mini'
import { Failed, NotAllowed } from '../../errors/error.ts'
import { markComment, textToHtml } from '../html.ts'
import { everyItem } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { html, integer, madeNumber, parse } from '../wire.ts'
import type { Followups, Solutions } from './tickets.ts'

/** What this account writes on tickets. */
export function followupsOf(session: Session): Followups {
  return {
    add: (ticketId, text, { mark } = {}) => addFollowup(session, ticketId, { text, mark }),
    findByMark: (ticketId, mark) => findFollowup(session, ticketId, mark),
  }
}

const created = z.object({ id: madeNumber })

/** What a followup does besides being read: it accepts or refuses the solution that waits (GLPI.md, «life of a ticket»). */
type Answering = { add_close: 1 } | { add_reopen: 1 }

export interface Writing {
  /** Plain text; empty where an answer needs none. */
  text: string
  mark?: string | undefined
  answering?: Answering
}

/**
 * Writes on a ticket; gives the followup's number. Rejects with `NotAllowed` when the platform takes it not, or no more:
 * a closed ticket, a solution that was answered meanwhile.
 */
export async function addFollowup(
  session: Session,
  ticketId: number,
  { text, mark, answering }: Writing,
): Promise<{ id: number }> {
  const content = textToHtml(text)
  // A mark alone would be an empty followup; without any, GLPI writes «Solution approuvée» by itself.
  const marked = content && mark ? content + markComment(mark) : content
  const input = { itemtype: 'Ticket', items_id: ticketId, content: marked, ...answering }
  const answer = await session.ask({ method: 'POST', path: 'ITILFollowup', json: { input } })
  if (answer.status === 201) return { id: parse(created, answer.json, 'POST ITILFollowup').id }
  const { code, message } = readRefusal(answer.json)
  // Contract, «accepting again»: what is too late is told as a right that is missing.
  if (code !== 'ERROR_GLPI_ADD') throw refused(answer)
  throw content || answering
    ? new NotAllowed('followup-refused', { id: ticketId, message })
    : new Failed('refused', { message })
}

const marked = z.array(z.object({ id: integer, content: html }))

/** The followup of a ticket that carries this mark, in whichever way its HTML came encoded; undefined for none. */
async function findFollowup(session: Session, ticketId: number, mark: string): Promise<number | undefined> {
  const path = `Ticket/${ticketId}/ITILFollowup?get_hateoas=false`
  const followups = parse(marked, await everyItem(session, path), 'ITILFollowup')
  return followups.find(({ content }) => content.includes(`ipeos:${mark} `))?.id
}

/** The answers to a solution that waits: followups that close the ticket, or open it again (GLPI.md, «life of a ticket»). */
export function solutionsOf(session: Session): Solutions {
  return {
    accept: (ticketId, text = '', { mark } = {}) =>
      addFollowup(session, ticketId, { text, mark, answering: { add_close: 1 } }),
    refuse: (ticketId, reason, { mark } = {}) =>
      addFollowup(session, ticketId, { text: reason, mark, answering: { add_reopen: 1 } }),
  }
}
