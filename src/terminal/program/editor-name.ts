import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Failed } from '../../errors/error.ts'
import type { Environment } from '../create-style.ts'

/** Editors that a person may be led to without having named one, the easiest to leave first. */
const knownEditors = ['nano', 'micro', 'vim', 'nvim', 'vi', 'emacs']

/** The person's editor, as a command line: $VISUAL, $EDITOR, else a known one that is installed; undefined when there is none. */
export async function editorOf(env: Environment, platform: NodeJS.Platform = 'linux'): Promise<string | undefined> {
  const named = env.VISUAL?.trim() || env.EDITOR?.trim()
  if (named) return named
  if (platform === 'win32') return 'notepad.exe'
  for (const editor of knownEditors) if (await isInstalled(editor, env)) return editor
  return undefined
}

export function requireEditor(editor: string | undefined): string {
  if (editor) return editor
  throw new Failed('no-editor')
}

/** `code --wait`, `"/Applications/My Editor" -n`: words, of which quotes make one. */
export function words(command: string): string[] {
  const found = command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)
  return [...found].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
}

/** «nano» of `/usr/bin/nano -w`: what people call it. */
export function programOf(command: string): string {
  return words(command)[0]?.split(/[/\\]/).pop() ?? ''
}

async function isInstalled(program: string, { PATH = '' }: Environment): Promise<boolean> {
  for (const folder of PATH.split(delimiter).filter((one) => one !== '')) {
    const isThere = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return true
  }
  return false
}
