import type { ServerTime } from '../server-time.ts'
import type { AssetRow } from '../store/asset-rows.ts'
import type { GroupRow } from '../store/group-rows.ts'
import type { CategoryRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

const ALICE = 8
const HENRI = 9
const TEO = 10
const WTC = 1

/** Categories, equipment, what can be booked, and the contract. */
export function seedCatalogue(store: Store, time: ServerTime): void {
  for (const category of CATEGORIES) store.put('ITILCategory', category)
  seedLocations(store)
  seedGroups(store)
  const now = time.now()
  const asset = assetOf(now)
  store.put('Computer', asset(1, 'srv-web-01', '', HENRI))
  store.put('Computer', asset(2, 'poste-henri', 'WTC-0002', HENRI))
  store.put('Computer', asset(3, 'poste-alice', 'WTC-0003', ALICE))
  store.put('Printer', asset(1, 'imprimante-accueil', 'HP-88231', HENRI))
  store.put('Peripheral', asset(1, 'Vidéoprojecteur', 'EPS-4410', 0))
  store.put('Peripheral', asset(2, 'Écran mobile', 'SAM-6502', 0))
  store.put('Peripheral', asset(3, 'Valise de visioconférence', 'LOG-0031', 0))
  for (const [id, comment] of [[1, 'Salle A'] as const, [2, 'Salle B'] as const, [3, ''] as const])
    store.put('ReservationItem', {
      ...{ id, itemtype: 'Peripheral', items_id: id, entities_id: WTC },
      ...{ is_recursive: 0, comment, is_active: 1 },
    })
  const tomorrow = time.format(time.instant().getTime() + 86_400_000).slice(0, 10)
  store.add('Reservation', {
    ...{ reservationitems_id: 2, begin: `${tomorrow} 14:00:00`, end: `${tomorrow} 16:00:00` },
    ...{ users_id: HENRI, comment: 'Comité de projet', group: 0 },
  })
  store.put('Contract', {
    ...{ id: 1, name: 'Support Gold IPEOS-WTC', num: 'IPEOS-2024-0117', entities_id: WTC, is_recursive: 0 },
    begin_date: time.format(time.instant().getTime() - 400 * 86_400_000).slice(0, 10),
    duration: 24,
    contracttypes_id: 3,
    ...{ week_begin_hour: '08:00:00', week_end_hour: '19:00:00' },
    comment: 'Niveau Gold : support par la plateforme, et par téléphone aux heures ouvrées au 01 84 80 00 00.',
    ...{ is_deleted: 0, date_creation: now, date_mod: now },
  })
}

function assetOf(now: string) {
  return (id: number, name: string, serial: string, users_id: number): AssetRow => ({
    ...{ id, name, serial, users_id, entities_id: WTC, comment: '', is_deleted: 0 },
    ...{ date_creation: now, date_mod: now },
  })
}

/** What alice has beside her computer: in the conversation with the forms of GLPI 11 she had nothing else, in the customer’s she had. */
export function seedBelongings(store: Store, time: ServerTime): void {
  const asset = assetOf(time.now())
  store.put('Phone', asset(1, 'tel-alice', 'TEL-1', ALICE))
  store.put('Printer', asset(2, 'imp-alice', 'IMP-1', ALICE))
  store.put('Monitor', asset(1, 'écran-alice', 'DEL-2711', ALICE))
  const software = { id: 1, name: 'LibreOffice 24', entities_id: WTC, is_helpdesk_visible: 1, is_deleted: 0 } as const
  store.put('Software', software)
  store.put('Item_SoftwareVersion', { id: 1, softwares_id: 1, itemtype: 'Computer', items_id: 3 })
}

/** Groups of people; a store of an older version has none. */
export function seedGroups(store: Store): void {
  for (const group of GROUPS) store.put('Group', group)
  store.put('Group_User', { id: 1, groups_id: 1, users_id: HENRI })
  store.put('Group_User', { id: 2, groups_id: 2, users_id: TEO })
}

const GROUPS: GroupRow[] = [
  {
    ...{ id: 1, name: 'Direction WTC', entities_id: WTC, is_recursive: 0 },
    ...{ is_watcher: 1, is_requester: 1, is_assign: 0 },
  },
  {
    ...{ id: 2, name: 'Support N2', entities_id: 0, is_recursive: 1 },
    ...{ is_watcher: 0, is_requester: 0, is_assign: 1 },
  },
]

/** Places; a store of an older version has none. */
export function seedLocations(store: Store): void {
  for (const location of LOCATIONS) store.put('Location', location)
}

const LOCATIONS = [
  {
    id: 1,
    name: 'Siège — Saint-Denis',
    completename: 'Siège — Saint-Denis',
    locations_id: 0,
    level: 1,
    entities_id: 0,
  },
  {
    ...{ id: 2, name: 'Étage 2', completename: 'Siège — Saint-Denis > Étage 2', locations_id: 1, level: 2 },
    entities_id: 0,
  },
]

const CATEGORIES: CategoryRow[] = [
  category(1, 'Général'),
  category(2, 'Hébergement'),
  category(3, 'Site web', 2, 'Hébergement'),
  category(4, 'DNS & domaines', 2, 'Hébergement'),
  category(5, 'Messagerie'),
  category(6, 'Téléphonie'),
  { ...category(7, 'Interne'), is_helpdeskvisible: 0 },
]

function category(id: number, name: string, parent = 0, parentName = ''): CategoryRow {
  return {
    id,
    name,
    completename: parent ? `${parentName} > ${name}` : name,
    itilcategories_id: parent,
    level: parent ? 2 : 1,
    entities_id: 0,
    is_recursive: 1,
    is_helpdeskvisible: 1,
    comment: '',
  }
}
