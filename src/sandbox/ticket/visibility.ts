import type { TicketRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Viewer } from '../viewer.ts'
import { approves, isAsked, mayApprove } from './approval.ts'
import { isOpen, ROLE, STATUS } from './ticket-words.ts'

/** Whether the viewer takes part in the ticket: as its writer, its requester or its observer. */
function isMine(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.users_id_recipient === viewer.user.id) return true
  return store
    .table('Ticket_User')
    .by('tickets_id', ticket.id)
    .some(({ users_id, type }) => users_id === viewer.user.id && type !== ROLE.assigned)
}

/** Whether the viewer is one whom the ticket is for, or who wrote it down: an observer only reads. */
export function isRequester(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.users_id_recipient === viewer.user.id) return true
  return store
    .table('Ticket_User')
    .by('tickets_id', ticket.id)
    .some(({ users_id, type }) => users_id === viewer.user.id && type === ROLE.requester)
}

/** Whether the viewer may see the ticket: on an active entity, and its own unless its profile sees all. */
export function maySee(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (!viewer.entities.has(ticket.entities_id)) return false
  return viewer.profile.seesAllTickets || isMine(store, viewer, ticket) || approves(store, viewer, ticket.id)
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
  for (const id of askedTickets(store, viewer)) mine.add(id)
  return [...mine].filter((id) => viewer.entities.has(tickets.get(id)?.entities_id ?? -1)).sort((a, b) => a - b)
}

function askedTickets(store: Store, viewer: Viewer): number[] {
  if (!mayApprove(viewer)) return []
  const rows = [...store.table('TicketValidation').all()]
  return rows.filter((row) => isAsked(store, viewer, row)).map(({ tickets_id }) => tickets_id)
}

/** Whether nobody wrote on the ticket yet, her own words and private ones included (contract step "now she may not"). */
function isUnwritten(store: Store, { id }: TicketRow): boolean {
  return (
    store.table('ITILFollowup').by('items_id', id).length === 0 &&
    store.table('TicketTask').by('tickets_id', id).length === 0
  )
}

/** Whether the viewer may change the ticket: a technician may; its requester or writer while nothing is written on it. */
export function mayChange(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (!maySee(store, viewer, ticket)) return false
  if (viewer.profile.handlesTickets) return ticket.status !== STATUS.closed || viewer.profile.administers
  return isRequester(store, viewer, ticket) && isOpen(ticket.status) && isUnwritten(store, ticket)
}

/** Whether the viewer may delete it: not, for a requester, once it was changed (contract step "is enough to forbid its deletion"). */
export function mayDelete(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  const isAsOpened = viewer.profile.handlesTickets || ticket.date === ticket.date_mod
  return isAsOpened && mayChange(store, viewer, ticket)
}

/** Whether the viewer may add followups and documents: not once it is closed (contract step "a closed ticket takes no word"). */
export function mayFollow(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  if (ticket.status === STATUS.closed || ticket.is_deleted || !maySee(store, viewer, ticket)) return false
  return viewer.profile.handlesTickets || isRequester(store, viewer, ticket)
}

/** Whether the viewer may add tasks and solutions. */
export function mayHandle(store: Store, viewer: Viewer, ticket: TicketRow): boolean {
  return viewer.profile.handlesTickets && mayFollow(store, viewer, ticket)
}
