import { Argument, type Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { described } from '../../commands/command-facts.ts'
import { Failed } from '../../errors/error.ts'
import { packagedText, packageFolder } from '../../files/packaged.ts'
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
  const text = packagedText(`completions/${scriptFile(shell, t.language)}`, packageFolder(import.meta.dirname))
  if (text === undefined) throw new Failed('completion-missing', { shell })
  program.configureOutput().writeOut?.(text)
}
