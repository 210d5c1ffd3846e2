import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { NotAllowed } from '../../errors/error.ts'
import type { ReservableItem, Reservation } from '../../itil/reservation.ts'
import { itemRecord, reservableItemShape } from '../../records/reservation.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { rememberItems } from './seen-reservation.ts'

interface ItemsOptions extends OutputFlags {
  on?: string
}

export function addReservationItems(reservation: Command, context: Context, run = listItems): void {
  const { t } = context
  const command = described(reservation.command('items'), 'reservation.items', t)
    .option('--on <date>', t('reservation.option.on'))
    .action((flags: ItemsOptions) => run(flags, context))
  addOutputFlags(command, t, reservableItemShape).examples = [
    'ipeos reservation items',
    `ipeos reservation items --on ${t('reservation.example.day')}`,
    'ipeos reservation items --on 2027-01-11 --json name,free',
  ]
}

async function listItems({ on, ...flags }: ItemsOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, reservableItemShape, context)
  if (!output) return
  const { readDay, readerOf } = await import('./period.ts')
  const day = await readDay(on, readerOf(context))
  const { items, taken } = await terminal.during(t('reservation.loading'), readItems(day, context))
  await rememberItems(items, context)
  const dates = context.dates()
  const ofItem = ({ id }: ReservableItem) => (taken ?? []).filter(({ itemId }) => itemId === id)
  const records = items.map((item) => itemRecord(item, taken && ofItem(item), dates))
  const view = async (look: Look) => {
    const { itemTable } = await import('../../views/reservation.ts')
    if (taken) terminal.note('reservation.on-day', { day: dates.day(day.start) })
    return itemTable(items, taken ? ofItem : undefined, look)
  }
  await printRecords(records, output, view, context)
  if (items.length === 0) terminal.note('reservation.no-items')
}

interface Read {
  items: ReservableItem[]
  /** Undefined where the platform does not show it. */
  taken: Reservation[] | undefined
}

async function readItems(day: { start: Date; end: Date }, { platform, terminal }: Context): Promise<Read> {
  const { reservations } = await platform()
  const items = await reservations.items()
  try {
    return { items, taken: await reservations.between(day.start, day.end) }
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error
    terminal.warn('reservation.taken-unknown')
    return { items, taken: undefined }
  }
}
