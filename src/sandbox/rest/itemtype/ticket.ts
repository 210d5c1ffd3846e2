import { plainText } from '../../html-text.ts'
import { say } from '../../messages.ts'
import { secondsBetween } from '../../server-time.ts'
import type { TicketRow } from '../../store/rows.ts'
import { addMentioned } from '../../ticket/actors.ts'
import { APPROVAL } from '../../ticket/approval.ts'
import { notifyNewTicket } from '../../ticket/notification.ts'
import { beginSurvey } from '../../ticket/survey.ts'
import { isOpen, priorityOf, STATUS } from '../../ticket/ticket-words.ts'
import { mayChange, mayDelete, maySee, visibleTickets } from '../../ticket/visibility.ts'
import { viewMark } from '../../viewer.ts'
import { type Call, NotDone, notDone } from '../answer.ts'
import { type Added, type Fields, numberIn, tableResource, textIn } from '../resource.ts'
import { linkAtCreation } from './link.ts'
import { addActors, addEquipment } from './ticket-people.ts'
import { attachUploads } from './upload.ts'

const LONGEST_NAME = 70

/** Tickets. */
export const ticketResource = tableResource('Ticket', {
  mayList: () => true,
  ids: ticketIds,
  mayRead: ({ site, viewer }, ticket) => maySee(site.store, viewer, ticket),
  show: (_call, ticket) => wireTicket(ticket),
  create: createTicket,
  update: updateTicket,
  remove: removeTicket,
})

/** The tickets that the caller may see, kept until the next write. */
function ticketIds({ site, viewer }: Call): readonly number[] {
  return site.lists.get(`visible ${viewMark(viewer)}`, () => visibleTickets(site.store, viewer))
}

/** A ticket with the columns that never vary here. */
function wireTicket(ticket: TicketRow): Fields {
  const { externalid, answerssets_id: _answers, ...row } = ticket
  const since = (date: string | null) => (date ? Math.max(0, secondsBetween(ticket.date, date)) : 0)
  return {
    ...row,
    ...{ requesttypes_id: 1, validation_percent: 0, locations_id: row.locations_id ?? 0 },
    global_validation: row.global_validation ?? APPROVAL.none,
    ...{ slas_id_ttr: row.slas_id_ttr ?? 0, slas_id_tto: row.slas_id_tto ?? 0, time_to_own: row.time_to_own ?? null },
    ...{ slalevels_id_ttr: 0, sla_waiting_duration: 0 },
    ...{ olas_id_ttr: 0, olas_id_tto: 0, olalevels_id_ttr: 0, ola_waiting_duration: 0 },
    ...{ internal_time_to_resolve: null, internal_time_to_own: null, begin_waiting_date: null, waiting_duration: 0 },
    close_delay_stat: since(ticket.closedate),
    solve_delay_stat: since(ticket.solvedate),
    takeintoaccount_delay_stat: since(ticket.takeintoaccountdate),
    ...(externalid === undefined ? {} : { externalid }),
  }
}

/** The API validates nothing (GLPI.md, "v1 — items"): an empty ticket is taken, an unknown urgency becomes 3, an unknown category stays. */
function createTicket(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const entities_id = numberIn(input, 'entities_id') ?? viewer.session.entities_id
  if (!viewer.entities.has(entities_id)) throw notDone(call, 'rightMissing')
  const content = textIn(input, 'content') ?? ''
  const urgency = urgencyOf(call, input) ?? 3
  const now = site.time.now()
  const externalid = textIn(input, 'externalid')
  const ticket = site.store.add('Ticket', {
    entities_id,
    name: textIn(input, 'name') || plainText(content).slice(0, LONGEST_NAME),
    content,
    ...{ date: now, date_mod: now, date_creation: now, closedate: null, solvedate: null, takeintoaccountdate: null },
    ...{ users_id_lastupdater: viewer.user.id, users_id_recipient: viewer.user.id },
    ...{ status: STATUS.new, urgency, impact: 3, priority: priorityOf(urgency, 3) },
    itilcategories_id: numberIn(input, 'itilcategories_id') ?? 0,
    locations_id: numberIn(input, 'locations_id') ?? 0,
    type: numberIn(input, 'type') === 2 ? 2 : 1,
    ...{ time_to_resolve: textIn(input, 'time_to_resolve') ?? null, actiontime: 0, is_deleted: 0 },
    ...(site.version === '11.0' && externalid !== undefined ? { externalid } : {}),
  })
  addEquipment(call, ticket.id, input)
  linkAtCreation(call, ticket.id, input)
  const isAssigned = addActors(call, ticket.id, input)
  addMentioned(site.store, ticket.id, content)
  if (isAssigned) site.store.put('Ticket', { ...ticket, status: STATUS.assigned, takeintoaccountdate: now })
  notifyNewTicket(site, site.store.get('Ticket', ticket.id) ?? ticket)
  const { content: shown, ...attached } = attachUploads(call, ticket, { content, tags: input._tag_filename })
  if (shown !== content)
    site.store.put('Ticket', { ...(site.store.get('Ticket', ticket.id) ?? ticket), content: shown })
  return { id: ticket.id, message: addedMessage(call, ticket.name, ticket.id), ...attached }
}

