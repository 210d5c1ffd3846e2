import type { Store } from '../store/store.ts'
import type { Call } from './answer.ts'
import type { Fields } from './resource.ts'

/** `expand_dropdowns=true`: names in the place of ids, even of itemtypes that the caller may not read (GLPI.md, "v1 — items"). */
export function expandDropdowns({ site }: Call, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, expanded(site.store, fields, name, value)]),
  )
}

function expanded(store: Store, fields: Fields, name: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  // Entity 0 is the root entity; elsewhere 0 is nothing, and stays.
  if (name === 'entities_id') return store.get('Entity', value)?.completename ?? ''
  if (value === 0) return value
  return nameOf(store, itemtypeOf(fields, name), value) ?? value
}

/** What an id of that column is an id of; undefined when it is no id. */
function itemtypeOf(fields: Fields, name: string): string | undefined {
  if (name === 'items_id') return String(fields.itemtype)
  if (name.startsWith('users_id')) return 'User'
  return FOREIGN_KEYS[name]
}

/** What an administrator calls the levels of support. */
export const CONTRACT_TYPES = [
  { id: 1, name: 'Bronze' },
  { id: 2, name: 'Silver' },
  { id: 3, name: 'Gold' },
]

/** What may be promised of a ticket (GLPI-CUSTOMER.md, h). */
export const SERVICE_LEVELS = [
  { id: 1, name: 'Pris en charge en 1 h' },
  { id: 2, name: 'Résolu en 4 h' },
]

const FOREIGN_KEYS: Readonly<Record<string, string>> = {
  tickets_id: 'Ticket',
  tickets_id_1: 'Ticket',
  tickets_id_2: 'Ticket',
  pendingreasons_id: 'PendingReason',
  itilcategories_id: 'ITILCategory',
  locations_id: 'Location',
  groups_id: 'Group',
  groups_id_tech: 'Group',
  slas_id_tto: 'SLA',
  slas_id_ttr: 'SLA',
  requesttypes_id: 'RequestType',
  reservationitems_id: 'ReservationItem',
  documents_id: 'Document',
  profiles_id: 'Profile',
  contracttypes_id: 'ContractType',
}

/** What a piece of equipment is called; '' when it is not there. */
export function assetName(store: Store, itemtype: string, id: number): string {
  return nameOf(store, itemtype, id) ?? ''
}

/** The name of something; '' when it is not there (contract step "POST Ticket, unknown urgency and category"). */
function nameOf(store: Store, itemtype: string | undefined, id: number): string | undefined {
  switch (itemtype) {
    case 'User':
    case 'Ticket':
    case 'Computer':
    case 'Printer':
    case 'Peripheral':
    case 'Monitor':
    case 'Phone':
    case 'Software':
    case 'Group':
    case 'PendingReason':
    case 'Document':
      return store.get(itemtype, id)?.name ?? ''
    case 'ITILCategory':
    case 'Location':
      return store.get(itemtype, id)?.completename ?? ''
    case 'SLA':
      return SERVICE_LEVELS.find((level) => level.id === id)?.name ?? ''
    case 'ContractType':
      return CONTRACT_TYPES.find((type) => type.id === id)?.name ?? ''
    case 'RequestType':
      return id === 1 ? 'Helpdesk' : ''
    default:
      return undefined
  }
}

/** The `links` of an item, unless `get_hateoas=false`. */
export function linksOf({ base }: Call, itemtype: string, fields: Fields): Array<{ rel: string; href: string }> {
  const up = Object.entries(fields).flatMap(([name, value]) => {
    const rel = name === 'entities_id' ? 'Entity' : name === 'items_id' ? undefined : itemtypeOf(fields, name)
    const isLinked = rel !== undefined && typeof value === 'number' && (value > 0 || rel === 'Entity')
    return isLinked ? [{ rel, href: `${base}/${rel}/${value}` }] : []
  })
  const down = (itemtype === 'Ticket' ? TICKET_CHILDREN : []).map((rel) => ({
    rel,
    href: `${base}/Ticket/${String(fields.id)}/${rel}/`,
  }))
  return [...up, ...down]
}

const TICKET_CHILDREN = [
  ...['Document_Item', 'TicketTask', 'TicketCost', 'Ticket_User', 'Item_Ticket', 'ITILFollowup', 'ITILSolution'],
  ...['TicketValidation', 'TicketSatisfaction', 'Log'],
]
