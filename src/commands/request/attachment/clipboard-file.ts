import { Readable } from 'node:stream'
import type { Context } from '../../../app/context.ts'
import type { Files } from '../../../files/given-file.ts'
import { folded } from '../../../i18n/folded.ts'
import type { ClipboardQuestion } from '../../../terminal/program/clipboard.ts'

/** In both languages, so that a script need not know which. */
const words = ['clipboard', 'presse-papiers', 'presse-papier']

/** Bytes: no screen has more in it. What the platform takes is looked at with all files. */
const largest = 1024 ** 3

/** Whether the clipboard is meant, and no file that is called so. */
export async function isClipboardWord(word: string, files: Pick<Files, 'isThere'>): Promise<boolean> {
  return words.includes(folded(word)) && !(await files.isThere(word))
}

/**
 * The path of a copy of the image on the clipboard, which only this person can read, and which lives until it is sent.
 * Rejects with `WrongUsage` where there is none.
 */
export async function clipboardFile(
  taken: readonly string[],
  question: ClipboardQuestion,
  { clipboardImage, dates, clock, ifInterrupted, input, t }: Context,
): Promise<string> {
  const { bytes, extension } = await clipboardImage(question)
  const [date = '', time = ''] = dates().iso(clock.now()).split('T')
  const [hour = '', minute = ''] = time.split(':')
  const moment = `${date}-${hour}h${minute}`
  const name = freeName((number) => t('clipboard.name', { moment: `${moment}${number}`, extension }), taken)
  const keeping = input.keep({
    name,
    stream: Readable.from([bytes]),
    limit: largest,
    onPart: (remove) => ifInterrupted(undefined, remove),
  })
  return keeping.finally(() => ifInterrupted(undefined))
}

/** Two within a minute are told apart. */
function freeName(name: (number: string) => string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const candidate = name(count === 1 ? '' : `-${count}`)
    if (!taken.includes(candidate)) return candidate
  }
}
