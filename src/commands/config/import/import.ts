import { isDeepStrictEqual } from 'node:util'
import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import { keptOrganisation, type Organisation } from '../../../settings/organisation.ts'
import { type Setting, type SettingKey, settingKeys, settings, textUnder } from '../../../settings/setting.ts'
import { described, knowValues } from '../../command-facts.ts'
import { lookOf } from '../../output.ts'

export interface ImportOptions {
  yes?: boolean
}

export function addConfigImport(config: Command, context: Context, run = importOrganisation): void {
  const { t } = context
  const command = described(config.command('import'), 'config.import', t)
    .argument('<file>', t('config.import.argument.file'))
    .option('-y, --yes', t('config.import.option.yes'))
    .action((given: string, flags: ImportOptions) => run(given, flags, context))
  knowValues(command, { file: 'file' }).examples = [
    'ipeos config import organisation.json',
    'ipeos config import https://intranet.example/ipeos.json --yes',
  ]
}

/** Shows what an organisation's file would change, asks, and keeps it in the place of the former one. */
async function importOrganisation(given: string, { yes }: ImportOptions, context: Context): Promise<void> {
  const { terminal, settings: inUse, configuration } = context
  const { readGivenOrganisation } = await import('./read-organisation.ts')
  const organisation = await readGivenOrganisation(given, context)
  const former = keptOrganisation(inUse.organisation)
  const { name } = organisation
  if (former && isDeepStrictEqual(former, organisation)) return terminal.note('config.import.same', { name })

  await show(organisation, former, context)
  if (!yes) await confirm(context)
  await configuration.keepOrganisation(organisation)
  terminal.done('config.import.done', { name })
  for (const key of ownBefore(organisation, context)) terminal.warn('config.import.own-first', { key })
  if (organisation.url) terminal.note('config.import.next')
}

async function show(organisation: Organisation, former: Organisation | undefined, context: Context): Promise<void> {
  const { terminal, configuration } = context
  const { viewOrganisation } = await import('../../../views/organisation.ts')
  const { value, source } = configuration.inForce('url')
  const platform = source === 'flag' || source === 'environment' ? former?.url : String(value)
  const now: Partial<Organisation> = { ...former, ...(platform === undefined ? {} : { url: platform }) }
  terminal.show(viewOrganisation(organisation, now, lookOf(context, terminal.noteStyle)))
  const { lookAlikes } = await import('./look-alike.ts')
  for (const { key, parameters } of lookAlikes(organisation, platform)) terminal.warn(key, parameters)
}

async function confirm({ terminal, prompts, t }: Context): Promise<void> {
  if (!terminal.interactive) throw new WrongUsage('organisation-unconfirmed')
  const agreed = await prompts.confirm({ message: t('config.import.question'), default: true })
  if (!agreed) throw new Cancelled('organisation-stopped')
}

/** What the person set alone, and the organisation too: their own comes first. */
function ownBefore(organisation: Organisation, { configuration }: Context): SettingKey[] {
  return settingKeys
    .filter((key) => (settings[key] as Setting).fromOrganisation)
    .filter((key) => textUnder(organisation, key) !== undefined && configuration.isKept(key))
}
