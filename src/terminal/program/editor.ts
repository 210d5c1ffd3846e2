import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failed } from '../../errors/error.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Environment } from '../create-style.ts'
import type { Input, Output } from '../stream.ts'
import { childEnvironment } from './child-environment.ts'
import { words } from './editor-name.ts'

/**
 * Opens the editor on a text and gives what was saved. Ours rather than Inquirer's, which reads process.env, falls back
 * on vim and says what failed in English. The file is 0600 in a 0700 folder, and goes whatever happens.
 */
export async function edit(text: string, { editor, env, input, output, t }: Launch): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ipeos-'))
  const file = join(folder, 'text.md')
  try {
    await writeFile(file, text, { mode: 0o600, flag: 'wx' })
    await launch([...words(editor), file], { editor, env, input, output, t })
    const saved = await readFile(file, 'utf8')
    return saved.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Launch {
  editor: string
  /** Ours; the editor gets it without the secrets. */
  env: Environment
  input: Input
  output: Output
  t: Translate
}

async function launch([program = '', ...options]: string[], { editor, env, input, output, t }: Launch): Promise<void> {
  const failure = (reason: string, cause?: unknown) => new Failed('editor-failed', { editor, reason }, { cause })
  // Not our stdout: that may be a pipe, and the editor belongs on the terminal.
  const screen = output.fd ?? 'ignore'
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, options, {
      stdio: [input.fd ?? 'ignore', screen, screen],
      env: childEnvironment(env),
    })
    child.once('error', (error: NodeJS.ErrnoException) => reject(failure(whyNotStarted(error, t), error)))
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(failure(signal ?? t('terminal.editor-exit', { code: code ?? 1 })))
    })
  })
}

function whyNotStarted({ code, message }: NodeJS.ErrnoException, t: Translate): string {
  if (code === 'ENOENT') return t('terminal.editor-not-found')
  if (code === 'EACCES') return t('terminal.editor-not-program')
  return code ?? message
}
