import type { Context } from '../../app/context.ts'
import type { Dates } from '../../dates/dates.ts'
import type { ReservableItem, Reservation } from '../../itil/reservation.ts'

/** Keeps what can be reserved, so that completion can name it. */
export function rememberItems(items: ReservableItem[], { seen }: Context): Promise<void> {
  return seen.remember(
    'reservation-item',
    items.map(({ id, name }) => ({ value: String(id), about: name })),
  )
}

/** The same of one's own reservations: those that one may cancel. */
export function rememberReservations(reservations: Reservation[], dates: Dates, { seen }: Context): Promise<void> {
  const own = reservations.filter(({ mine }) => mine)
  return seen.remember(
    'reservation',
    own.map(({ id, itemName, start, end }) => ({
      value: String(id),
      about: `${itemName}, ${dates.period(start, end)}`,
    })),
  )
}
