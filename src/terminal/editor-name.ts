import { Failed } from '../errors.ts'
import type { Environment } from './create-style.ts'

/** The person's editor, as a command line; undefined when none is named. */
export function editorOf(env: Environment): string | undefined {
  return env.VISUAL?.trim() || env.EDITOR?.trim() || undefined
}

export function requireEditor(env: Environment): string {
  const editor = editorOf(env)
  if (editor) return editor
  throw new Failed('terminal.no-editor', undefined, { hint: { key: 'terminal.no-editor-hint' } })
}