/** Contract steps "POST Ticket …": 10.0 says the number too. */
function addedMessage({ site, language }: Call, name: string, id: number): string {
  const shown = name === '' ? `Ticket - ID ${id}` : plainText(name)
  return say(language, 'added', { name: site.version === '10.0' ? `${shown} (${id})` : shown })
}

function updateTicket(call: Call, id: number, input: Fields): void {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', id)
  if (!ticket || !mayChange(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  if (viewer.profile.handlesTickets) workOnTicket(call, ticket, input)
  else updateOwnTicket(call, ticket, input)
}

function workOnTicket(call: Call, ticket: TicketRow, input: Fields): void {
  const { site } = call
  const isAssigned = addActors(call, ticket.id, input)
  addEquipment(call, ticket.id, input)
  const changes = { ...textChanges(call, input), ...technicianChanges(call, ticket, input) }
  const taken =
    isAssigned && ticket.status === STATUS.new && changes.status === undefined ? { status: STATUS.assigned } : {}
  const isTaken = isAssigned || (changes.status !== undefined && changes.status !== STATUS.new)
  const takeintoaccountdate = ticket.takeintoaccountdate ?? (isTaken ? site.time.now() : null)
  putTicket(call, ticket, { ...changes, ...taken, takeintoaccountdate })
}

/**
 * What a requester may not set is left aside without a word; where nothing is left, that is refused with an empty one
 * (contract steps "a type alone", "an impact is answered as done", "nothing written: she may close it").
 */
function updateOwnTicket(call: Call, ticket: TicketRow, input: Fields): void {
  const isClosing = numberIn(input, 'status') === STATUS.closed
  const changes = { ...textChanges(call, input), ...(isClosing ? statusChange(call, ticket, STATUS.closed) : {}) }
  if (Object.keys(changes).length > 0) putTicket(call, ticket, changes)
  else if (!('impact' in input)) throw new NotDone('')
}

function putTicket({ site, viewer }: Call, ticket: TicketRow, changes: Partial<TicketRow>): void {
  const { urgency, impact } = { ...ticket, ...changes }
  const who = { users_id_lastupdater: viewer.user.id, date_mod: site.time.now() }
  site.store.put('Ticket', { ...ticket, priority: priorityOf(urgency, impact), ...changes, ...who })
  if (changes.status === STATUS.closed && ticket.status !== STATUS.closed) beginSurvey(site, ticket)
}

/** What its requester may change of a ticket, too. */
function textChanges(call: Call, input: Fields): Partial<TicketRow> {
  const name = textIn(input, 'name')
  const content = textIn(input, 'content')
  const urgency = urgencyOf(call, input)
  const category = numberIn(input, 'itilcategories_id')
  return {
    ...(name === undefined ? {} : { name }),
    ...(content === undefined ? {} : { content }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(category === undefined ? {} : { itilcategories_id: category }),
  }
}

function technicianChanges(call: Call, ticket: TicketRow, input: Fields): Partial<TicketRow> {
  const status = numberIn(input, 'status')
  const type = numberIn(input, 'type')
  const impact = numberIn(input, 'impact')
  const priority = numberIn(input, 'priority')
  const timeToResolve = textIn(input, 'time_to_resolve')
  return {
    ...(type === 1 || type === 2 ? { type } : {}),
    ...(impact !== undefined && impact >= 1 && impact <= 5 ? { impact } : {}),
    ...(priority !== undefined && priority >= 1 && priority <= 6 ? { priority } : {}),
    ...(timeToResolve === undefined ? {} : { time_to_resolve: timeToResolve }),
    ...(status !== undefined && status >= 1 && status <= 6 ? statusChange(call, ticket, status) : {}),
  }
}

/** What goes with a status: the dates of solving and closing. */
function statusChange({ site }: Call, ticket: TicketRow, status: number): Partial<TicketRow> {
  if (isOpen(status)) return { status, solvedate: null, closedate: null }
  const now = site.time.now()
  return { status, solvedate: ticket.solvedate ?? now, closedate: status === STATUS.closed ? now : null }
}

function removeTicket(call: Call, id: number, isForGood: boolean): void {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', id)
  if (!ticket || !mayDelete(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  if (isForGood && !viewer.profile.administers) throw notDone(call, 'rightMissing')
  if (isForGood) site.store.remove('Ticket', id)
  else
    site.store.put('Ticket', {
      ...ticket,
      is_deleted: 1,
      date_mod: site.time.now(),
      users_id_lastupdater: viewer.user.id,
    })
}

/** The urgency asked for; 3 when the site does not offer it; undefined when none is. */
function urgencyOf({ site }: Call, input: Fields): number | undefined {
  const urgency = numberIn(input, 'urgency')
  if (urgency === undefined) return undefined
  const isOffered = urgency >= 1 && urgency <= 5 && (site.configuration.urgencyMask & (1 << urgency)) !== 0
  return isOffered ? urgency : 3
}
