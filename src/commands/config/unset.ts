import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import type { SettingKey } from '../../settings/setting.ts'
import { described } from '../command-facts.ts'
import { settingArgument } from './setting-argument.ts'

export function addConfigUnset(config: Command, context: Context, run = unsetSetting): void {
  const { t } = context
  const command = described(config.command('unset'), 'config.unset', t)
    .addArgument(settingArgument(t, ['organisation']))
    .action((key: SettingKey | 'organisation') => run(key, context))
  command.examples = ['ipeos config unset language', 'ipeos config unset organisation']
}

async function unsetSetting(key: SettingKey | 'organisation', context: Context): Promise<void> {
  const { terminal, configuration, settings } = context
  const isKept = key === 'organisation' ? settings.organisation !== undefined : configuration.isKept(key)
  if (!isKept) return terminal.note('config.unset.nothing', { key })
  if (key === 'organisation') await configuration.keepOrganisation(undefined)
  else await configuration.keep({ [key]: undefined })
  terminal.note('config.unset.done', { key })
}
