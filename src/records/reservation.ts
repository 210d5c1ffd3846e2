import type { Dates } from '../dates/dates.ts'
import type { ReservableItem, Reservation } from '../itil/reservation.ts'
import { address, bool, integer, listOf, maybe, moment, object, type RecordOf, shape, text } from './shape.ts'

/** Something that can be reserved, and who has it on the day in question; `free` is null where that may not be read. */
export const reservableItemShape = shape({
  name: 'reservable-item',
  fields: {
    id: integer,
    name: text,
    kind: text,
    comment: maybe(text),
    free: maybe(bool),
    reservations: listOf(object({ id: integer, start: moment, end: moment, mine: bool, by: maybe(text) })),
  },
  columns: ['id', 'name', 'comment', 'free'],
  list: true,
})

/** A reservation. */
export const reservationShape = shape({
  name: 'reservation',
  fields: {
    id: integer,
    item: text,
    itemId: maybe(integer),
    start: moment,
    end: moment,
    mine: bool,
    by: maybe(text),
    comment: maybe(text),
    url: address,
  },
  columns: ['id', 'item', 'start', 'end', 'by', 'comment', 'url'],
  list: true,
})

export function reservationRecord(
  { id, itemName, itemId, start, end, mine, by, comment }: Reservation,
  url: string,
  { iso }: Dates,
): RecordOf<typeof reservationShape> {
  return {
    ...{ id, item: itemName, itemId: itemId ?? null, start: iso(start), end: iso(end), mine },
    ...{ by: by ?? null, comment: comment ?? null, url },
  }
}

/** An item with its reservations of one day; undefined where those may not be read. */
export function itemRecord(
  { id, name, kind, comment }: ReservableItem,
  reservations: Reservation[] | undefined,
  { iso }: Dates,
): RecordOf<typeof reservableItemShape> {
  return {
    ...{ id, name, kind, comment: comment ?? null },
    free: reservations ? reservations.length === 0 : null,
    reservations: (reservations ?? []).map(({ id: number, start, end, mine, by }) => ({
      ...{ id: number, start: iso(start), end: iso(end), mine, by: by ?? null },
    })),
  }
}
