import { type Command, Option } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { reservationShape } from '../../../records/reservation.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import type { NewOptions } from './new-options.ts'
import { stepOption, steps } from './step-option.ts'

export function addReservationNew(reservation: Command, context: Context, run = reserve): void {
  const { t } = context
  const command = described(reservation.command('new'), 'reservation.new', t)
    .argument('[item]', t('reservation.new.item'))
    .option('--from <date>', t('reservation.option.from'))
    .option('--to <date>', t('reservation.option.to'))
    .option('--for <length>', t('reservation.option.for'))
    .option('-m, --comment <text>', t('reservation.option.comment'))
    .option('--every <step>', t('reservation.option.every'), stepOption(t))
    // The word that the help of --every uses; too far from it for a near miss.
    .addOption(new Option('--repeat [step]').hideHelp())
    .on('option:repeat', refuseRepeat)
    .option('--until <date>', t('reservation.option.until'))
    .option('-y, --yes', t('reservation.option.yes'))
    .action((named: string | undefined, flags: Omit<NewOptions, 'item'>) =>
      run({ ...(named === undefined ? {} : { item: named }), ...flags }, context),
    )
  knowValues(addJsonFlags(command, t, reservationShape, 'reservation.option.json'), {
    item: 'reservation-item',
    '--every': steps.map((step) => t(`reservation.step.${step}`)),
  })
  command.examples = [
    'ipeos reservation new',
    `ipeos reservation new 1 --from '${t('reservation.example.tomorrow')}' --for 2h --yes`,
    `ipeos reservation new 3 --from '${t('reservation.example.monday')}' --to 16:00 ${t('reservation.example.again')} --yes`,
  ]
}

function refuseRepeat(): never {
  const hint = { key: 'program.did-you-mean', parameters: { name: '--every' } } as const
  throw new WrongUsage('unknown-option', { name: '--repeat' }, { hint })
}

/** The rest is loaded when it is needed: help does without the questions and the views. */
async function reserve(options: NewOptions, context: Context): Promise<void> {
  if (printedSchema(options, reservationShape, context)) return
  const { reserveItem } = await import('./reserve-item.ts')
  await reserveItem(options, context)
}
