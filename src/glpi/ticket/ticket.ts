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
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'

const document = z.object({
  id: integer,
  filename: label,
  mime: z.optional(label),
  sha1sum: z.optional(z.nullable(z.string())),
  users_id: z.optional(z.union([z.number(), z.string(), z.null()])),
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
  actiontime: z.nullable(integer),
  global_validation: z.optional(integer),
  is_deleted: flag,
  _documents: z.optional(z.array(document)),
})

const names = 'expand_dropdowns=true&get_hateoas=false'

/** One ticket with its equipment and documents. Rejects with `NotFound` when it is deleted, unknown, or not this customer's. */
export async function getTicket(session: Session, dates: () => Promise<DateReader>, id: number): Promise<Ticket> {
  const [answer, equipment, actors] = await Promise.all([
    knownTicket(id, session.call({ path: `Ticket/${id}?with_documents=true&${names}` })),
    whereAllowed(equipmentOf(session, id)),
    whereAllowed(actorsOf(session, id)),
  ])
  const fields = parse(ticket, answer, 'Ticket')
  if (fields.is_deleted) throw noTicket(id)
  const { person } = await session.current()
  return readTicket(fields, { readDate: await dates(), person, equipment: equipment ?? [], actors: actors ?? {} })
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

/** Undefined for what this profile may not read beside the ticket; whether there is a ticket is told by the ticket itself. */
async function whereAllowed<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed) return undefined
    throw error
  }
}

function noTicket(id: number, cause?: unknown): NotFound {
  return new NotFound('ticket-not-found', { id }, { cause })
}

const itemLink = z.array(z.object({ id: integer, itemtype: label, items_id: integer }))
const namedItemLink = z.array(z.object({ id: integer, items_id: reference }))

/** The form that a ticket came from stands among its items (GLPI-11-FORMS.md, 9), and is no equipment. */
const formType = 'Glpi\\Form\\Form'

/** Names cost a second request, so it is made only where there is something to name. */
async function equipmentOf(session: Session, ticketId: number): Promise<EquipmentReference[]> {
  const path = `Ticket/${ticketId}/Item_Ticket`
  const all = parse(itemLink, await everyItem(session, `${path}?get_hateoas=false`), 'Item_Ticket')
  const links = all.filter(({ itemtype }) => itemtype !== formType)
  if (links.length === 0) return []
  const named = parse(namedItemLink, await everyItem(session, `${path}?${names}`), 'Item_Ticket')
  const nameOf = new Map(named.map((link) => [link.id, link.items_id]))
  return links.map(({ id, itemtype, items_id }) => {
    const name = nameOf.get(id)
    return { key: `${itemtype}:${items_id}`, ...(name && { name }) }
  })
}

const actor = z.array(z.object({ users_id: reference, type: integer, alternative_email: z.optional(label) }))
const requesterType = 1
const technicianType = 2
const observerType = 3

interface Actors {
  requester?: string
  technician?: string
  /** Logins of those who may write on it, and of those who only read. */
  parts?: string[]
  observers?: string[]
  /** The same, those who are known by an address alone too. */
  following?: string[]
}

/** Whom the ticket is for (the one who wrote it may be a technician), and who is in charge. */
async function actorsOf(session: Session, ticketId: number): Promise<Actors> {
  const actors = parse(actor, await everyItem(session, `Ticket/${ticketId}/Ticket_User?${names}`), 'Ticket_User')
  const nameOf = (wanted: number): string | undefined => {
    const found = actors.find(({ type }) => type === wanted)
    return found?.users_id ?? (found?.alternative_email || undefined)
  }
  const logins = (isOne: (type: number) => boolean): string[] =>
    actors.flatMap(({ users_id, type }) => (users_id && isOne(type) ? [users_id] : []))
  return {
    ...knownFields({ requester: nameOf(requesterType), technician: nameOf(technicianType) }),
    parts: logins((type) => type !== observerType),
    observers: logins((type) => type === observerType),
    following: actors
      .filter(({ type }) => type === observerType)
      .flatMap(({ users_id, alternative_email }) => users_id ?? (alternative_email || [])),
  }
}

