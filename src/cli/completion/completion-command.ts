import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Argument, type Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../../commands/command-facts.ts'
import { Failed } from '../../errors/error.ts'
import { type Shell, scriptFile, shells } from './script-file.ts'

/** `ipeos completion zsh`: the script that the build of this version left in `completions/`. */
export function addCompletion(program: Command, context: Context, run = printCompletion): void {
  const { t } = context
  const command = described(program.command('completion'), 'completion', t)
    .addArgument(new Argument('<shell>', t('completion.argument')).choices(shells))
    .action((shell: Shell) => run(shell, program, context))
  command.bare = true
  command.examples = [
    'source <(ipeos completion bash)',
    'ipeos completion zsh > ~/.zsh/completions/_ipeos',
    'ipeos completion fish > ~/.config/fish/completions/ipeos.fish',
  ]
}

function printCompletion(shell: Shell, program: Command, { t }: Context): void {
  const path = join(packageFolder(import.meta.dirname), 'completions', scriptFile(shell, t.language))
  try {
    program.configureOutput().writeOut?.(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (!(cause as NodeJS.ErrnoException).code) throw cause
    throw new Failed('completion-missing', { shell }, { cause })
  }
}

/** `dist/` lies right below it, this file of the sources deeper. */
function packageFolder(from: string): string {
  const above = dirname(from)
  return above === from || existsSync(join(above, 'package.json')) ? above : packageFolder(above)
}
