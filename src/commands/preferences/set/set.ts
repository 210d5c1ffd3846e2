import { Argument, type Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { type PreferenceName, preferenceNames } from '../../../records/preference.ts'
import { described } from '../../command-facts.ts'

export function addPreferencesSet(preferences: Command, context: Context, run = setPreferences): void {
  const { t } = context
  const name = new Argument('[preference]', t('preferences.argument.name')).choices(preferenceNames)
  described(preferences.command('set'), 'preferences.set', t)
    .addArgument(name)
    .argument('[value]', t('preferences.argument.value'))
    .action((named: PreferenceName | undefined, value: string | undefined) => run(named, value, context)).examples = [
    'ipeos preferences set',
    'ipeos preferences set language fr',
    'ipeos preferences set email alice@ipeos.example',
  ]
}

/** One preference, or each of them in turn. */
async function setPreferences(
  name: PreferenceName | undefined,
  value: string | undefined,
  context: Context,
): Promise<void> {
  const { terminal } = context
  if (value === undefined && !terminal.interactive) throw new WrongUsage('which-preference')
  const { askPreferences, changePreferences, checked } = await import('./change-preferences.ts')
  if (name !== undefined && value !== undefined) return changePreferences(await checked(name, value), context)
  await changePreferences(await askPreferences(name ? [name] : preferenceNames, context), context)
}
