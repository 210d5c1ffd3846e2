import type { Context } from '../../../app/context.ts'
import type { Dates } from '../../../dates/dates.ts'
import { Failed } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { Reservation, ReservationPlan, Slot } from '../../../itil/reservation.ts'

/** The reservations that share a moment with this slot. */
export function inTheWay(slot: Slot, reservations: Reservation[]): Reservation[] {
  return reservations.filter(({ start, end }) => start < slot.end && end > slot.start)
}

/** The first moment from which on the item is free for as long as the slot lasts; `reservations` of this item. */
export function freeNext(slot: Slot, reservations: Reservation[]): Slot {
  const length = slot.end.getTime() - slot.start.getTime()
  let free = slot
  for (const { start, end } of reservations.toSorted((one, other) => one.start.getTime() - other.start.getTime())) {
    if (start < free.end && end > free.start) free = { start: end, end: new Date(end.getTime() + length) }
  }
  return free
}

/** A reservation of mine that is this very slot: it was made before. */
export function sameAs(slot: Slot, reservations: Reservation[]): Reservation | undefined {
  const isSame = (one: Date, other: Date) => one.getTime() === other.getTime()
  return reservations.find(({ mine, start, end }) => mine && isSame(start, slot.start) && isSame(end, slot.end))
}

const mostTold = 10

/** Throws `Failed` when something is in the way of any slot: nothing is reserved then. What was made before is not. */
export function refuseTaken(
  { item, slots }: ReservationPlan,
  known: Reservation[] | undefined,
  context: Context,
): void {
  if (!known) return
  const dates = context.dates()
  const taken = slots.filter((slot) => !sameAs(slot, known) && inTheWay(slot, known).length > 0)
  const [slot] = taken
  if (!slot) return
  // What lasts for days is in the way of several.
  const others = [...new Set(taken.flatMap((one) => inTheWay(one, known)))]
  const more = others.length - mostTold
  const lines: Message[] = [
    ...others.slice(0, mostTold).map((one) => toldAs(one, dates)),
    ...(more > 0 ? [{ key: 'reservation.and-more', parameters: { count: more } } as const] : []),
  ]
  const free = freeNext(slot, known)
  const parameters = { when: dates.period(free.start, free.end) }
  const hint = slots.length === 1 ? 'reservation.free-next' : 'reservation.free-next-series'
  throw new Failed('slot-taken', { item: item.name }, { lines, hint: { key: hint, parameters } })
}

function toldAs({ start, end, mine, by = '', comment }: Reservation, dates: Dates): Message {
  const parameters = { when: dates.period(start, end), by, comment: comment ? ` (${comment})` : '' }
  if (mine) return { key: 'reservation.way-mine', parameters }
  return { key: by ? 'reservation.way-by' : 'reservation.way', parameters }
}
