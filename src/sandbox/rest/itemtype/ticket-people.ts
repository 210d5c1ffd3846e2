import { say } from '../../messages.ts'
import type { TicketRow } from '../../store/rows.ts'
import { type Actor, addActor, isGroupAt, isHere, type Role } from '../../ticket/actors.ts'
import { ROLE } from '../../ticket/ticket-words.ts'
import { mayChange, maySee } from '../../ticket/visibility.ts'
import { type Call, notDone } from '../answer.ts'
import { assetName } from '../expand.ts'
import { type Added, type Fields, isSet, numberIn, tableResource, textIn } from '../resource.ts'

/** Who takes part in a ticket, and how they are told. */
export const ticketUserResource = tableResource('Ticket_User', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('Ticket_User').by('tickets_id', id)) : undefined,
  create: createTicketUser,
  update: updateTicketUser,
  remove: removeTicketUser,
})

/** Groups that take part in a ticket. */
export const groupTicketResource = tableResource('Group_Ticket', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('Group_Ticket').by('tickets_id', id)) : undefined,
  create: createGroupTicket,
  remove: removeGroupTicket,
})

/** The equipment that a ticket concerns. */
export const itemTicketResource = tableResource('Item_Ticket', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('Item_Ticket').by('tickets_id', id)) : undefined,
  create: createItemTicket,
})

/** Whether something belongs to a ticket that the caller sees. */
export function isOfSeenTicket({ site, viewer }: Call, ticketId: number): boolean {
  const ticket = site.store.get('Ticket', ticketId)
  return ticket !== undefined && maySee(site.store, viewer, ticket)
}

/** The ids of rows, in their order. */
export function idsIn(rows: ReadonlyArray<{ id: number }>): number[] {
  return rows.map(({ id }) => id)
}

/**
 * Adds the people that the input names: `_users_id_requester`, `_users_id_observer`, `_groups_id_observer`, and (by a technician)
 * `_users_id_assign`; the same in `_actors`, by their parts. Gives whether somebody is in charge since.
 */
export function addActors(call: Call, ticketId: number, input: Fields): boolean {
  const isWorker = call.viewer.profile.handlesTickets
  const add = (role: Role, word: string = role) => {
    const { store } = call.site
    const named = [...actorsIn(input, word), ...(isWorker ? itilActors(input[`_itil_${word}`]) : [])]
    const added = named.map((actor) => addActor(store, ticketId, role, actor))
    return added.includes(true)
  }
  add('requester')
  add('observer')
  return isWorker && add('assigned', 'assign')
}

/** `{"_type": "user", "users_id": 9}`, as a technician's page sends it (contract step "the technician takes the observed ticket"). */
function itilActors(given: unknown): Actor[] {
  if (typeof given !== 'object' || given === null) return []
  const { _type, users_id, groups_id } = given as Fields
  if (_type === 'group') return [groupActor(Number(groups_id))]
  if (_type !== 'user') return []
  return [{ itemtype: 'User', items_id: Number(users_id), use_notification: 1, alternative_email: '' }]
}

/** Ties the concerned items: `items_id: {"Computer": [3]}`. */
export function addEquipment({ site }: Call, ticketId: number, input: Fields): void {
  const given = input.items_id
  if (typeof given !== 'object' || given === null) return
  const tied = site.store.table('Item_Ticket').by('tickets_id', ticketId)
  for (const [itemtype, ids] of Object.entries(given))
    for (const items_id of listOf(ids).map(Number))
      if (items_id > 0 && !tied.some((row) => row.itemtype === itemtype && row.items_id === items_id))
        site.store.add('Item_Ticket', { itemtype, items_id, tickets_id: ticketId })
}

function actorsIn(input: Fields, word: string): Actor[] {
  const notification = notificationIn(input[`_users_id_${word}_notif`])
  const people = listOf(input[`_users_id_${word}`]).map(
    (users_id, index): Actor => ({
      ...{ itemtype: 'User', items_id: Number(users_id) },
      use_notification: notification.uses[index] === false ? 0 : 1,
      alternative_email: notification.emails[index] ?? '',
    }),
  )
  const groups = listOf(input[`_groups_id_${word}`]).map((groups_id) => groupActor(Number(groups_id)))
  return [...people, ...groups, ...listedActors(input._actors, word)]
}

function groupActor(items_id: number): Actor {
  return { itemtype: 'Group', items_id, use_notification: 1, alternative_email: '' }
}

/** `{"observer": [{"itemtype": "User", "items_id": 10, "use_notification": 1, "alternative_email": ""}]}` */
function listedActors(given: unknown, word: string): Actor[] {
  if (typeof given !== 'object' || given === null) return []
  return listOf((given as Fields)[word]).flatMap((one): Actor[] => {
    if (typeof one !== 'object' || one === null) return []
    const { itemtype, items_id, use_notification, alternative_email } = one as Fields
    if (itemtype === 'Group') return [groupActor(Number(items_id))]
    if (itemtype !== 'User') return []
    const email = String(alternative_email ?? '')
    const use = use_notification === undefined || Number(use_notification) !== 0
    return [{ itemtype: 'User', items_id: Number(items_id), use_notification: use ? 1 : 0, alternative_email: email }]
  })
}

