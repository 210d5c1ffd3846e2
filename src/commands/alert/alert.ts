import { type Command, Option } from 'commander'
import type { Context } from '../../app/context.ts'
import { ticketTypes, urgencies } from '../../itil/ticket-words.ts'
import { alertShape } from '../../records/alert.ts'
import type { ChosenFields } from '../../records/chosen-fields.ts'
import { fieldNames } from '../../records/shape.ts'
import { described, knowValues } from '../command-facts.ts'
import { addJsonFlags, printedSchema } from '../output.ts'
import { gather } from '../request/file-option.ts'
import { everyOr, readEvery } from '../request/left-out.ts'
import { alertFormats, type ReadOptions } from './read-alerts.ts'
import type { SendOptions } from './send-alerts.ts'

export interface AlertOptions extends ReadOptions, SendOptions {
  dryRun?: boolean
  json?: ChosenFields
  jsonSchema?: boolean
}

export function addAlert(program: Command, context: Context, run = alert): void {
  const { t } = context
  const command = described(program.command('alert'), 'alert', t)
    .option('--input <file>', t('alert.option.input'))
    .addOption(new Option('--format <format>', t('alert.option.format')).choices(alertFormats))
    .option('--map <map>', t('alert.option.map'), gather)
    .option('--map-file <file>', t('alert.option.map-file'))
    .option('--accept-recovery', t('alert.option.accept-recovery'))
    .option('--dedupe-every <time>', t('alert.option.dedupe-every'), readEvery)
    .option('--urgency <level>', t('alert.option.urgency'))
    .option('--category <category>', t('new.option.category'))
    .option('--about <equipment>', t('alert.option.about'))
    .option('--type <type>', t('new.option.type'))
    .addOption(new Option('--notify', t('new.option.notify')).default(undefined))
    .addOption(new Option('--no-notify', t('new.option.no-notify')).default(undefined))
    .option('--email <address>', t('new.option.email'))
    .option('--dry-run', t('alert.option.dry-run'))
    .action((flags: AlertOptions) => run(flags, context))
  addJsonFlags(command, t, alertShape, 'alert.option.json')
  knowValues(command, {
    '--input': 'file',
    '--map-file': 'file',
    '--urgency': urgencies,
    '--category': 'category',
    '--about': 'equipment',
    '--type': ticketTypes,
  })
  command.insists = ({ dryRun }) => !dryRun
  command.examples = [
    'ipeos alert --dedupe-every 1h < alertmanager.json',
    'ipeos alert --input grafana.json --accept-recovery --no-notify',
    'ipeos alert --input check.json --map title=.name,fingerprint=.id,state=.status',
  ]
}

/** Brings what monitoring says to the tickets of its problems. */
async function alert(given: AlertOptions, context: Context): Promise<void> {
  const { dedupeEvery: _every, ...rest } = given
  const dedupeEvery = everyOr(given, true, context)
  const options: AlertOptions = { ...rest, ...(dedupeEvery !== undefined && { dedupeEvery }) }
  if (printedSchema(options, alertShape, context)) return
  const { fieldsOf } = await import('../../records/chosen-fields.ts')
  const { json, dryRun } = options
  if (json !== undefined) fieldsOf(json, fieldNames(alertShape))
  const { readAlerts } = await import('./read-alerts.ts')
  const { withinBounds } = await import('./too-many.ts')
  const alerts = withinBounds(await readAlerts(options, context), context)
  if (alerts.length === 0) context.terminal.note('alert.none')
  const { failureOf } = await import('./alert-failure.ts')
  const { sendAlerts } = await import('./send-alerts.ts')
  const { showAlerts } = await import('./show-alerts.ts')
  const { terminal } = context
  const onTicket = (id: number): void => {
    if (json === undefined && !terminal.outputIsTerminal) terminal.print(String(id))
  }
  const outcomes = await (dryRun
    ? showAlerts(alerts, options, json === undefined, context)
    : sendAlerts(alerts, options, onTicket, context))
  if (json !== undefined) {
    const { toJson } = await import('../../records/format/json.ts')
    const records = outcomes.map(({ record }) => record)
    terminal.print(toJson(records, json, fieldNames(alertShape)))
  }
  const failure = failureOf(outcomes, context)
  if (failure) throw failure
}
