import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { preferenceNames, preferenceShape } from '../../records/preference-shape.ts'
import type { PreferenceRecord } from '../../views/preference.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { type PreferencesRead, readPreferences } from './read-preferences.ts'

export function addPreferencesShow(preferences: Command, context: Context, run = showPreferences): void {
  const { t } = context
  const command = preferences
    .command('show')
    .summary(t('preferences.show.summary'))
    .description(t('preferences.show.description'))
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, preferenceShape).examples = ['ipeos preferences show', 'ipeos preferences show --json']
}

async function showPreferences(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, preferenceShape, context)
  if (!output) return
  const { preferenceTable } = await import('../../views/preference.ts')
  const reading = await readPreferences(context)
  const records = recordsOf(reading, context)
  if (output.as !== 'table') await printList(records, output, context)
  else if (output.fields) await printTable(records, output.fields, context)
  else await terminal.page(preferenceTable(records, lookOf(context)))
  if (!('refusal' in reading)) return
  terminal.note('preferences.only-shown-here', { reason: t(reading.refusal.text) })
}

/** The address of this computer comes before the platform's, as it does for a new ticket. */
function recordsOf(reading: PreferencesRead, { configuration, t }: Context): PreferenceRecord[] {
  const kept = 'kept' in reading ? reading.kept : undefined
  return preferenceNames.map((name) => {
    const about = t(`preferences.about.${name}`)
    const here = configuration.inForce(name).value ?? null
    const there = name === 'language' || (name === 'email' && here === null) ? kept?.[name] : undefined
    if (there !== undefined) return { name, value: there, where: 'platform', about }
    return { name, value: here, where: 'here', about }
  })
}
