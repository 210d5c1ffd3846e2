import type { Context } from '../../../app/context.ts'
import type { Reader } from '../../../dates/dates.ts'
import {
  Cancelled,
  Failed,
  MissingInformation,
  NotAllowed,
  NotFound,
  type Problem,
  WrongUsage,
} from '../../../errors/error.ts'
import type { Reservations } from '../../../glpi/reservation/reservations.ts'
import type { ReservableItem, Reservation, ReservationPlan, Slot } from '../../../itil/reservation.ts'
import { fieldsOf } from '../../../records/chosen-fields.ts'
import { toJson } from '../../../records/format/json.ts'
import { reservationRecord, reservationShape } from '../../../records/reservation.ts'
import { WentBack } from '../../../terminal/prompts/went-back.ts'
import { planView, seriesOf } from '../../../views/reservation.ts'
import { lookOf } from '../../output.ts'
import { readEnd, readerOf, readLength, readStart, repeated } from '../period.ts'
import { rememberItems } from '../seen-reservation.ts'
import { commentOf, keptTyping } from './ask.ts'
import { type Asking, askPlan, questionsOf } from './ask-plan.ts'
import { type Booked, bookAll } from './book.ts'
import type { NewOptions } from './new-options.ts'
import { freeNext, refuseTaken } from './overlap.ts'

/** Reserves: understands the flags, asks for the rest, looks what is in the way, shows it all, and sends it. */
export async function reserveItem(options: NewOptions, context: Context): Promise<void> {
  if (options.json !== undefined) fieldsOf(options.json, Object.keys(reservationShape.fields))
  refuseContradiction(options)
  const reader = readerOf(context)
  // What is wrong with the dates is told before the platform is asked.
  const given = await givenSlot(options, reader)
  if (!context.terminal.interactive) refuseMissing(options, given, context)
  const { terminal, t } = context
  const { reservations } = await context.platform()
  const items = await terminal.during(t('reservation.loading'), someItems(reservations.items()))
  await rememberItems(items, context)
  const kept = await keptTyping(options, context)
  const { plan, known } = await planned({ options, given, items, kept, answered: {} }, reservations, context)
  await confirmed(plan, options, context)
  const booked = await bookAll(plan, known, reservations, context)
  await kept?.forget()
  await tell(booked, plan, options, reservations, context)
}

function refuseContradiction({ to, for: length, every, until }: NewOptions): void {
  if (to !== undefined && length !== undefined) throw new WrongUsage('end-twice')
  if (every !== undefined && until === undefined) throw new WrongUsage('every-alone')
  if (until !== undefined && every === undefined) throw new WrongUsage('until-alone')
}

function refuseMissing({ item, from, to, for: length }: NewOptions, { start }: Partial<Slot>, context: Context): void {
  // A start that was misunderstood is seen here, before its end is typed.
  const noEnd: Problem = start
    ? { field: 'to', key: 'reservation.missing.to-of', parameters: { start: context.dates().full(start) } }
    : { field: 'to', key: 'reservation.missing.to' }
  const lines: Problem[] = [
    ...(item === undefined ? [{ field: 'item', key: 'reservation.missing.item' } as const] : []),
    ...(from === undefined ? [{ field: 'from', key: 'reservation.missing.from' } as const] : []),
    ...(to === undefined && length === undefined ? [noEnd] : []),
  ]
  if (lines.length === 0) return
  const key =
    item === undefined ? 'reservation.missing-hint' : start ? 'reservation.ends-first-hint' : 'moment.examples'
  throw new MissingInformation('reservation-missing', undefined, { lines, hint: { key } })
}

async function givenSlot(options: NewOptions, reader: Reader): Promise<Partial<Slot>> {
  if (options.from === undefined) return {}
  const start = await readStart(options.from, reader)
  const end = await givenEnd(options, start, reader)
  // Too many, or over itself: that is known already.
  if (end && options.every && options.until) await repeated({ start, end }, options.every, options.until, reader)
  return end ? { start, end } : { start }
}

async function givenEnd(options: NewOptions, start: Date, reader: Reader): Promise<Date | undefined> {
  if (options.to !== undefined) return readEnd(options.to, start, reader)
  return options.for === undefined ? undefined : readLength(options.for, start, reader)
}

