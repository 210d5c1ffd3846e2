import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'

export function addConfigPath(config: Command, context: Context): void {
  const { t } = context
  config
    .command('path')
    .summary(t('config.path.summary'))
    .description(t('config.path.description'))
    .action(() => context.terminal.print(context.configuration.path)).examples = ['ipeos config path']
}
