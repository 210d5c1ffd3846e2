import type { Context } from '../../context.ts'
import { type Message, WrongUsage } from '../../errors.ts'
import { plain } from '../../terminal/sanitize.ts'

/**
 * Text of a file, or of standard input (`-`), as it can stand on a ticket: the colours that programs print, and the rest
 * of what only a terminal obeys, are taken out; its lines stay. Rejects with `WrongUsage` when it is no text.
 */
export async function readLongText(path: string, { files, terminal }: Context): Promise<string> {
  const text = await (path === '-' ? terminal.readInput() : files.readText(path))
  if (!/[\u0000\ufffd]/.test(text)) return plain(text, { multiline: true })
  throw new WrongUsage(path === '-' ? 'file.input-not-text' : 'file.not-text', { path })
}

/** Characters. As HTML it is a few times as much, and a page of a megabyte helps nobody. */
const longestText = 250_000

/** What is wrong with the length of a description or a comment. */
export function textTooLong({ length }: string): Message | undefined {
  return length > longestText ? { key: 'new.text-too-long', parameters: { length, most: longestText } } : undefined
}
