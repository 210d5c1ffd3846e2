import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { settingRecord, settingShape } from '../../records/setting.ts'
import type { SettingKey } from '../../settings/setting.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'
import { settingArgument } from './setting-argument.ts'

export function addConfigGet(config: Command, context: Context, run = getSetting): void {
  const { t } = context
  const command = described(config.command('get'), 'config.get', t)
    .addArgument(settingArgument(t))
    .action((key: SettingKey, flags: OutputFlags) => run(key, flags, context))
  addOutputFlags(command, t, settingShape).examples = ['ipeos config get language', 'ipeos config get url --json']
}

/** A page on a terminal; in a pipe the value alone, unless a form of output was asked for. */
async function getSetting(key: SettingKey, flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, configuration } = context
  const output = await outputOf(flags, settingShape, context)
  if (!output) return
  const { textOf, viewSetting } = await import('../../views/setting.ts')
  const record = settingRecord(key, configuration, t)
  const isBare = flags.json === undefined && flags.format === undefined && flags.columns === undefined
  if (output.as === 'table') await terminal.page(viewSetting(record, lookOf(context)))
  else if (!isBare) await printOne(record, output, context)
  else if (record.value !== null) terminal.print(textOf(record.value))
  if (record.wrong) terminal.warn('config.wrong-kept', { key, value: record.wrong })
}
