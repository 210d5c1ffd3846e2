import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../command-facts.ts'

export function addConfigPath(config: Command, context: Context): void {
  const command = described(config.command('path'), 'config.path', context.t)
  command.examples = ['ipeos config path']
  command.action(() => context.terminal.print(context.configuration.path))
}