/** `{"use_notification": [1], "alternative_email": ["a@b"]}`, one value for each person. */
function notificationIn(given: unknown): { uses: boolean[]; emails: string[] } {
  if (typeof given !== 'object' || given === null) return { uses: [], emails: [] }
  const { use_notification, alternative_email } = given as Fields
  return {
    uses: listOf(use_notification).map((use) => Number(use) !== 0),
    emails: listOf(alternative_email).map((email) => String(email ?? '')),
  }
}

/**
 * A technician adds anybody; who has a part in the ticket adds who is of its entity, or an address, at any time (contract steps
 * "an observer is added later", "later it is refused", "but an observer").
 */
function createTicketUser(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'tickets_id') ?? 0)
  const users_id = numberIn(input, 'users_id') ?? 0
  const alternative_email = textIn(input, 'alternative_email') ?? ''
  if (!ticket || !maySee(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  const isOfferable = viewer.profile.handlesTickets
    ? site.store.get('User', users_id) !== undefined || users_id === 0
    : users_id === 0 || isHere(site.store, users_id, ticket.entities_id)
  if (!isOfferable || (users_id === 0 && alternative_email === '')) throw notDone(call, 'rightMissing')
  const type = numberIn(input, 'type') ?? ROLE.requester
  const { id } = site.store.add('Ticket_User', {
    ...{ tickets_id: ticket.id, users_id, type, alternative_email },
    use_notification: 'use_notification' in input && !isSet(input, 'use_notification') ? 0 : 1,
  })
  tellTicket(call, ticket, type)
  return { id, message: '' }
}

/**
 * As people, by the same rule of GLPI (contract step "and puts his group beside him"): a group of the ticket's entity, which has
 * no such part yet.
 */
function createGroupTicket(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'tickets_id') ?? 0)
  const groups_id = numberIn(input, 'groups_id') ?? 0
  const type = numberIn(input, 'type') ?? ROLE.requester
  if (!ticket || !maySee(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  const rows = site.store.table('Group_Ticket').by('tickets_id', ticket.id)
  const isThere = rows.some((row) => row.groups_id === groups_id && row.type === type)
  if (isThere || !isGroupAt(site.store, groups_id, ticket.entities_id)) throw notDone(call, 'rightMissing')
  const { id } = site.store.add('Group_Ticket', { tickets_id: ticket.id, groups_id, type })
  tellTicket(call, ticket, type)
  return { id, message: '' }
}

/** Somebody more takes part in a ticket, which is taken into account once it is somebody of the support. */
function tellTicket({ site }: Call, ticket: TicketRow, type: number): void {
  const date_mod = site.time.now()
  const takeintoaccountdate = ticket.takeintoaccountdate ?? date_mod
  const taken = type === ROLE.assigned ? { status: Math.max(ticket.status, 2), takeintoaccountdate } : {}
  site.store.put('Ticket', { ...ticket, ...taken, date_mod })
}

/** Who sees the ticket switches notifications on and off (contract step "his notifications are switched off"). */
function updateTicketUser(call: Call, id: number, input: Fields): void {
  const row = call.site.store.get('Ticket_User', id)
  if (!row || !isOfSeenTicket(call, row.tickets_id)) throw notDone(call, 'rightMissing')
  const alternative_email = textIn(input, 'alternative_email') ?? row.alternative_email
  const use_notification =
    'use_notification' in input ? (isSet(input, 'use_notification') ? 1 : 0) : row.use_notification
  call.site.store.put('Ticket_User', { ...row, alternative_email, use_notification })
}

/** Contract steps "he is removed", "he leaves". */
function removeTicketUser(call: Call, id: number): void {
  const row = call.site.store.get('Ticket_User', id)
  if (!row || !isOfSeenTicket(call, row.tickets_id)) throw notDone(call, 'rightMissing')
  call.site.store.remove('Ticket_User', id)
}

function removeGroupTicket(call: Call, id: number): void {
  const row = call.site.store.get('Group_Ticket', id)
  if (!row || !isOfSeenTicket(call, row.tickets_id)) throw notDone(call, 'rightMissing')
  call.site.store.remove('Group_Ticket', id)
}

/** On 10, as long as the ticket may be changed; never on 11 (contract steps "an item is added later …"). */
function createItemTicket(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'tickets_id') ?? 0)
  const isOpen = ticket !== undefined && mayChange(site.store, viewer, ticket)
  const isTaken = isOpen && (site.version === '10.0' || viewer.profile.handlesTickets)
  const items_id = numberIn(input, 'items_id') ?? 0
  const itemtype = textIn(input, 'itemtype') ?? ''
  if (!isTaken || items_id === 0 || itemtype === '') throw notDone(call, 'rightMissing')
  const { id } = site.store.add('Item_Ticket', { itemtype, items_id, tickets_id: ticket.id })
  return { id, message: say(call.language, 'added', { name: assetName(site.store, itemtype, items_id) }) }
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  return typeof value === 'object' ? Object.values(value) : [value]
}