interface Planned {
  plan: ReservationPlan
  known: Reservation[] | undefined
}

/** What is to be reserved; from its last question the person may go back to the others, which stand there as answered. */
async function planned(asking: Asking, reservations: Reservations, context: Context): Promise<Planned> {
  const { terminal, t } = context
  const { options, answered, kept } = asking
  const back = questionsOf(options).length > 0
  for (;;) {
    const wanted = await askPlan(asking, context)
    const known = await terminal.during(t('reservation.loading'), reservedThen(wanted, reservations, context))
    const free = await freePlan(wanted, known, options, context)
    try {
      return {
        plan: { ...free, comment: await commentOf(options, { before: answered.comment, back, kept }, context) },
        known,
      }
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
      answered.comment = error.typed
    }
  }
}

/** What was wanted, or, where something is in the way, the next free slot if the person takes that instead. */
async function freePlan(
  wanted: ReservationPlan,
  known: Reservation[] | undefined,
  { yes }: NewOptions,
  context: Context,
): Promise<ReservationPlan> {
  const { terminal, prompts, t } = context
  try {
    refuseTaken(wanted, known, context)
    return wanted
  } catch (error) {
    const [slot, ...others] = wanted.slots
    const isOffered = terminal.interactive && !yes && slot && others.length === 0
    if (!isOffered || !known || !(error instanceof Failed) || error.code !== 'slot-taken') throw error
    terminal.warn('reservation.taken-then', { item: wanted.item.name })
    for (const line of error.lines) terminal.note(line)
    const free = freeNext(slot, known)
    const message = t('reservation.ask.free', { when: context.dates().period(free.start, free.end) })
    if (!(await prompts.confirm({ message, default: true }))) throw new Cancelled('reservation-stopped')
    return { ...wanted, slots: [free] }
  }
}

const month = 31 * 24 * 3_600_000

/** All reservations of the item from the first slot to a month after the last; undefined where none may be read. */
async function reservedThen(
  { item, slots }: ReservationPlan,
  reservations: Reservations,
  { terminal }: Context,
): Promise<Reservation[] | undefined> {
  const [first, last] = [slots[0], slots.at(-1)]
  if (!first || !last) return []
  try {
    const found = await reservations.between(first.start, new Date(last.end.getTime() + month))
    return found.filter(({ itemId }) => itemId === item.id)
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    terminal.warn('reservation.taken-unknown')
    return undefined
  }
}

async function confirmed(plan: ReservationPlan, { yes }: NewOptions, context: Context): Promise<void> {
  if (yes) return
  const { terminal, prompts, t } = context
  terminal.show(planView(plan, lookOf(context, terminal.noteStyle)))
  if (!terminal.interactive) return
  const message = t('reservation.ask.send', { count: plan.slots.length })
  if (!(await prompts.confirm({ message, default: true }))) throw new Cancelled('reservation-stopped')
}

async function tell(
  booked: Booked[],
  { item, slots, comment, repeats }: ReservationPlan,
  { json }: NewOptions,
  reservations: Reservations,
  context: Context,
): Promise<void> {
  const { terminal } = context
  const dates = context.dates()
  for (const { id, slot, isNew } of booked) {
    const parameters = { id, item: item.name, when: dates.period(slot.start, slot.end) }
    terminal.done(isNew ? 'reservation.done' : 'reservation.was-done', parameters)
  }
  if (repeats) terminal.note('reservation.series', seriesOf(slots, dates))
  if (json === undefined) {
    if (!terminal.outputIsTerminal || context.settings.quiet) terminal.print(booked.map(({ id }) => id).join('\n'))
    return
  }
  const { person } = await (await context.platform()).session()
  const records = await Promise.all(
    booked.map(async ({ id, slot }) => {
      const made = { id, itemId: item.id, itemName: item.name, ...slot, mine: true, by: person.name }
      return reservationRecord(comment ? { ...made, comment } : made, await reservations.link(id), dates)
    }),
  )
  terminal.print(toJson(records, json, Object.keys(reservationShape.fields)))
}

/** Everything that can be reserved, or an error that says that nothing can. */
async function someItems(reading: Promise<ReservableItem[]>): Promise<ReservableItem[]> {
  const items = await reading
  if (items.length > 0) return items
  throw new NotFound('no-items')
}
