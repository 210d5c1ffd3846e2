import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { SettingKey } from '../../settings/setting.ts'
import { settingArgument } from './setting-argument.ts'

export function addConfigUnset(config: Command, context: Context, run = unsetSetting): void {
  const { t } = context
  config
    .command('unset')
    .summary(t('config.unset.summary'))
    .description(t('config.unset.description'))
    .addArgument(settingArgument(t))
    .action((key: SettingKey) => run(key, context)).examples = ['ipeos config unset language']
}

async function unsetSetting(key: SettingKey, { terminal, configuration }: Context): Promise<void> {
  if (!configuration.isKept(key)) return terminal.note('config.unset.nothing', { key })
  await configuration.keep({ [key]: undefined })
  terminal.note('config.unset.done', { key })
}
