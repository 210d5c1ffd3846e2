import { escapeHtml } from '../html-text.ts'
import { parsePhpQuery, textAt } from '../php-query.ts'
import { friendlyName } from '../viewer.ts'
import { accessDenied } from './page.ts'
import type { Visitor } from './visitor.ts'

/** `GET /ajax/reservations.php?action=get_events`: what the calendar shows, as JSON (GLPI.md, "The rest of the menu"). */
export function reservationEvents({ site, viewer, request }: Visitor): Response {
  const query = parsePhpQuery(new URL(request.url).search)
  if (textAt(query, 'action') !== 'get_events') return accessDenied(viewer.user.language)
  const wanted = Number(textAt(query, 'reservationitems_id') ?? 0)
  const start = momentIn(textAt(query, 'start'), '0000')
  const end = momentIn(textAt(query, 'end'), '9999')
  const events = [...site.store.table('Reservation').all()].flatMap((reservation) => {
    const item = site.store.get('ReservationItem', reservation.reservationitems_id)
    const isShown = item !== undefined && viewer.entities.has(item.entities_id) && (wanted === 0 || item.id === wanted)
    if (!isShown || reservation.begin >= end || reservation.end <= start) return []
    const name =
      item.itemtype === 'Peripheral' ? (site.store.get('Peripheral', item.items_id)?.name ?? '') : item.itemtype
    const by = friendlyName(site.store.get('User', reservation.users_id))
    return [
      {
        id: reservation.id,
        resourceId: `${item.itemtype}-${item.items_id}`,
        start: reservation.begin,
        end: reservation.end,
        comment: `${escapeHtml(reservation.comment)}<br>${viewer.user.language === 'fr_FR' ? 'Réservé par' : 'Reserved by'} ${escapeHtml(by)}`,
        title: wanted === 0 ? name : by,
        itemtype: item.itemtype,
        items_id: item.items_id,
        color: '#e2e2e2',
        editable: reservation.users_id === viewer.user.id || viewer.profile.handlesTickets,
      },
    ]
  })
  return Response.json(events)
}

function momentIn(text: string | undefined, otherwise: string): string {
  return text?.slice(0, 19).replace('T', ' ') ?? otherwise
}
