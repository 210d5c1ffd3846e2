import type { Message, MessageKey, MessageParameters } from '../i18n/translate.ts'
import type { Style } from './style.ts'

/** Where data, notes and progress go. Data on stdout; everything else on stderr. */
export interface Terminal {
  /** A person can be asked: stdin and stderr are terminals, and `--no-input` was not given. */
  readonly interactive: boolean
  /** stdout is a terminal: people's views; otherwise the views for scripts. */
  readonly outputIsTerminal: boolean
  /** Columns of the terminal; 80 when unknown. */
  readonly width: number
  /** The time zone of whoever reads; the system's when undefined. */
  readonly timeZone?: string | undefined
  /** Colours and hyperlinks of stdout. */
  readonly style: Style
  /** Colours of stderr. */
  readonly noteStyle: Style
  /** Aborted once whoever reads stdout has read enough, as `| head` does: what only prints may stop then. */
  readonly unheard: AbortSignal
  /** Data, with a line end added when it has none. */
  print(text: string): void
  /** Data that people read at leisure: through their pager when it is longer than the screen; printed elsewhere. */
  page(text: string): Promise<void>
  /** The same of which the first lines, with their line ends, are there before the rest: they are seen until that is, too. */
  pageInParts(start: string, rest: () => Promise<string>): Promise<void>
  /**
   * The same in pieces, each with its line end, and each taken only when there is room for it: what nobody reads is not
   * asked for. Resolves when all of it is written, or the person left the pager.
   */
  pour(pieces: AsyncIterable<string>): Promise<void>
  /** Bytes as they are, to a pipe or a file. */
  pourBytes(bytes: AsyncIterable<Uint8Array>): Promise<void>
  /** A sentence to the person. */
  note(said: MessageKey | Message, parameters?: MessageParameters): void
  /** That what was asked for is done: the brightest line of the screen. */
  done(said: MessageKey | Message, parameters?: MessageParameters): void
  /** The same where something did not go as it was meant: whoever wants to hear of nothing else (`--quiet`) hears it too. */
  remark(said: MessageKey | Message, parameters?: MessageParameters): void
  warn(said: MessageKey | Message, parameters?: MessageParameters): void
  /** Text already made by a view, to the person (stderr). */
  show(text: string): void
  /** A text as somebody typed it, and which nothing else keeps (stderr), `--quiet` or not; what a terminal would obey is taken out. */
  quote(text: string): void
  /** What an error says, with its hint. */
  error(text: Message, told?: ToldError): void
  /** A bar on a terminal; nothing elsewhere. The total is in bytes unless it is of `items`. */
  progress(label: string, total: number, unit?: ProgressUnit): Progress
  /** A spinner while `work` runs, on a terminal, once it lasts longer than half a second; a sentence, in plain mode. */
  during<Result>(message: string | (() => string), work: Promise<Result>): Promise<Result>
  /** Rings the bell, where stderr is a terminal. */
  bell(): void
  /** What comes on stdin, as it comes. */
  inputBytes(): AsyncIterable<Uint8Array>
  /** All of stdin. */
  readBytes(): Promise<Uint8Array>
  /** All of stdin, as UTF-8 text. */
  readInput(): Promise<string>
}

/** Of the terminal, what a filter may know and do. */
export type FilterLook = Pick<Terminal, 'outputIsTerminal' | 'width' | 'style' | 'show'>

/** What is printed in the place of the JSON that a command gives: with its line end, or empty for nothing. */
export type Filter = (json: string, look: FilterLook) => string

/** `inLines`: of each piece as it comes, else of all of it. */
export interface PieceFilter {
  apply: Filter
  inLines: boolean
}

/** What is told of an error beside its sentence. */
export interface ToldError {
  lines?: ReadonlyArray<Message & { field?: string }>
  hint?: Message | undefined
  /** How to go on with what is kept. */
  goOn?: Message | undefined
  /** By these a program tells it from others. */
  code?: string
  exitCode?: number
  /** The one of several that it is about. */
  ticket?: number
}

export type ProgressUnit = 'bytes' | 'items'

export interface Progress {
  /** How far it is, in the unit of the total. */
  at(done: number): void
  /** Ends the bar; `failed` shows that it did not arrive. */
  end(failed?: boolean): void
}
