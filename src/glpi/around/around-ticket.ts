import type { Session } from '../session/session.ts'
import type { Around } from './around.ts'
import { linksOf, linkTickets, unlinkTickets } from './links.ts'
import { addObserver, notifyPart, partsIn, removeObserver } from './parts.ts'

export function aroundOf(session: Session): Around {
  return {
    people: (ticketId) => partsIn(session, ticketId),
    addObserver: (ticketId, observer, how) => addObserver(session, ticketId, observer, how),
    notify: (part, isWanted) => notifyPart(session, part, isWanted),
    removeObserver: (part) => removeObserver(session, part),
    links: (ticketId) => linksOf(session, ticketId),
    link: (ticketId, other, relation) => linkTickets(session, ticketId, other, relation),
    unlink: (link) => unlinkTickets(session, link),
  }
}
