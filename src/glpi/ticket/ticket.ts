import * as z from 'zod/mini'
import { NotAllowed, NotFound, WrongUsage } from '../../errors/error.ts'
import type { ApprovalStatus } from '../../itil/approval.ts'
import { knownFields } from '../../itil/known-fields.ts'
import type { Person } from '../../itil/person.ts'
import type { EquipmentReference, NewTicket, Ticket, TicketDocument } from '../../itil/ticket.ts'
import { ticketTypeId, urgencyId } from '../../itil/ticket-words.ts'
import { markComment, textToHtml, withoutMark } from '../html.ts'
import { everyItem } from '../range.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, html, integer, label, madeNumber, parse, reference, serverDate, unexpected } from '../wire.ts'
import { type Names, nameOf, who } from './names.ts'
import { isMe, type Party, peopleOf, type TicketPeople } from './people.ts'
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'
import { whereGiven } from './where-given.ts'

const document = z.object({
  id: integer,
  filename: label,
  mime: z.optional(label),
  sha1sum: z.optional(z.nullable(z.string())),
  users_id: z.optional(who),
  assocdate: z.optional(serverDate),
  date_creation: z.optional(serverDate),
})

// Contract, «GET Ticket, dropdowns expanded» and «but with_documents=true lists them».
const ticket = z.object({
  id: integer,
  name: label,
  content: html,
  status: integer,
  urgency: integer,
  priority: z.nullable(integer),
  type: z.nullable(integer),
  itilcategories_id: reference,
  locations_id: z.optional(reference),
  entities_id: reference,
  users_id_recipient: reference,
  date: serverDate,
  date_creation: serverDate,
  date_mod: serverDate,
  takeintoaccountdate: z.optional(serverDate),
  solvedate: serverDate,
  closedate: serverDate,
  time_to_resolve: z.optional(serverDate),
  time_to_own: z.optional(serverDate),
  slas_id_ttr: z.optional(reference),
  slas_id_tto: z.optional(reference),
  actiontime: z.nullable(integer),
  global_validation: z.optional(integer),
  is_deleted: flag,
  _documents: z.optional(z.array(document)),
})

const named = 'expand_dropdowns=true&get_hateoas=false'

/** What reading a ticket takes. */
export interface TicketAccess {
  session: Session
  dates(): Promise<DateReader>
  names: Names
}

/**
 * One ticket with its people, its equipment and its documents, in three requests. Rejects with `NotFound` when it is
 * deleted, unknown, or not this customer's.
 */
export async function getTicket({ session, dates, names }: TicketAccess, id: number): Promise<Ticket> {
  const [answer, equipment, people] = await Promise.all([
    knownTicket(id, session.call({ path: `Ticket/${id}?with_documents=true&${named}` })),
    whereGiven(equipmentOf(session, id)),
    whereGiven(peopleOf(session, id, names)),
  ])
  const fields = parse(ticket, answer, 'Ticket')
  if (fields.is_deleted) throw noTicket(id)
  const { person } = await session.current()
  return readTicket(fields, { readDate: await dates(), person, equipment: equipment ?? [], people, names })
}

/** GLPI answers 404 for a number that does not exist and 403 for the ticket of somebody else; both are «not yours». */
async function knownTicket<Result>(id: number, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) throw noTicket(id, error)
    throw error
  }
}

function noTicket(id: number, cause?: unknown): NotFound {
  return new NotFound('ticket-not-found', { id }, { cause })
}

const itemLink = z.array(z.object({ itemtype: label, items_id: integer }))

/** The form that a ticket came from stands among its items (GLPI-11-FORMS.md, 9), and is no equipment. */
const formType = 'Glpi\\Form\\Form'

/** What a ticket is about, without names: those cost another request. */
async function equipmentOf(session: Session, ticketId: number): Promise<EquipmentReference[]> {
  const items = await everyItem(session, `Ticket/${ticketId}/Item_Ticket?get_hateoas=false`)
  return parse(itemLink, items, 'Item_Ticket')
    .filter(({ itemtype }) => itemtype !== formType)
    .map(({ itemtype, items_id }) => ({ key: `${itemtype}:${items_id}` }))
}

interface Surroundings {
  readDate: DateReader
  person: Person
  equipment: EquipmentReference[]
  /** Undefined where the platform tells nothing of them. */
  people: TicketPeople | undefined
  names: Names
}

function readTicket(fields: z.output<typeof ticket>, around: Surroundings): Ticket {
  const { readDate, person, equipment, people } = around
  const opened = readDate(fields.date) ?? readDate(fields.date_creation)
  if (!opened) throw unexpected('Ticket', 'date')
  const status = knownStatus(fields.status, 'Ticket')
  return {
    id: fields.id,
    title: fields.name,
    status,
    urgency: knownUrgency(fields.urgency, 'Ticket'),
    ...knownFields({
      priority: knownPriority(fields.priority),
      type: knownType(fields.type),
      category: fields.itilcategories_id,
      entity: fields.entities_id,
      location: fields.locations_id,
      taken: readDate(fields.takeintoaccountdate),
      takeBy: readDate(fields.time_to_own),
      takeLevel: fields.slas_id_tto,
      solved: readDate(fields.solvedate),
      closed: readDate(fields.closedate),
      dueBy: readDate(fields.time_to_resolve),
      solveLevel: fields.slas_id_ttr,
      approval: knownApproval(fields.global_validation),
      pendingReason: status === 'pending' ? people?.pendingReason : undefined,
    }),
    ...readPeople(people, fields.users_id_recipient, person),
    opened,
    changed: readDate(fields.date_mod) ?? opened,
    description: withoutMark(fields.content),
    equipment,
    timeSpent: fields.actiontime ?? 0,
    documents: (fields._documents ?? []).map((file) => readDocument(file, opened, around)),
  }
}

