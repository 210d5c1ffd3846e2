import type { Message, MessageKey, MessageParameters, Translate } from '../i18n/translate.ts'
import { besideMark } from './beside-mark.ts'
import { type ColorChoice, createStyle, type Environment, hasColors, hasLinks } from './create-style.ts'
import { errorObject } from './error-object.ts'
import { HeldNotes } from './held-notes.ts'
import type { HoldTerminal } from './hold-terminal.ts'
import type { LendSignals } from './program/pager.ts'
import { noBar, progressBar, toldProgress } from './progress-bar.ts'
import { harmless, plain } from './sanitize.ts'
import { type Hide, spinWhile, tellWhile } from './spinner.ts'
import { type Input, isReadByPerson, type Output } from './stream.ts'
import type { Style } from './style.ts'
import type { PieceFilter, Progress, ProgressUnit, Terminal, ToldError } from './terminal.ts'

/** What the person chose of how to be spoken to. */
export interface TerminalSettings {
  color: ColorChoice
  /** May be asked. */
  input: boolean
  plain?: boolean
  /** Nothing on stderr but trouble, and what goes with a question. */
  quiet?: boolean
  pager?: boolean
  pagerCommand?: string
}

export interface TerminalOptions {
  input: Input
  output: Output
  error: Output
  env: Environment
  settings: TerminalSettings
  t: Translate
  timeZone?: string | undefined
  lendSignals?: LendSignals | undefined
  holdTerminal?: HoldTerminal | undefined
  /** What is made of JSON before it is printed; `inLines`: of each piece as it comes, else of all of it. */
  filter?: PieceFilter | undefined
  /** A program reads what is said: each of it is a JSON object on a line of stderr. */
  saysJson?: boolean
}

/** The terminal of one call, over the streams that it is given. */
export class StreamTerminal implements Terminal {
  readonly interactive: boolean
  readonly outputIsTerminal: boolean
  readonly timeZone: string | undefined
  readonly style: Style
  readonly noteStyle: Style
  readonly unheard: AbortSignal
  readonly notes = new HeldNotes()
  /** How many times a text was written: what turns while one waits leaves nothing of it. */
  written = 0
  readonly #options: TerminalOptions
  readonly #isPlain: boolean
  /** Somebody looks at stderr; and there, something may move. */
  readonly #isWatched: boolean
  readonly #isQuiet: boolean
  readonly #moves: boolean
  readonly #mayPage: boolean
  #bar = noBar
  #hideSpinner: Hide = () => undefined

  constructor(options: TerminalOptions) {
    const { input, output, error, env, settings } = options
    this.#options = options
    this.#isPlain = settings.plain === true
    this.#isQuiet = settings.quiet === true
    this.#isWatched = error.isTTY === true && !env.CI && !this.#isQuiet
    this.#moves = this.#isWatched && env.TERM !== 'dumb' && !this.#isPlain
    const mayHold = settings.input && settings.pager !== false && !this.#isPlain
    this.#mayPage = mayHold && isReadByPerson({ stdin: input, stdout: output }, env)
    this.interactive = input.isTTY === true && error.isTTY === true && settings.input
    this.outputIsTerminal = output.isTTY === true
    this.timeZone = options.timeZone
    this.style = styleOf(output, options)
    this.noteStyle = styleOf(error, options)
    this.unheard = unheardOf(output)
  }

  get width(): number {
    const { output, error, env } = this.#options
    return output.columns || error.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80
  }

  print(text: string): void {
    const printed = this.#filtered(text)
    if (printed !== '' && !this.unheard.aborted) this.#write(this.#options.output, printed)
  }

