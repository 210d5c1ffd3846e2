import { Argument, type Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { reservationShape } from '../../views/reservation-shape.ts'
import { addJsonFlags, printedSchema } from '../output.ts'

export interface NewOptions {
  item?: string
  from?: string
  to?: string
  for?: string
  comment?: string
  every?: 'day' | 'week'
  until?: string
  yes?: boolean
  json?: true | string
  jsonSchema?: boolean
}

export function addReservationNew(reservation: Command, context: Context, run = reserve): void {
  const { t } = context
  const item = new Argument('[item]', t('reservation.new.item'))
  item.live = 'reservation-item'
  const command = reservation
    .command('new')
    .summary(t('reservation.new.summary'))
    .description(t('reservation.new.description'))
    .addArgument(item)
    .option('--from <date>', t('reservation.option.from'))
    .option('--to <date>', t('reservation.option.to'))
    .option('--for <length>', t('reservation.option.for'))
    .option('-m, --comment <text>', t('reservation.option.comment'))
    .addOption(new Option('--every <step>', t('reservation.option.every')).choices(['day', 'week']))
    .option('--until <date>', t('reservation.option.until'))
    .option('-y, --yes', t('reservation.option.yes'))
    .action((named: string | undefined, flags: Omit<NewOptions, 'item'>) =>
      run({ ...(named === undefined ? {} : { item: named }), ...flags }, context),
    )
  addJsonFlags(command, t, reservationShape, 'reservation.option.json')
  command.examples = [
    'ipeos reservation new',
    "ipeos reservation new 1 --from 'tomorrow 9am' --for 2h --yes",
    "ipeos reservation new 3 --from 'monday 14:00' --to 16:00 --every week --until '+4 weeks' --yes",
  ]
}

/** The rest is loaded when it is needed: help does without the questions and the views. */
async function reserve(options: NewOptions, context: Context): Promise<void> {
  if (printedSchema(options, reservationShape, context)) return
  const { reserveItem } = await import('./reserve-item.ts')
  await reserveItem(options, context)
}
