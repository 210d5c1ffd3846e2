import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { decoded } from '../../files/decoded.ts'
import { plain } from '../../terminal/sanitize.ts'

/** What a person writes, as the options give it: itself, or where it stands. */
export interface TextOptions {
  message?: string
  /** A path, or `-` for standard input. */
  messageFile?: string
}

/**
 * The text that the options give; undefined when they give none, or a blank one. Rejects with `WrongUsage` when both do,
 * and when the file cannot be read, is no text, or is more than a ticket takes.
 */
export async function givenText({ message, messageFile }: TextOptions, context: Context): Promise<string | undefined> {
  if (message !== undefined && messageFile !== undefined) throw new WrongUsage('two-texts')
  const text = messageFile === undefined ? message : await readLongText(messageFile, context)
  const tooLong = textTooLong(text ?? '')
  if (tooLong) throw tooLong
  return text?.trim() ? text : undefined
}

/**
 * Text of a file, or of standard input (`-`), as it can stand on a ticket: the colours that programs print, and the rest
 * of what only a terminal obeys, are taken out; its lines stay. What came through a pipe will not come again: it is
 * mended, and cut in the middle, where a file would be refused (but with `mend`). What is not UTF-8 is read as
 * Windows-1252, and that is told. Rejects with `WrongUsage` when it is no text.
 */
export async function readLongText(path: string, context: Context, { mend = false } = {}): Promise<string> {
  const isPiped = path === '-'
  const { text, as } = decoded(await (isPiped ? context.terminal.readBytes() : bytesOf(path, context)))
  if (as === 'windows-1252') context.terminal.warn('file.read-as-windows')
  if (isPiped || mend) return fitted(mended(text, path, context), context)
  if (!foreign.test(text)) return plain(text, { multiline: true })
  throw new WrongUsage('file-not-text', { path })
}

async function bytesOf(path: string, { files, terminal, t }: Context): Promise<Uint8Array> {
  const bytes = await terminal.during(t('file.waiting', { path }), files.read(path))
  if (!bytes) throw new WrongUsage('file-missing', { path })
  return bytes
}

/** What no text holds: a zero byte, and what stands for bytes that are no UTF-8. */
const foreign = /[\u0000\ufffd]/
/** A picture, an archive: one character in ten is foreign, and more than a log of a line has by accident. */
const mostForeign = 0.1
const fewForeign = 8

function mended(text: string, path: string, { terminal }: Context): string {
  if (!foreign.test(text)) return plain(text, { multiline: true })
  const count = text.length - text.replace(/[\u0000\ufffd]/g, '').length
  if (count > Math.max(fewForeign, text.length * mostForeign))
    throw path === '-' ? new WrongUsage('input-not-text') : new WrongUsage('file-not-text', { path })
  terminal.warn('file.input-mended')
  return plain(text.replaceAll('\u0000', ''), { multiline: true })
}

/** Characters. As HTML it is a few times as much, and a page of a megabyte helps nobody. */
const longestText = 250_000
/** Of a text that is cut: how it began, and, longer, how it ended. */
const [opening, ending] = [50_000, 190_000]

function fitted(text: string, { terminal, t }: Context): string {
  const { length } = text
  if (length <= longestText) return text
  const left = length - opening - ending
  terminal.warn('file.input-cut', { left, length })
  return `${text.slice(0, opening)}\n${t('file.left-out', { left })}\n${text.slice(-ending)}`
}

/** What is wrong with the length of a description or a comment. */
export function textTooLong({ length }: string): WrongUsage | undefined {
  return length > longestText ? new WrongUsage('text-too-long', { length, most: longestText }) : undefined
}
