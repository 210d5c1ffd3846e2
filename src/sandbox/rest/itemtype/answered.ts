import type { TicketRow } from '../../store/rows.ts'
import { beginSurvey } from '../../ticket/survey.ts'
import { ROLE, SOLUTION, STATUS } from '../../ticket/ticket-words.ts'
import { isRequester } from '../../ticket/visibility.ts'
import type { Call } from '../answer.ts'
import { type Fields, isSet } from '../resource.ts'
import { goesOn } from './pending.ts'

/**
 * What a followup does to its ticket beside being read. `add_close` closes a solved one; on another it is taken for
 * nothing (contract steps "accepting then is answered as done", "and closes nothing").
 */
export function answeredBy(call: Call, ticket: TicketRow, input: Fields): Partial<TicketRow> {
  if (isSet(input, 'add_close') && ticket.status === STATUS.solved) return close(call, ticket)
  if (isSet(input, 'add_reopen') && isWaiting(ticket)) return reopen(call, ticket)
  return reopenedByRequester(call, ticket) ?? {}
}

/** Every word and file of a requester opens a solved or pending ticket again (contract steps "a mere followup", "a mere file"). */
export function reopenedByRequester(call: Call, ticket: TicketRow): Partial<TicketRow> | undefined {
  return isWaiting(ticket) && isRequester(call.site.store, call.viewer, ticket) ? reopen(call, ticket) : undefined
}

/** Marks the ticket as changed by the caller; the first time that it is a technician, as taken into account. */
export function touch({ site, viewer }: Call, ticket: TicketRow, changes: Partial<TicketRow>): void {
  const now = site.time.now()
  const isSupport = viewer.profile.handlesTickets && ticket.users_id_recipient !== viewer.user.id
  site.store.put('Ticket', {
    ...ticket,
    takeintoaccountdate: ticket.takeintoaccountdate ?? (isSupport ? now : null),
    date_mod: now,
    users_id_lastupdater: viewer.user.id,
    ...changes,
  })
  if (changes.status === STATUS.closed) beginSurvey(site, ticket)
}

function isWaiting({ status }: TicketRow): boolean {
  return status === STATUS.solved || status === STATUS.pending
}

function close(call: Call, ticket: TicketRow): Partial<TicketRow> {
  answerSolutions(call, ticket, SOLUTION.accepted)
  return { status: STATUS.closed, closedate: call.site.time.now() }
}

/** Without a technician a ticket that is open again is new (contract step "the ticket is open again"). */
function reopen(call: Call, ticket: TicketRow): Partial<TicketRow> {
  answerSolutions(call, ticket, SOLUTION.refused)
  const people = call.site.store.table('Ticket_User').by('tickets_id', ticket.id)
  const isAssigned = people.some(({ type }) => type === ROLE.assigned)
  goesOn(call, ticket)
  return { status: isAssigned ? STATUS.assigned : STATUS.new, solvedate: null }
}

function answerSolutions({ site, viewer }: Call, { id }: TicketRow, status: number): void {
  const answer = { status, date_approval: site.time.now(), users_id_approval: viewer.user.id }
  for (const solution of site.store.table('ITILSolution').by('items_id', id))
    if (solution.status === SOLUTION.waiting) site.store.put('ITILSolution', { ...solution, ...answer })
}
