import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { preferenceRecords, preferenceShape } from '../../records/preference.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { readPreferences } from './read-preferences.ts'

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
  const { terminal, t, configuration } = context
  const output = await outputOf(flags, preferenceShape, context)
  if (!output) return
  const { preferenceTable } = await import('../../views/preference.ts')
  const reading = await readPreferences(context)
  const records = preferenceRecords('kept' in reading ? reading.kept : undefined, configuration, t)
  if (output.as !== 'table') await printList(records, output, context)
  else if (output.fields) await printTable(records, output.fields, context)
  else await terminal.page(preferenceTable(records, lookOf(context)))
  if (!('refusal' in reading)) return
  terminal.note('preferences.only-shown-here', { reason: t(reading.refusal.text) })
}
