import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { addSandboxReset } from './reset.ts'
import { addSandboxStart } from './start.ts'

/** All of `ipeos sandbox`. */
export function addSandboxCommands(sandbox: Command, context: Context): void {
  addSandboxStart(sandbox, context)
  addSandboxReset(sandbox, context)
}
