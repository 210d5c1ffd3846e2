import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addSandboxReset } from './reset.ts'
import { addSandboxStart } from './start.ts'

/** All of `ipeos sandbox`. */
export function addSandboxCommands(sandbox: Command, context: Context): void {
  addSandboxStart(sandbox, context)
  addSandboxReset(sandbox, context)
}