  #filtered(text: string): string {
    return this.#options.filter?.apply(text, this) ?? text
  }

  async page(json: string): Promise<void> {
    const text = this.#filtered(json)
    if (text === '') return
    if (this.#mayPage && (await (await import('./program/pager.ts')).throughPager(text, this.#options))) return
    if (!this.unheard.aborted) this.#write(this.#options.output, text)
  }

  async pageInParts(start: string, rest: () => Promise<string>): Promise<void> {
    const { pageInParts } = await import('./page-in-parts.ts')
    const pager = this.#mayPage ? this.#options : undefined
    const tellHeld = pager && this.notes.hold()
    const write = (text: string) => !this.unheard.aborted && this.#write(this.#options.output, text)
    await pageInParts(start, rest, { output: this.#options.output, pager, write }).finally(tellHeld)
  }

  async pour(pieces: AsyncIterable<string>): Promise<void> {
    const { filtered, pourInto } = await import('./pour.ts')
    const { filter } = this.#options
    await pourInto(filter ? filtered(pieces, filter, this) : pieces, {
      output: this.#options.output,
      pager: this.#mayPage ? this.#options : undefined,
      beforeWriting: () => this.#clear(),
      unheard: this.unheard,
    })
  }

  async pourBytes(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const { roomFor } = await import('./pour.ts')
    for await (const chunk of bytes) {
      await roomFor(chunk, this.#options.output, this.unheard)
      if (this.unheard.aborted) return
    }
  }

  show(text: string): void {
    if (!this.#isQuiet || this.interactive) this.#show(text)
  }

  #show(text: string): void {
    const note = this.#saysJson ? plain(text, { multiline: true }).trim() : undefined
    if (note === undefined) this.#write(this.#options.error, text)
    else if (note !== '') this.#sayJson({ note })
  }

  quote(text: string): void {
    this.#show(`${plain(text, { multiline: true }).trimEnd()}\n`)
  }

  note(said: MessageKey | Message, parameters?: MessageParameters): void {
    if (!this.#isQuiet) this.remark(said, parameters)
  }

  done(said: MessageKey | Message, parameters?: MessageParameters): void {
    if (this.#isQuiet) return
    const note = this.#sentence(said, parameters)
    const { bold, green } = this.noteStyle
    const { error, env } = this.#options
    const mark = error.isTTY === true && env.TERM !== 'dumb' && !this.#isPlain ? '✓ ' : ''
    if (this.#saysJson) this.#sayJson({ note })
    else this.#tell(mark, note, (words) => bold(green(words)))
  }

  remark(said: MessageKey | Message, parameters?: MessageParameters): void {
    const note = this.#sentence(said, parameters)
    if (this.#saysJson) this.#sayJson({ note })
    else this.#tell('', note)
  }

  warn(said: MessageKey | Message, parameters?: MessageParameters): void {
    const warning = this.#sentence(said, parameters)
    if (this.#saysJson) this.#sayJson({ warning })
    else this.#tell(this.#mark(`${this.noteStyle.magenta('!')} `, 'terminal.warning'), warning)
  }

  error(text: Message, told: ToldError = {}): void {
    // On a terminal too: whoever tries a line sees what a program will.
    if (this.#options.saysJson) this.#sayJson(errorObject(text, told, (said) => this.#sentence(said)))
    else this.#tellError(text, told)
  }

  #tellError(text: Message, { lines = [], hint, goOn, exitCode }: ToldError): void {
    const next = [hint, goOn].filter((said) => said !== undefined)
    // What a person stopped is no fault of theirs, nor of anybody's.
    if (exitCode === 130) {
      this.#tell('', [text, ...next].map((message) => this.#sentence(message)).join(' '))
      return
    }
    const { red, cyan, drawn } = this.noteStyle
    const tell = (mark: string, message: Message) => this.#tell(mark, this.#sentence(message))
    tell(this.#mark(`${red('✗')} `, 'terminal.error'), text)
    for (const line of lines) tell(drawn('  • ', '- '), line)
    const told = next.map((said) => this.#sentence(said)).join('\n')
    if (told !== '') this.#tell(this.#mark(`  ${cyan('→')} `, 'terminal.hint'), told)
  }

  progress(label: string, total: number, unit?: ProgressUnit): Progress {
    const { error, t } = this.#options
    if (this.#isWatched && !this.#moves) return toldProgress({ label, total }, (message) => this.note(message))
    if (!this.#moves) return noBar
    const width = error.columns || 80
    const place = { output: error, style: this.noteStyle, language: t.language, width }
    this.#bar = progressBar({ label, total, unit }, place)
    return this.#bar
  }

  during<Result>(message: string | (() => string), work: Promise<Result>): Promise<Result> {
    const { error } = this.#options
    // One that is dear to make is made only where somebody sees it.
    const text = () => plain(typeof message === 'string' ? message : message())
    if (this.#isWatched && !this.#moves) return tellWhile(work, () => this.#tell('', text()))
    if (!this.#moves) return work
    return spinWhile(work, {
      output: error,
      text,
      colors: colorsOf(error, this.#options),
      holdTerminal: this.#options.holdTerminal,
      onShown: (hide) => {
        this.#hideSpinner = hide
      },
    })
  }

  bell(): void {
    const { error } = this.#options
    if (error.isTTY === true) error.write('\u0007')
  }

  async *inputBytes(): AsyncGenerator<Buffer> {
    for await (const chunk of this.#options.input) yield Buffer.from(chunk)
  }

  async readBytes(): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.inputBytes()) chunks.push(chunk)
    return Buffer.concat(chunks)
  }

  async readInput(): Promise<string> {
    return new TextDecoder('utf-8').decode(await this.readBytes())
  }

  /** To a person at a terminal, notes and warnings stay sentences: no program reads those. */
  get #saysJson(): boolean {
    return this.#options.saysJson === true && this.#options.error.isTTY !== true
  }

  #sayJson(said: object): void {
    this.#write(this.#options.error, JSON.stringify(said))
  }

  /** What moves goes off the screen. */
  #clear(): void {
    this.#bar.hide()
    this.#hideSpinner()
  }

  #write(stream: Output, text: string): void {
    this.#clear()
    this.written += 1
    const shown = this.#isPlain && stream.isTTY ? text.replace(bullet, '$1- ') : text
    stream.write(shown.endsWith('\n') ? shown : `${shown}\n`)
  }

  #tell(mark: string, sentence: string, paint?: (words: string) => string): void {
    const { isTTY, columns } = this.#options.error
    const width = isTTY === true ? columns || 80 : undefined
    const told = besideMark(mark, sentence, { width, isPlain: this.#isPlain })
    this.notes.tell(() => this.#write(this.#options.error, this.noteStyle.offering(told, paint)))
  }

  /** What stands in a sentence may come from the platform: a title, a name, a message. */
  #sentence(said: MessageKey | Message, given?: MessageParameters): string {
    const { key, parameters = given } = typeof said === 'string' ? { key: said } : said
    return this.#options.t(key, parameters && harmless(parameters))
  }

  /** The mark before a sentence, or the word for it. */
  #mark(mark: string, word: MessageKey): string {
    return this.#isPlain ? `${this.#options.t(word)} ` : mark
  }
}

/** What stdout fails by besides, as a full disk, ends the process. */
function unheardOf(output: Output): AbortSignal {
  const control = new AbortController()
  output.once('error', () => control.abort())
  return control.signal
}

function colorsOf(stream: Output, { env, settings }: TerminalOptions): boolean {
  return hasColors(stream.isTTY === true, env, settings.color)
}

function styleOf(stream: Output, options: TerminalOptions): Style {
  const { env, settings, t } = options
  return createStyle({
    colors: colorsOf(stream, options),
    links: stream.isTTY === true && hasLinks(env),
    plain: settings.plain,
    colon: t('terminal.colon'),
  })
}

/** As texts of the platform have it before the items of their lists. */
const bullet = /^([ \t]*)• /gm
