import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Cancelled, NotAllowed, NotFound, Unreachable, WrongUsage } from '../../errors/error.ts'
import type { Reservations } from '../../glpi/reservation/reservations.ts'
import type { Reservation } from '../../itil/reservation.ts'
import { missing, pick } from '../choice/pick.ts'
import { described, knowValues } from '../command-facts.ts'

interface CancelOptions {
  /** Undefined where the person is to point at it. */
  id: number | undefined
  yes?: boolean
}

export function addReservationCancel(reservation: Command, context: Context, run = cancel): void {
  const { t } = context
  const command = described(reservation.command('cancel'), 'reservation.cancel', t)
    .argument('[reservation]', t('reservation.cancel.number'), reservationNumber)
    .option('-y, --yes', t('cancel.option.yes'))
    .action((id: number | undefined, flags: { yes?: boolean }) => run({ id, ...flags }, context))
  knowValues(command, { reservation: 'reservation' }).examples = ['ipeos reservation cancel 2']
}

/** `7`, `#7`, `n°7`, or the address of its page. */
function reservationNumber(value: string): number {
  const text = value.trim()
  const digits = /^(?:#|n°\s*)?(\d{1,9})$/.exec(text)?.[1] ?? numberInAddress(text)
  if (digits) return Number(digits)
  throw new WrongUsage('not-a-reservation', { value })
}

function numberInAddress(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return undefined
  const { pathname, searchParams } = new URL(text)
  return pathname.includes('/reservation') ? /^\d{1,9}$/.exec(searchParams.get('id') ?? '')?.[0] : undefined
}

async function cancel({ id: named, yes = false }: CancelOptions, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  const id = named ?? (await pointedAt(context))
  if (id === undefined) return
  if (!yes && !terminal.interactive) throw new WrongUsage('reservation-unconfirmed', { id })
  const { reservations } = await context.platform()
  const dates = context.dates()
  const asWords = ({ itemName, start, end }: Reservation) => ({ item: itemName, when: dates.period(start, end) })
  const known = await terminal.during(t('reservation.loading'), mine(id, reservations, context, asWords))
  if (!yes) {
    const message = known
      ? t('reservation.cancel.question', { id, ...asWords(known) })
      : t('reservation.cancel.sure', { id })
    if (!(await prompts.confirm({ message, default: false }))) throw new Cancelled('reservation-kept', { id })
  }
  await cancelOnce(id, reservations, context)
  terminal.done('reservation.cancelled', { id })
}

/** One of this account's own that are not over; undefined where there is none. Throws `WrongUsage` where nobody can be asked. */
async function pointedAt(context: Context): Promise<number | undefined> {
  const { terminal, t, clock } = context
  if (!terminal.interactive) throw missing('reservation', 'ipeos reservation cancel 2')
  const { reservations } = await context.platform()
  const now = clock.now()
  const reading = reservations.between(now, new Date(now.getTime() + year))
  const own = (await terminal.during(t('reservation.loading'), reading)).filter(({ mine }) => mine)
  if (own.length === 0) {
    terminal.note('choice.no-reservation')
    return undefined
  }
  const dates = context.dates()
  const candidates = own.map(({ id, itemName, start, end }) => {
    return { value: id, number: `#${id}`, state: '', title: itemName, age: dates.period(start, end) }
  })
  return pick(t('choice.reservation'), candidates, context)
}

const year = 365 * 24 * 3_600_000

function around({ clock }: Context): [Date, Date] {
  const now = clock.now().getTime()
  return [new Date(now - year), new Date(now + 2 * year)]
}

/** The reservation, when it may be read; rejects with `NotFound` or `NotAllowed` for one that is gone or not mine. */
async function mine(
  id: number,
  reservations: Reservations,
  context: Context,
  asWords: (reservation: Reservation) => { item: string; when: string },
): Promise<Reservation | undefined> {
  const all = await readAll(reservations, context)
  if (!all) return undefined
  const found = all.find((one) => one.id === id)
  if (found?.mine) return found
  if (found?.by) throw new NotAllowed('reservation-not-mine', { id, by: found.by })
  if (found) throw new NotAllowed('reservation-somebody-elses', { id })
  const now = context.clock.now()
  const near = all.filter((one) => one.mine && one.end > now).slice(0, 3)
  const names = near.map((one) => `#${one.id} (${asWords(one).item}, ${asWords(one).when})`).join(' ; ')
  const error = new NotFound('reservation-not-found', { id })
  throw names ? error.withHint({ key: 'reservation.yours', parameters: { names } }) : error
}

/** Undefined where the platform shows them to nobody. */
async function readAll(reservations: Reservations, context: Context): Promise<Reservation[] | undefined> {
  try {
    return await reservations.between(...around(context))
  } catch (error) {
    if (error instanceof NotAllowed) return undefined
    throw error
  }
}

/** An answer that was lost is made up for by looking: what is gone was cancelled. */
async function cancelOnce(id: number, reservations: Reservations, context: Context): Promise<void> {
  try {
    await reservations.cancel(id)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const left = await readAll(reservations, context).catch(() => {
      throw error
    })
    if (!left || left.some((one) => one.id === id)) throw error
  }
}
