import type { TicketRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Viewer } from '../viewer.ts'
import { ROLE, SOLUTION, STATUS } from './ticket-words.ts'

/** Whether the viewer takes part in the ticket: as its writer, its requester or its observer. */
function isMine(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.users_id_recipient === viewer.user.id) return true
  return store
    .table('Ticket_User')
    .by('tickets_id', ticket.id)
    .some(({ users_id, type }) => users_id === viewer.user.id && type !== ROLE.assigned)
}

function isRequester(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.users_id_recipient === viewer.user.id) return true
  return store
    .table('Ticket_User')
    .by('tickets_id', ticket.id)
    .some(({ users_id, type }) => users_id === viewer.user.id && type === ROLE.requester)
}

/** Whether the viewer may see the ticket: on an active entity, and its own unless its profile sees all. */
export function maySee(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (!viewer.entities.has(ticket.entities_id)) return false
  return viewer.profile.seesAllTickets || isMine(store, viewer, ticket)
}

/** The numbers of the tickets that the viewer may see, lowest first; those in the trash too. */
export function visibleTickets(store: Store, viewer: Viewer): number[] {
  const tickets = store.table('Ticket')
  if (viewer.profile.seesAllTickets) {
    const seen: number[] = []
    for (const ticket of tickets.all()) if (viewer.entities.has(ticket.entities_id)) seen.push(ticket.id)
    return seen.sort((a, b) => a - b)
  }
  const mine = new Set<number>()
  for (const { id } of tickets.by('users_id_recipient', viewer.user.id)) mine.add(id)
  for (const { tickets_id, type } of store.table('Ticket_User').by('users_id', viewer.user.id))
    if (type !== ROLE.assigned) mine.add(tickets_id)
  return [...mine].filter((id) => viewer.entities.has(tickets.get(id)?.entities_id ?? -1)).sort((a, b) => a - b)
}

/** Whether somebody of the support has taken the ticket in hand (contract step "PUT Ticket as its requester, before anyone took it"). */
function isTaken(store: Store, ticket: TicketRow): boolean {
  if (ticket.status !== STATUS.new || ticket.takeintoaccountdate !== null) return true
  const people = store.table('Ticket_User').by('tickets_id', ticket.id)
  return (
    people.some(({ type }) => type === ROLE.assigned) ||
    store.table('TicketTask').by('tickets_id', ticket.id).length > 0
  )
}

/** Whether the viewer may change or delete the ticket: a technician may; its requester may until it is taken. */
export function mayChange(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (!maySee(store, viewer, ticket)) return false
  if (viewer.profile.handlesTickets) return ticket.status !== STATUS.closed || viewer.profile.administers
  return isRequester(store, viewer, ticket) && !isTaken(store, ticket)
}

/** Whether the viewer may add followups and documents: not once it is closed (contract step "accepting again"). */
export function mayFollow(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.status === STATUS.closed || ticket.is_deleted || !maySee(store, viewer, ticket)) return false
  return viewer.profile.handlesTickets || isMine(store, viewer, ticket)
}

/** Whether a solution waits for an answer that the viewer may give. */
export function mayAnswerSolution(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (!mayFollow(store, viewer, ticket) || ticket.status !== STATUS.solved) return false
  const isWaiting = store
    .table('ITILSolution')
    .by('items_id', ticket.id)
    .some(({ status }) => status === SOLUTION.waiting)
  return isWaiting && (isRequester(store, viewer, ticket) || viewer.profile.handlesTickets)
}

/** Whether the viewer may add tasks and solutions. */
export function mayHandle(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  return viewer.profile.handlesTickets && mayFollow(store, viewer, ticket)
}
