import type { Session } from '../session/session.ts'
import { addFollowup } from './followup.ts'
import type { Solutions } from './tickets.ts'

/** The answers to a solution that waits: followups that close the ticket, or open it again (GLPI.md, «life of a ticket»). */
export function solutionsOf(session: Session): Solutions {
  return {
    accept: (ticketId, text = '', { mark } = {}) =>
      addFollowup(session, ticketId, { text, mark, answering: { add_close: 1 } }),
    refuse: (ticketId, reason, { mark } = {}) =>
      addFollowup(session, ticketId, { text: reason, mark, answering: { add_reopen: 1 } }),
  }
}
