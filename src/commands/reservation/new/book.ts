import type { Context } from '../../../app/context.ts'
import { Failed, IpeosError, NotAllowed, PartlyDone, Unreachable } from '../../../errors/error.ts'
import type { Reservations } from '../../../glpi/reservation/reservations.ts'
import type { Reservation, ReservationPlan, Slot } from '../../../itil/reservation.ts'
import { refuseTaken, sameAs } from './overlap.ts'

/** A slot that is reserved now. */
export interface Booked {
  id: number
  slot: Slot
  /** False when it was reserved before: by a command whose answer was lost, or that is given again. */
  isNew: boolean
}

/**
 * Reserves slot after slot, none twice, and reads back what came of it: a platform may say «done» of what it did not do.
 * Rejects with `PartlyDone` when only some could be, naming them, with `Failed` when none is there.
 */
export async function bookAll(
  plan: ReservationPlan,
  known: Reservation[] | undefined,
  reservations: Reservations,
  context: Context,
): Promise<Booked[]> {
  const booked: Booked[] = []
  for (const slot of plan.slots) {
    const before = known && sameAs(slot, known)
    try {
      const id = before?.id ?? (await bookOnce(plan, slot, reservations, context))
      booked.push({ id, slot, isNew: before === undefined })
    } catch (error) {
      if (booked.length === 0 || !(error instanceof IpeosError)) throw error
      throw partlyDone(booked, plan, error, context)
    }
  }
  const made = await readBack(booked, plan, reservations)
  const notMade = new Failed('reservation-not-made', { item: plan.item.name })
  if (made.length === 0) throw notMade
  if (made.length < booked.length) throw partlyDone(made, plan, notMade, context)
  return booked
}

/** Those that are there; all of them where that cannot be known. */
async function readBack(
  booked: Booked[],
  { item, slots }: ReservationPlan,
  reservations: Reservations,
): Promise<Booked[]> {
  const [first, last] = [slots[0], slots.at(-1)]
  if (!first || !last || booked.every(({ isNew }) => !isNew)) return booked
  try {
    const there = (await reservations.between(first.start, last.end)).filter(({ itemId }) => itemId === item.id)
    return booked.filter(({ id, slot }) => sameAs(slot, there) ?? there.find((one) => one.id === id))
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof Unreachable) return booked
    throw error
  }
}

/**
 * Reserves one slot. When the answer is lost, it is looked for before it is sent again; sent twice it would not be
 * reserved twice, since it is in its own way.
 */
async function bookOnce(
  plan: ReservationPlan,
  slot: Slot,
  reservations: Reservations,
  context: Context,
): Promise<number> {
  const request = { itemId: plan.item.id, ...slot, ...(plan.comment ? { comment: plan.comment } : {}) }
  const there = async () => {
    const found = await reservations.between(slot.start, slot.end)
    return found.filter(({ itemId }) => itemId === plan.item.id)
  }
  const create = async () => (await reservations.create(request)).id
  try {
    return await create()
  } catch (error) {
    if (error instanceof Unreachable) {
      const now = await lookAfter(error, there)
      return sameAs(slot, now)?.id ?? (await create())
    }
    if (!(error instanceof Failed)) throw error
    // Somebody was quicker: say who, rather than what the platform says.
    const now = await lookAfter(error, there)
    const mine = sameAs(slot, now)
    if (mine) return mine.id
    refuseTaken({ ...plan, slots: [slot] }, now, context)
    // It said that it was made, and by what it said it was not.
    if (error.code === 'unexpected-answer') throw new Failed('reservation-not-made', { item: plan.item.name })
    throw error
  }
}

/** What stands there now; when that cannot be known, what failed is told. */
async function lookAfter(failure: unknown, there: () => Promise<Reservation[]>): Promise<Reservation[]> {
  try {
    return await there()
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof Unreachable) throw failure
    throw error
  }
}

function partlyDone(
  booked: Booked[],
  { slots }: ReservationPlan,
  cause: IpeosError,
  { t, terminal, dates }: Context,
): PartlyDone {
  const { period } = dates()
  for (const { id, slot } of booked) terminal.remark('reservation.made', { id, when: period(slot.start, slot.end) })
  return new PartlyDone(
    'some-reserved',
    { done: booked.length, all: slots.length, reason: t(cause.text) },
    { lines: cause.lines, cause },
  )
}
