import type { ServerTime } from '../server-time.ts'
import type { AssetRow, CategoryRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'

const ALICE = 8
const HENRI = 9
const WTC = 1

/** Categories, equipment, what can be booked, and the contract. */
export function seedCatalogue(store: Store, time: ServerTime): void {
  for (const category of CATEGORIES) store.put('ITILCategory', category)
  seedLocations(store)
  const now = time.now()
  const asset = (id: number, name: string, serial: string, users_id: number): AssetRow => ({
    ...{ id, name, serial, users_id, entities_id: WTC, comment: '', is_deleted: 0 },
    ...{ date_creation: now, date_mod: now },
  })
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
