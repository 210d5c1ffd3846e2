import { ROLE } from '../../ticket/ticket-words.ts'
import { maySee } from '../../ticket/visibility.ts'
import { type Call, notDone } from '../answer.ts'
import { type Added, type Fields, isSet, numberIn, tableResource, textIn } from '../resource.ts'

/** Who takes part in a ticket, and how they are told. */
export const ticketUserResource = tableResource('Ticket_User', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('Ticket_User').by('tickets_id', id)) : undefined,
  create: createTicketUser,
})

/** The equipment that a ticket concerns. */
export const itemTicketResource = tableResource('Item_Ticket', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('Item_Ticket').by('tickets_id', id)) : undefined,
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

/** Adds the people that the input names: `_users_id_requester`, `_users_id_observer`, and (by a technician) `_users_id_assign`. */
export function addActors(call: Call, ticketId: number, input: Fields): boolean {
  addRole(call, ticketId, input, 'requester')
  addRole(call, ticketId, input, 'observer')
  return call.viewer.profile.handlesTickets && addRole(call, ticketId, input, 'assigned', 'assign')
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

type Role = keyof typeof ROLE

function addRole(call: Call, tickets_id: number, input: Fields, role: Role, word: string = role): boolean {
  const { store } = call.site
  const people = listOf(input[`_users_id_${word}`]).map(Number)
  const notification = notificationIn(input[`_users_id_${word}_notif`])
  const here = store.table('Ticket_User').by('tickets_id', tickets_id)
  let isAdded = false
  for (const [index, users_id] of people.entries()) {
    const alternative_email = notification.emails[index] ?? ''
    const isKnown = store.get('User', users_id) !== undefined || (users_id === 0 && alternative_email !== '')
    if (!isKnown || here.some((row) => row.users_id === users_id && row.type === ROLE[role])) continue
    const use_notification = notification.uses[index] === false ? 0 : 1
    store.add('Ticket_User', { tickets_id, users_id, type: ROLE[role], use_notification, alternative_email })
    isAdded = true
  }
  return isAdded
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

function createTicketUser(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'tickets_id') ?? 0)
  const users_id = numberIn(input, 'users_id') ?? 0
  if (!ticket || !viewer.profile.handlesTickets || !site.store.get('User', users_id))
    throw notDone(call, 'rightMissing')
  const type = numberIn(input, 'type') ?? ROLE.requester
  const { id } = site.store.add('Ticket_User', {
    ...{ tickets_id: ticket.id, users_id, type },
    use_notification: 'use_notification' in input && !isSet(input, 'use_notification') ? 0 : 1,
    alternative_email: textIn(input, 'alternative_email') ?? '',
  })
  if (type === ROLE.assigned) {
    const now = site.time.now()
    const takeintoaccountdate = ticket.takeintoaccountdate ?? now
    site.store.put('Ticket', { ...ticket, status: Math.max(ticket.status, 2), takeintoaccountdate, date_mod: now })
  }
  return { id, message: '' }
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  return typeof value === 'object' ? Object.values(value) : [value]
}
