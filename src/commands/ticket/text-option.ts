import type { Context } from '../../context.ts'
import { WrongUsage } from '../../errors.ts'

/** What a person writes, as the options give it: itself, or where it stands. */
export interface TextOptions {
  message?: string
  /** A path, or `-` for standard input. */
  messageFile?: string
}

/**
 * The text that the options give; undefined when they give none, or a blank one. Rejects with `WrongUsage` when both do,
 * and when the file cannot be read or is no text.
 */
export async function givenText({ message, messageFile }: TextOptions, context: Context): Promise<string | undefined> {
  if (message !== undefined && messageFile !== undefined) {
    throw new WrongUsage('life.two-texts', undefined, { hint: { key: 'life.two-texts-hint' } })
  }
  const text = messageFile === undefined ? message : await readFrom(messageFile, context)
  return text?.trim() ? text : undefined
}

async function readFrom(path: string, { files, terminal }: Context): Promise<string> {
  const text = await (path === '-' ? terminal.readInput() : files.readText(path))
  if (/[\u0000\ufffd]/.test(text)) throw new WrongUsage('file.not-text', { path })
  return text
}
