import { join } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Cancelled } from '../../errors/error.ts'
import { sandboxFolder } from '../../settings/folders.ts'
import { described } from '../command-facts.ts'

export interface ResetOptions {
  yes?: boolean
}

export function addSandboxReset(sandbox: Command, context: Context, run = resetSandbox): void {
  const { t } = context
  const command = described(sandbox.command('reset'), 'sandbox.reset', t)
    .option('-y, --yes', t('sandbox.reset.yes'))
    .action((flags: ResetOptions) => run(flags, context))
  command.examples = ['ipeos sandbox reset --yes']
}

/** Removes the embedded platform's data, and nothing else: the folder is its own, never one that a person named. */
export async function resetSandbox({ yes }: ResetOptions, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  const { exists, remove } = await import('./data-folder.ts')
  const folder = sandboxFolder(context.settings.folders)
  if (!(await exists(join(folder, 'snapshot.json')))) return terminal.note('sandbox.reset.nothing')
  if (terminal.interactive && !yes) {
    const sure = await prompts.confirm({ message: t('sandbox.reset.sure', { folder }), default: false })
    if (!sure) throw new Cancelled('sandbox-kept')
  }
  await remove(folder)
  terminal.done('sandbox.reset.done')
}
