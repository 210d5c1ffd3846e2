import { once } from 'node:events'
import type { Message, MessageKey, MessageParameters, Translate } from '../i18n/translate.ts'
import type { Settings } from '../settings/settings.ts'
import { createStyle, type Environment, hasColors, hasLinks } from './create-style.ts'
import type { LendSignals } from './program/pager.ts'
import { type Bar, noBar, progressBar, toldProgress } from './progress-bar.ts'
import { plain } from './sanitize.ts'
import { type Hide, spinWhile, tellWhile } from './spinner.ts'
import type { Input, Output } from './stream.ts'
import type { Terminal } from './terminal.ts'
import { widthOf, wrapped } from './width.ts'

export interface TerminalOptions {
  input: Input
  output: Output
  error: Output
  env: Environment
  settings: Pick<Settings, 'color' | 'input'> & Partial<Pick<Settings, 'plain' | 'pager' | 'pagerCommand'>>
  t: Translate
  timeZone?: string | undefined
  lendSignals?: LendSignals | undefined
}

/** The terminal of one call, over the streams that it is given. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { input, output, error, env, settings, t, timeZone } = options
  const { plain: isPlain = false } = settings
  const colorsOf = (stream: Output) => hasColors(stream.isTTY === true, env, settings.color)
  const styleOf = (stream: Output) =>
    createStyle({
      colors: colorsOf(stream),
      links: stream.isTTY === true && hasLinks(env),
      plain: isPlain,
      colon: t('terminal.colon'),
    })
  const style = styleOf(output)
  const noteStyle = styleOf(error)
  const isWatched = error.isTTY === true && !env.CI
  const moves = isWatched && env.TERM !== 'dumb' && !isPlain
  const mayPage = output.isTTY === true && settings.input && settings.pager !== false && !isPlain
  let bar = noBar
  let hideSpinner: Hide = () => undefined

  const writeTo = (stream: Output, text: string): void => {
    bar.hide()
    hideSpinner()
    const shown = isPlain && stream.isTTY ? text.replace(bullet, '$1- ') : text
    stream.write(shown.endsWith('\n') ? shown : `${shown}\n`)
  }
  /** A sentence after its mark; on a terminal broken at spaces, the further lines below the first. */
  const fitted = (mark: string, sentence: string): string => {
    const indent = isPlain ? 0 : widthOf(mark)
    if (error.isTTY !== true) return mark + sentence.replaceAll('\n', `\n${' '.repeat(indent)}`)
    const room = (error.columns || 80) - indent
    const text = isPlain ? mark + sentence : sentence
    const lines = wrapped(commandsApart(text, room), room).replaceAll('\n', `\n${' '.repeat(indent)}`)
    return isPlain ? lines : mark + lines
  }
  const say = ({ key, parameters }: Message): string => (parameters ? t(key, harmless(parameters)) : t(key))
  const message = (key: MessageKey, parameters?: MessageParameters): Message =>
    parameters ? { key, parameters } : { key }
  /** The mark before a sentence, or the word for it. */
  const marked = (mark: string, word: MessageKey): string => (isPlain ? `${t(word)} ` : mark)
  const note = (text: Message): void => writeTo(error, fitted('', say(text)))

  return {
    interactive: input.isTTY === true && error.isTTY === true && settings.input,
    outputIsTerminal: output.isTTY === true,
    get width() {
      return output.columns || error.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80
    },
    timeZone,
    style,
    noteStyle,
    print: (text) => writeTo(output, text),
    page: async (text) => {
      if (mayPage && (await (await import('./program/pager.ts')).throughPager(text, options))) return
      writeTo(output, text)
    },
    pour: async (pieces) => {
      const { pourInto } = await import('./pour.ts')
      await pourInto(pieces, {
        output,
        pager: mayPage ? options : undefined,
        beforeWriting: () => {
          bar.hide()
          hideSpinner()
        },
      })
    },
    pourBytes: async (bytes) => {
      for await (const chunk of bytes) if (!output.write(chunk)) await once(output, 'drain')
    },
    show: (text) => writeTo(error, text),
    note: (key, parameters) => note(message(key, parameters)),
    warn: (key, parameters) =>
      writeTo(error, fitted(marked(`${noteStyle.yellow('!')} `, 'terminal.warning'), say(message(key, parameters)))),
    error: (text, { lines = [], hint } = {}) => {
      writeTo(error, fitted(marked(`${noteStyle.red('✗')} `, 'terminal.error'), say(text)))
      for (const line of lines) writeTo(error, fitted(noteStyle.drawn('  • ', '- '), say(line)))
      if (hint) writeTo(error, fitted(marked(`  ${noteStyle.cyan('→')} `, 'terminal.hint'), say(hint)))
    },
    progress: (label, total, unit) => {
      if (isWatched && !moves) return toldProgress({ label, total }, note)
      if (!moves) return noBar
      const drawn: Bar = progressBar(
        { label, total, unit },
        { output: error, style: noteStyle, language: t.language, width: error.columns || 80 },
      )
      bar = drawn
      return drawn
    },
    during: (text, work) => {
      if (isWatched && !moves) return tellWhile(work, () => writeTo(error, fitted('', plain(textOf(text)))))
      if (!moves) return work
      return spinWhile(work, {
        output: error,
        text: () => plain(textOf(text)),
        colors: colorsOf(error),
        onShown: (hide) => {
          hideSpinner = hide
        },
      })
    },
    bell: () => {
      if (error.isTTY === true) error.write('\u0007')
    },
    readBytes: () => readAll(input),
    readInput: async () => new TextDecoder('utf-8').decode(await readAll(input)),
  }
}

/** One that is dear to make is made only where somebody sees it. */
function textOf(message: string | (() => string)): string {
  return typeof message === 'string' ? message : message()
}

/** As texts of the platform have it before the items of their lists. */
const bullet = /^(\s*)• /gm

/** A command that ends a line of a sentence begins a line where it would be broken: it is there to be copied. */
function commandsApart(sentence: string, room: number): string {
  const lines = sentence.split('\n')
  return lines.map((line) => (widthOf(line) <= room ? line : line.replace(/(:)\s(ipeos .+)$/, '$1\n$2'))).join('\n')
}

/** What stands in a sentence may come from the platform: a title, a name, a message. */
function harmless(parameters: MessageParameters): MessageParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]),
  )
}

async function readAll(input: Input): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
