import * as z from 'zod/mini'
import { NotAllowed, NotFound } from '../../errors/error.ts'
import { lazy } from '../../itil/lazy.ts'
import type { NewReservation, ReservableItem } from '../../itil/reservation.ts'
import type { Http } from '../http/http.ts'
import { everyItem } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, integer, label, madeNumber, parse, unexpected } from '../wire.ts'
import { readReservations } from './reservation-list.ts'
import type { Reservations } from './reservations.ts'

/** Reservations over a session. What can be reserved is asked once. */
export function reservationsOf(session: Session, http: Http, clock: () => Promise<ServerDates>): Reservations {
  const items = lazy(() => readItems(session))
  return {
    items,
    between: async (start, end) =>
      readReservations({ session, http, dates: await clock(), items: await items() }, start, end),
    create: async (request) => create(session, await clock(), request),
    cancel: (id) => cancel(session, id),
    async link(id) {
      const { rootUrl } = await session.current()
      return `${rootUrl}/front/${id === undefined ? 'reservation.php?reservationitems_id=0' : `reservation.form.php?id=${id}`}`
    },
  }
}

// Contract, «reservable items».
const item = z.object({ id: integer, itemtype: label, items_id: integer, comment: z.optional(label), is_active: flag })
const named = z.object({ id: integer, items_id: label })

/** Twice the same list: with numbers, by which the calendar names things, and with names (GLPI.md, «Reservations»). */
async function readItems(session: Session): Promise<ReservableItem[]> {
  try {
    const [rows, names] = await Promise.all([
      everyItem(session, 'ReservationItem?get_hateoas=false'),
      everyItem(session, 'ReservationItem?expand_dropdowns=true&get_hateoas=false'),
    ])
    const nameOf = new Map(parse(z.array(named), names, 'ReservationItem').map((row) => [row.id, row.items_id]))
    return parse(z.array(item), rows, 'ReservationItem')
      .filter(({ is_active }) => is_active)
      .map(({ id, itemtype, items_id, comment }) => {
        const key = `${itemtype}:${items_id}`
        return { id, name: nameOf.get(id) || key, kind: itemtype, key, ...(comment ? { comment } : {}) }
      })
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    const { profile } = (await session.current()).person
    throw new NotAllowed('no-reservation', { profile: profile.name }, { cause: error })
  }
}

const created = z.object({ id: madeNumber })

// Contract, «POST Reservation».
async function create(
  session: Session,
  dates: ServerDates,
  { itemId, start, end, comment = '' }: NewReservation,
): Promise<{ id: number }> {
  const { person } = await session.current()
  const input = {
    reservationitems_id: itemId,
    begin: dates.write(start),
    end: dates.write(end),
    comment,
    users_id: person.id,
  }
  return parse(
    created,
    await session.call({ method: 'POST', path: 'Reservation', json: { input } }),
    'POST Reservation',
  )
}

// Contract, «DELETE Reservation»: `[{"10": true, "message": ""}]`.
const outcome = z.array(z.record(z.string(), z.unknown()))

async function cancel(session: Session, id: number): Promise<void> {
  const answer = await session.ask({ method: 'DELETE', path: `Reservation/${id}` })
  if (readRefusal(answer.json).code === 'ERROR_GLPI_DELETE' || answer.status === 403) throw await mayNot(session, id)
  if (answer.status === 404) throw missing(id)
  if (answer.status !== 200) throw refused(answer)
  const done = parse(outcome, answer.json, 'DELETE Reservation')[0]?.[id]
  if (done === false) throw await mayNot(session, id)
  if (done !== true) throw unexpected('DELETE Reservation', String(id))
}

async function mayNot(session: Session, id: number): Promise<NotAllowed> {
  const { rootUrl } = await session.current()
  const url = `${rootUrl}/front/reservation.form.php?id=${id}`
  return new NotAllowed('reservation-stays', { id, url })
}

function missing(id: number): NotFound {
  return new NotFound('reservation-not-found', { id })
}
