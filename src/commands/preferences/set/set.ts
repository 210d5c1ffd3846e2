import { Argument, type Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { choiceHint } from '../../../i18n/similar.ts'
import type { Translate } from '../../../i18n/translate.ts'
import { type PreferenceName, preferenceNames } from '../../../records/preference.ts'
import { match } from '../../choice/match.ts'
import { described, knowValues } from '../../command-facts.ts'

export function addPreferencesSet(preferences: Command, context: Context, run = setPreferences): void {
  const { t } = context
  const command = described(preferences.command('set'), 'preferences.set', t)
    .addArgument(new Argument('[preference]', t('preferences.argument.name')).argParser(nameOf(t)))
    .argument('[value]', t('preferences.argument.value'))
    .action((named: PreferenceName | undefined, value: string | undefined) => run(named, value, context))
  knowValues(command, { preference: preferenceNames })
  command.examples = [
    'ipeos preferences set',
    `ipeos preferences set ${t('preferences.word.language')} ${t('preferences.example.language')}`,
    `ipeos preferences set ${t('preferences.word.email')} alice@ipeos.example`,
  ]
}

/** By its English name, as scripts have it, or by the person's own word. */
function nameOf(t: Translate): (text: string) => PreferenceName {
  const candidates = preferenceNames.map((name) => ({
    value: name,
    keys: [name],
    names: [t(`preferences.word.${name}`)],
  }))
  return (text) => {
    const known = match(text, candidates)
    if ('found' in known) return known.found
    const hint = choiceHint(
      text,
      candidates.flatMap(({ names }) => names),
    )
    throw new WrongUsage('wrong-word', { name: t('preferences.argument.word'), value: text }, { hint })
  }
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
