import type { Translate } from '../../../i18n/translate.ts'
import { plain } from '../../sanitize.ts'
import { ended } from '../question-ending.ts'
import type { FilesQuestion } from './files-question.ts'
import { FilesSoFar } from './files-so-far.ts'

interface Lines {
  t: Translate
  say(text: string): void
  /** Asks for one line. */
  line(question: string): Promise<string>
}

/** Asks for files in plain lines, each told as it is taken; «-1» takes the first off again. */
export async function filesInLines<Taken>(question: FilesQuestion<Taken>, lines: Lines): Promise<Taken[]> {
  const { t, say, line } = lines
  const soFar = new FilesSoFar(question)
  const { needed } = question
  say(t('files.hint-plain'))
  for (const [index, name] of soFar.names.entries()) say(t('files.numbered', { number: index + 1, name }))
  for (;;) {
    const count = soFar.names.length
    const { message, aside } = count === 0 ? question : question.another
    const typed = (await line(ended(plain(`${message} (${aside})`), t))).trim()
    if (typed === '' && count === 0 && needed !== undefined) say(needed)
    else if (typed === '' || !(await obeyed(typed, soFar, lines))) return soFar.all
  }
}

/** False where what the line asks for failed. */
async function obeyed<Taken>(typed: string, soFar: FilesSoFar<Taken>, { t, say }: Lines): Promise<boolean> {
  const before = soFar.names
  const number = /^-[1-9]\d*$/.test(typed) ? Number(typed.slice(1)) : 0
  const removed = before[number - 1]
  const became = removed === undefined ? await soFar.take(typed) : await soFar.remove(number - 1)
  if (removed !== undefined) say(t('files.removed', { name: removed }))
  else for (const name of soFar.names.slice(before.length)) say(t('files.taken', { name }))
  for (const problem of became?.problems ?? []) say(problem)
  return became !== undefined
}
