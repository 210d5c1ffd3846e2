import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { preferenceRecords, preferenceShape } from '../../records/preference.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { readPreferences } from './read-preferences.ts'

export function addPreferencesShow(preferences: Command, context: Context, run = showPreferences): void {
  const { t } = context
  const command = described(preferences.command('show'), 'preferences.show', t).action((flags: OutputFlags) =>
    run(flags, context),
  )
  addOutputFlags(command, t, preferenceShape).examples = ['ipeos preferences show', 'ipeos preferences show --json']
}

async function showPreferences(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, configuration } = context
  const output = await outputOf(flags, preferenceShape, context)
  if (!output) return
  const { preferenceTable } = await import('../../views/preference.ts')
  const reading = await readPreferences(context)
  const records = preferenceRecords('kept' in reading ? reading.kept : undefined, configuration, t)
  await printRecords(records, output, async (look) => preferenceTable(records, look), context)
  if (!('refusal' in reading)) return
  terminal.note('preferences.only-shown-here', { reason: t(reading.refusal.text) })
}
