import { spawn } from 'node:child_process'
import type { Translate } from '../../i18n/translate.ts'
import type { Environment } from '../create-style.ts'
import type { Output } from '../stream.ts'
import { childEnvironment } from './child-environment.ts'

/** What a command line of the person's own is given. */
export interface ShellInput {
  /** Its standard input. */
  input: string
  /** Added to its environment. */
  variables: Record<string, string>
}

interface ShellOptions {
  env: Environment
  folder: string
  /** Where all that it prints goes. */
  output: Output
  t: Translate
}

/** Runs a command line through the system's shell, and gives why it failed; undefined when it did not. */
export function runInShell(
  command: string,
  { input, variables }: ShellInput,
  { env, folder, output, t }: ShellOptions,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const screen = output.fd ?? 'ignore'
    const child = spawn(command, {
      shell: true,
      cwd: folder,
      env: { ...childEnvironment(env), ...variables },
      stdio: ['pipe', screen, screen],
    })
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? undefined : (signal ?? t('watch.exit', { code: code ?? 1 }))),
    )
    // A command that reads nothing closes its input: that is its right.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
