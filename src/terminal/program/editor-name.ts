import { Failed } from '../../errors/error.ts'
import type { Environment } from '../create-style.ts'

/** The person's editor, as a command line; undefined when none is named. */
export function editorOf(env: Environment): string | undefined {
  return env.VISUAL?.trim() || env.EDITOR?.trim() || undefined
}

export function requireEditor(env: Environment): string {
  const editor = editorOf(env)
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