interface Surroundings {
  readDate: DateReader
  person: Person
  equipment: EquipmentReference[]
  actors: Actors
}

function readTicket(fields: z.output<typeof ticket>, { readDate, person, equipment, actors }: Surroundings): Ticket {
  const opened = readDate(fields.date) ?? readDate(fields.date_creation)
  if (!opened) throw unexpected('Ticket', 'date')
  return {
    id: fields.id,
    title: fields.name,
    status: knownStatus(fields.status, 'Ticket'),
    urgency: knownUrgency(fields.urgency, 'Ticket'),
    ...knownFields({
      priority: knownPriority(fields.priority),
      type: knownType(fields.type),
      category: fields.itilcategories_id,
      entity: fields.entities_id,
      requester: displayName(actors.requester ?? fields.users_id_recipient, person),
      technician: actors.technician,
      location: fields.locations_id,
      observers: actors.following?.map((login) => displayName(login, person) ?? login),
      taken: readDate(fields.takeintoaccountdate),
      solved: readDate(fields.solvedate),
      closed: readDate(fields.closedate),
      dueBy: readDate(fields.time_to_resolve),
      approval: knownApproval(fields.global_validation),
    }),
    opened,
    changed: readDate(fields.date_mod) ?? opened,
    description: withoutMark(fields.content),
    equipment,
    timeSpent: fields.actiontime ?? 0,
    documents: (fields._documents ?? []).map((file) => readDocument(file, opened, readDate, person)),
    ...(onlyReads(person, fields.users_id_recipient, actors) && { readOnly: true }),
  }
}

/** 1 says that nobody is asked (GLPI-CUSTOMER.md, d). */
function knownApproval(number: number | undefined): ApprovalStatus | undefined {
  return number === undefined ? undefined : approvalNumbers[number]
}

const approvalNumbers: Record<number, ApprovalStatus> = { 2: 'waiting', 3: 'granted', 4: 'refused' }

/** An observer, and one whose profile shows tickets of others; not one who may have a part by a group. */
function onlyReads({ login, readsOthers }: Person, writer: string | undefined, { parts, observers }: Actors): boolean {
  if (!parts || writer === login || parts.includes(login)) return false
  return readsOthers === true || observers?.includes(login) === true
}

function readDocument(
  file: z.output<typeof document>,
  opened: Date,
  readDate: DateReader,
  person: Person,
): TicketDocument {
  const mine = file.users_id === person.login || Number(file.users_id) === person.id
  const author = mine ? person.name : reference.parse(file.users_id ?? null)
  return {
    id: file.id,
    fileName: file.filename,
    mime: file.mime || 'application/octet-stream',
    ...(file.sha1sum && { sha1: file.sha1sum }),
    added: readDate(file.assocdate) ?? readDate(file.date_creation) ?? opened,
    ...(author && !/^\d+$/.test(author) && { author }),
  }
}

/** Logins are all that a customer may know of others; of oneself the full name is known. */
export function displayName(login: string | undefined, person: Person): string | undefined {
  return login === person.login ? person.name : login
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

/** A new ticket as GLPI takes it. */
export function newTicketInput(request: NewTicket, person: Person): Record<string, unknown> {
  const marks = [request.mark, request.keyMark].filter((mark) => mark !== undefined)
  return {
    name: request.title,
    content: [textToHtml(request.description), ...marks.map(markComment)].join(''),
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

/** One list of numbers, 0 for an address, and beside it one of addresses (GLPI-CUSTOMER.md, a). */
function observersInput(observers: NonNullable<NewTicket['observers']>): Record<string, unknown> {
  return {
    _users_id_observer: observers.map((one) => ('user' in one ? one.user : 0)),
    _users_id_observer_notif: {
      use_notification: observers.map(() => 1),
      alternative_email: observers.map((one) => ('email' in one ? one.email : '')),
    },
  }
}
