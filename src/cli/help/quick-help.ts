import { fstatSync, statSync } from 'node:fs'
import { devNull } from 'node:os'
import { homeFolder } from '../../files/home.ts'
import { packagedText } from '../../files/packaged.ts'
import { peekLanguage } from '../../settings/peek-language.ts'
import { type HelpPage, helpText } from './help-page.ts'

/** Of the process, what is needed here. */
export type Caller = Pick<NodeJS.Process, 'env' | 'platform'> & {
  readonly stdout: Pick<NodeJS.WriteStream, 'columns' | 'rows'>
}

/**
 * The help that a bare `… --help` asks for, from the pages that the build wrote: nothing else is loaded. Undefined when
 * the line says more, names what has no page, or the page is longer than the screen: then commander reads it.
 */
export function quickHelp(caller: Caller, argv: string[], folder: string): string | undefined {
  const words = argv.slice(0, -1)
  if (!['--help', '-h'].includes(argv.at(-1) ?? '') || !words.every((word) => /^[a-z-]+$/.test(word))) return undefined
  if (words.some((word) => word.startsWith('-'))) return undefined
  const { env, platform } = caller
  const language = peekLanguage({ env, platform, home: homeFolder() }, {})
  // Not built, or built in part: the slower way has it all.
  const page = pageOf(packagedText(`help-${language}.txt`, folder) ?? '', words.join(' '))
  if (!page) return undefined
  if (!mayBeTerminal()) return helpText(page, 80)
  const { columns = 80, rows = 0 } = caller.stdout
  const text = helpText(page, columns)
  return text.split('\n').length < rows ? text : undefined
}

/** Of a pipe or a file one look tells; stdout itself takes longer to open than all the rest of help. */
function mayBeTerminal(): boolean {
  const output = fstatSync(1)
  return output.isCharacterDevice() && output.rdev !== statSync(devNull, { throwIfNoEntry: false })?.rdev
}

function pageOf(book: string, name: string): HelpPage | undefined {
  const start = book.indexOf(`\n${name}\t`)
  if (start < 0) return undefined
  const end = book.indexOf('\n', start + 1)
  return JSON.parse(book.slice(start + name.length + 2, end < 0 ? undefined : end)) as HelpPage
}
