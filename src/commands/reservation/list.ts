import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { reservationRecord, reservationShape } from '../../records/reservation.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { rememberReservations } from './seen-reservation.ts'

interface ListOptions extends OutputFlags {
  all?: boolean
  past?: boolean
}

export function addReservationList(reservation: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(reservation.command('list'), 'reservation.list', t)
    .alias('ls')
    .option('-a, --all', t('reservation.option.all'))
    .option('--past', t('reservation.option.past'))
    .action((flags: ListOptions) => run(flags, context))
  addOutputFlags(command, t, reservationShape).examples = [
    'ipeos reservation list',
    'ipeos reservation list --all --json id,item,start,end,by',
  ]
}

const year = 365 * 24 * 3_600_000

async function list({ all = false, past = false, ...flags }: ListOptions, context: Context): Promise<void> {
  const { terminal, t, clock } = context
  const output = await outputOf(flags, reservationShape, context)
  if (!output) return
  const now = clock.now()
  const reading = past
    ? read(new Date(now.getTime() - year), now, context)
    : read(now, new Date(now.getTime() + year), context)
  const found = (await terminal.during(t('reservation.loading'), reading)).filter(({ mine }) => mine || all)
  const dates = context.dates()
  await rememberReservations(found, dates, context)
  const { reservationTable } = await import('../../views/reservation.ts')
  const records = found.map((one) => reservationRecord(one, one.url, dates))
  await printRecords(records, output, async (look) => reservationTable(found, look), context)
  if (found.length === 0) terminal.note(past ? 'reservation.none-past' : 'reservation.none')
}

async function read(start: Date, end: Date, { platform }: Context) {
  const { reservations } = await platform()
  const found = await reservations.between(start, end)
  return Promise.all(found.map(async (one) => ({ ...one, url: await reservations.link(one.id) })))
}
