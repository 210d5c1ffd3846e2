import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { settingListShape, settingRecord } from '../../records/setting.ts'
import { settingKeys } from '../../settings/setting.ts'
import { plain } from '../../terminal/sanitize.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'

export function addConfigList(config: Command, context: Context, run = listSettings): void {
  const { t } = context
  const command = described(config.command('list'), 'config.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, settingListShape).examples = [
    'ipeos config list',
    'ipeos config list --json key,value,source',
  ]
}

async function listSettings(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, configuration } = context
  const output = await outputOf(flags, settingListShape, context)
  if (!output) return
  const { settingTable } = await import('../../views/setting.ts')
  const records = settingKeys.map((key) => settingRecord(key, configuration, t))
  await printRecords(records, output, async (look) => settingTable(records, look), context)
  for (const { key, wrong } of records) if (wrong) terminal.warn('config.wrong-kept', { key, value: wrong })
  for (const { key, path } of configuration.unknown()) terminal.warn('config.unknown-name', { key: plain(key), path })
}
