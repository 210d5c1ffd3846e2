import { addSandboxReset } from './reset.ts'
import { addSandboxStart } from './start.ts'

/** All of `ipeos sandbox`. */
export const sandboxCommands = [addSandboxStart, addSandboxReset]
