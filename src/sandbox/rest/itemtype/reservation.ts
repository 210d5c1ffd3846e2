import { say } from '../../messages.ts'
import type { ReservationRow } from '../../store/rows.ts'
import type { Tables } from '../../store/tables.ts'
import { type Call, notDone } from '../answer.ts'
import { type Added, type Fields, numberIn, tableResource, textIn } from '../resource.ts'
import { idsIn } from './ticket-people.ts'

const DATE = /^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/

/** What can be booked. */
export const reservationItemResource = tableResource('ReservationItem', {
  mayList: () => true,
  mayRead: ({ viewer }, row) => row.is_active === 1 && viewer.entities.has(row.entities_id),
})

/** Bookings. */
export const reservationResource = tableResource('Reservation', {
  // Contract step "Reservation list": refused to a customer on 10.0.
  mayList: ({ viewer, site }) => viewer.profile.readsConfiguration || site.version === '11.0',
  mayRead: isInMyEntities,
  // Contract step "Reservations of an item": refused to a customer on both.
  idsOf: ({ viewer, site }, parent, id) =>
    parent === 'ReservationItem' && viewer.profile.readsConfiguration
      ? idsIn(site.store.table('Reservation').by('reservationitems_id', id))
      : undefined,
  create: createReservation,
  remove: removeReservation,
})

function isInMyEntities({ site, viewer }: Call, { reservationitems_id }: ReservationRow): boolean {
  const item = site.store.get('ReservationItem', reservationitems_id)
  return item !== undefined && viewer.entities.has(item.entities_id)
}

function createReservation(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const item = site.store.get('ReservationItem', numberIn(input, 'reservationitems_id') ?? 0)
  if (!item || item.is_active === 0 || !viewer.entities.has(item.entities_id)) throw notDone(call, 'rightMissing')
  const begin = dateIn(call, input, 'begin')
  const end = dateIn(call, input, 'end')
  if (begin >= end) throw notDone(call, 'datesWrong')
  const taken = site.store.table('Reservation').by('reservationitems_id', item.id)
  if (taken.some((other) => other.begin < end && begin < other.end)) throw notDone(call, 'slotTaken')
  const users_id = viewer.profile.handlesTickets ? (numberIn(input, 'users_id') ?? viewer.user.id) : viewer.user.id
  const comment = textIn(input, 'comment') ?? ''
  const { id } = site.store.add('Reservation', {
    reservationitems_id: item.id,
    begin,
    end,
    users_id,
    comment,
    group: 0,
  })
  if (site.configuration.reservationsLost) site.store.remove('Reservation', id)
  return { id, message: say(call.language, 'added', { name: `Réservation - ID ${id}` }) }
}

function dateIn(call: Call, input: Fields, name: string): string {
  const date = textIn(input, name) ?? ''
  if (!DATE.test(date)) throw notDone(call, 'datesWrong')
  return date.length === 16 ? `${date}:00` : date
}

/** Contract step "DELETE Reservation": refused to a customer on 10.0; on 11.0 for its own only. */
function removeReservation(call: Call, id: number): void {
  const { site, viewer } = call
  const isMine = site.version === '11.0' && site.store.get('Reservation', id)?.users_id === viewer.user.id
  if (!isMine && !viewer.profile.handlesTickets) throw notDone(call, 'rightMissing')
  site.store.remove('Reservation', id)
}

/**
 * The FAQ: a customer reads the articles that are in it and for its entities, a central profile all of them. In lists and
 * searches, 10.0 shows those of other entities too.
 */
export const articleResource = tableResource('KnowbaseItem', {
  mayList: () => true,
  mayRead: (call, article) => isInFaq(call, article) && (reads(call) || isForMe(call, article)),
  ids: (call) =>
    [...call.site.store.table('KnowbaseItem').all()]
      .filter((article) => isInFaq(call, article))
      .filter((article) => call.site.version === '10.0' || reads(call) || isForMe(call, article))
      .map(({ id }) => id)
      .sort((one, other) => one - other),
  show: (_call, { category: _category, entities_id: _entity, ...article }) => ({
    ...article,
    begin_date: null,
    end_date: null,
    show_in_service_catalog: 0,
  }),
})

function reads({ viewer }: Call): boolean {
  return viewer.profile.readsConfiguration
}

function isInFaq(call: Call, { is_faq }: Tables['KnowbaseItem']): boolean {
  return is_faq === 1 || reads(call)
}

function isForMe({ viewer }: Call, { entities_id }: Tables['KnowbaseItem']): boolean {
  return entities_id === undefined || viewer.entities.has(entities_id)
}