/** Whom the ticket is for (the one who wrote it may be a technician), who is in charge, and who looks on. */
function readPeople(
  people: TicketPeople | undefined,
  writer: string | undefined,
  person: Person,
): Pick<Ticket, 'requester' | 'technicians' | 'groups' | 'observers' | 'observerGroups' | 'readOnly' | 'observed'> {
  const shown = (party: Party): string => (isMe(party, person) ? person.name : party.name)
  const [requester] = people?.requesters ?? []
  return {
    ...knownFields({
      requester: requester ? shown(requester) : writer === person.login ? person.name : writer,
      technicians: people?.technicians.map(shown),
      groups: people?.groups,
      observers: people?.observers.map(shown),
      observerGroups: people?.observerGroups,
    }),
    ...(onlyReads(person, writer, people) && { readOnly: true }),
    ...(people?.observers.some((party) => isMe(party, person)) && { observed: true }),
  }
}

/** 1 says that nobody is asked (GLPI-CUSTOMER.md, d). */
function knownApproval(number: number | undefined): ApprovalStatus | undefined {
  return number === undefined ? undefined : approvalNumbers[number]
}

const approvalNumbers: Record<number, ApprovalStatus> = { 2: 'waiting', 3: 'granted', 4: 'refused' }

/** An observer, and one whose profile shows tickets of others; not one who may have a part by a group. */
function onlyReads(person: Person, writer: string | undefined, people: TicketPeople | undefined): boolean {
  const has = (parties: Party[]): boolean => parties.some((party) => isMe(party, person))
  if (!people || writer === person.login || has(people.requesters) || has(people.technicians)) return false
  return person.readsOthers === true || has(people.observers)
}

function readDocument(
  file: z.output<typeof document>,
  opened: Date,
  { readDate, person, names }: Pick<Surroundings, 'readDate' | 'person' | 'names'>,
): TicketDocument {
  const author = nameOf(file.users_id, person, names)
  return {
    id: file.id,
    fileName: file.filename,
    mime: file.mime || 'application/octet-stream',
    ...(file.sha1sum && { sha1: file.sha1sum }),
    added: readDate(file.assocdate) ?? readDate(file.date_creation) ?? opened,
    ...(author ? { author } : typeof file.users_id === 'number' && { authorId: file.users_id }),
  }
}

const created = z.object({ id: madeNumber })

/**
 * Creates a ticket; gives its number. The requester is always sent: without it nobody is ever notified (contract, «its
 * Ticket_User is empty»). Rejects with `WrongUsage` for an equipment that is not of the kind `Computer:3`.
 */
export async function createTicket(session: Session, request: NewTicket): Promise<{ id: number }> {
  const { person } = await session.current()
  const answer = await session.call({
    method: 'POST',
    path: 'Ticket',
    json: { input: newTicketInput(request, person) },
  })
  return { id: parse(created, answer, 'POST Ticket').id }
}

/** A new ticket as GLPI takes it; `html`: its description. */
export function newTicketInput(
  request: NewTicket,
  person: Person,
  html = textToHtml(request.description),
): Record<string, unknown> {
  const marks = [request.mark, request.keyMark].filter((mark) => mark !== undefined)
  return {
    name: request.title,
    content: [html, ...marks.map(markComment)].join(''),
    type: ticketTypeId(request.type),
    urgency: urgencyId(request.urgency),
    entities_id: person.entity.id,
    ...(request.categoryId !== undefined && { itilcategories_id: request.categoryId }),
    ...(request.equipment !== undefined && { items_id: equipmentInput(request.equipment) }),
    ...(request.locationId !== undefined && { locations_id: request.locationId }),
    ...(request.observers !== undefined && observersInput(request.observers)),
    // Contract, «Troisième, lié à sa création».
    ...(request.related !== undefined && { _link: { tickets_id_1: 0, link: 1, tickets_id_2: request.related } }),
    _users_id_requester: person.id,
    _users_id_requester_notif: {
      use_notification: [request.notify ? 1 : 0],
      alternative_email: [request.email ?? ''],
    },
  }
}

function equipmentInput(keys: string[]): Record<string, number[]> {
  const items: Record<string, number[]> = {}
  for (const key of keys) {
    const [, itemtype, id] = /^([A-Za-z][\w\\]*):(\d+)$/.exec(key) ?? []
    if (!itemtype) throw new WrongUsage('equipment-key', { key })
    items[itemtype] = [...(items[itemtype] ?? []), Number(id)]
  }
  return items
}

/** One list of numbers, 0 for an address, and beside it one of addresses; groups have their own (GLPI-CUSTOMER.md, a). */
function observersInput(observers: NonNullable<NewTicket['observers']>): Record<string, unknown> {
  const groups = observers.flatMap((one) => ('group' in one ? [one.group] : []))
  const people = observers.filter((one) => !('group' in one))
  return {
    _users_id_observer: people.map((one) => ('user' in one ? one.user : 0)),
    _users_id_observer_notif: {
      use_notification: people.map(({ silent }) => (silent ? 0 : 1)),
      alternative_email: people.map((one) => ('email' in one ? one.email : '')),
    },
    ...(groups.length > 0 && { _groups_id_observer: groups }),
  }
}
