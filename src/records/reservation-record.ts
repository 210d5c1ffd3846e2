import type { Dates } from '../dates/dates.ts'
import type { ReservableItem, Reservation } from '../itil/reservation.ts'
import type { DataRecord } from './records.ts'
import type { reservableItemShape, reservationShape } from './reservation-shape.ts'

/** A reservation for scripts. */
export function reservationRecord(
  { id, itemName, itemId, start, end, mine, by, comment }: Reservation,
  url: string,
  dates: Dates,
): DataRecord<keyof typeof reservationShape.fields> {
  return {
    id,
    item: itemName,
    itemId: itemId ?? null,
    start: dates.iso(start),
    end: dates.iso(end),
    mine,
    by: by ?? null,
    comment: comment ?? null,
    url,
  }
}

/** An item with its reservations of one day; undefined where those may not be read. */
export function itemRecord(
  { id, name, kind, comment }: ReservableItem,
  reservations: Reservation[] | undefined,
  dates: Dates,
): DataRecord<keyof typeof reservableItemShape.fields> {
  return {
    id,
    name,
    kind,
    comment: comment ?? null,
    free: reservations ? reservations.length === 0 : null,
    reservations: (reservations ?? []).map(({ id: number, start, end, mine, by }) => ({
      id: number,
      start: dates.iso(start),
      end: dates.iso(end),
      mine,
      by: by ?? null,
    })),
  }
}
