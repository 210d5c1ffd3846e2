import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { readLongText, textTooLong } from './long-text.ts'

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
  if (message !== undefined && messageFile !== undefined) {
    throw new WrongUsage('two-texts')
  }
  const text = messageFile === undefined ? message : await readLongText(messageFile, context)
  const tooLong = textTooLong(text ?? '')
  if (tooLong) throw tooLong
  return text?.trim() ? text : undefined
}
