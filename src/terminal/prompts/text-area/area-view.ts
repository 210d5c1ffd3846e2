import { cut, widthOf, wrapped } from '../../width.ts'
import { columnAt, type Row, Rows, rowAt, shownRow } from './rows.ts'
import type { Drawing } from './screen.ts'

/** What stands around the text; each is told how wide it may be, and styled already. */
export interface AreaWords {
  question: string
  /** What helps to answer it; empty for nothing. */
  about: string
  /** What the keys do, at length and, for a small window, in short. */
  help: { full: string; short: string }
  /** What is wrong with the text, or was done to it. */
  note?: string | undefined
  /** Which line this is, of how many; shown where not all of them are. */
  place(line: number, count: number): string
}

export interface AreaLook {
  prefix: { idle: string; done: string }
  question(text: string): string
  answered(text: string): string
  hint(text: string): string
  margin: string
}

interface Room {
  columns: number
  rows: number
}

/** Of the margin. */
const marginWidth = 2
/** An empty text looks like room for several lines. */
const fewestRows = 3

/** Where the text stands on the screen: its rows, and which of them are to be seen. */
export class AreaView {
  readonly #look: AreaLook
  #rows = new Rows(0)
  #shown: Row[] = []
  #first = 0
  #height = 1

  constructor(look: AreaLook) {
    this.#look = look
  }

  /** The rows of a text at this width of the window. */
  rowsOf(text: string, { columns }: Room): Row[] {
    // The last column is the cursor's.
    const width = Math.max(2, columns - marginWidth - 1)
    if (this.#rows.width !== width) this.#rows = new Rows(width)
    return this.#rows.of(text)
  }

  /** As many rows as PageUp and PageDown go. */
  get page(): number {
    return Math.max(1, this.#height - 1)
  }

  draw({ text, cursor }: { text: string; cursor: number }, words: AreaWords, room: Room): Drawing {
    this.#shown = this.rowsOf(text, room)
    const at = rowAt(this.#shown, cursor)
    const line = text.slice(0, cursor).split('\n').length
    const place = () => words.place(line, text.split('\n').length)
    const parts = share(words, place, this.#shown.length, room)
    this.#scrollTo(at, parts.height)
    const margin = this.#look.margin
    const visible = this.#shown.slice(this.#first, this.#first + parts.height)
    const rows = visible.map((row) => margin + shownRow(text, row, this.#rows.width, marginWidth))
    while (rows.length < parts.height) rows.push(margin)
    const row = this.#shown[at]
    return {
      rows: [
        ...this.#heading(parts.question),
        ...parts.about.map(this.#look.hint),
        ...rows,
        ...parts.note,
        ...parts.help.map(this.#look.hint),
      ],
      cursor: {
        row: parts.question.length + parts.about.length + at - this.#first,
        column: marginWidth + (row ? columnAt(text, row, cursor) : 0),
      },
    }
  }

  /** What stays of it when it is over: the question, and what was answered, folded where it is long. */
  over(text: string, question: string, isDone: boolean, fold: (lines: number) => string, { columns }: Room): string[] {
    const { prefix, answered, hint, margin } = this.#look
    const [first = '', ...others] = fitted(question, columns)
    const heading = isDone
      ? [`${prefix.done} ${answered(first)}`, ...others.map(answered)]
      : this.#heading([first, ...others])
    if (text === '') return heading
    const rows = this.rowsOf(text, { columns, rows: 0 })
    const isFolded = rows.length > mostAnswered
    const shown = rows
      .slice(0, isFolded ? mostAnswered - 1 : mostAnswered)
      .map((row) => margin + shownRow(text, row, this.#rows.width, marginWidth))
    const lines = text.split('\n').length
    const rest = isFolded ? [margin + hint(cut(`… ${fold(lines)}`, this.#rows.width))] : []
    return [...heading, ...shown, ...rest]
  }

  #heading([first = '', ...others]: string[]): string[] {
    const { prefix, question } = this.#look
    return [`${prefix.idle} ${question(first)}`, ...others.map(question)]
  }

  /** As far as needed, that the row of the cursor is to be seen, and no row below the last one. */
  #scrollTo(row: number, height: number): void {
    this.#height = height
    const lowest = Math.max(0, this.#shown.length - height)
    this.#first = Math.min(lowest, Math.max(row - height + 1, Math.min(this.#first, row)))
  }
}

/** Rows of an answer that stay to be seen. */
const mostAnswered = 4

/** Who gets how many rows of the window: the text first, then the question, what is wrong, and what the keys do. */
function share(words: AreaWords, place: () => string, textRows: number, { columns, rows }: Room) {
  const wanted = Math.min(Math.max(textRows, 1), 2)
  let left = Math.max(2, rows)
  const take = (lines: string[], keep: number): string[] => {
    const taken = lines.slice(0, Math.max(0, left - keep))
    left -= taken.length
    return taken
  }
  const question = take(fitted(words.question, columns), wanted + (rows > 3 ? 1 : 0))
  const note = words.note ? take(wrapped(words.note, columns - 1).split('\n'), wanted) : []
  const lines = (help: string) => brokenAtDots(help, columns - 1)
  const withPlace = (help: string) => {
    const told = lines(help)
    const placed = textRows > left - told.length ? lines(`${place()} • ${help}`) : told
    return placed.length > told.length ? told : placed
  }
  const full = withPlace(words.help.full)
  const isRoomy = left - full.length >= Math.min(fewestRows, Math.max(textRows, 1)) + 1
  const help = take(isRoomy ? full : withPlace(words.help.short), wanted)
  const about =
    words.about === ''
      ? []
      : take(
          fitted(words.about, columns).map((line) => `  ${line}`),
          wanted + 1,
        )
  return { question, about, note, help, height: Math.max(1, Math.min(left, Math.max(textRows, fewestRows))) }
}

function fitted(question: string, columns: number): string[] {
  return wrapped(question, Math.max(4, columns - 4))
    .split('\n')
    .map((line) => (widthOf(line) < columns - 2 ? line : cut(line, columns - 3)))
}

/** A key stays with what it does. */
function brokenAtDots(help: string, width: number): string[] {
  const parts = help.split(' • ').map((part) => part.replaceAll(' ', '\u00a0'))
  return wrapped(parts.join(' • '), width)
    .split('\n')
    .map((line) => cut(line.replaceAll('\u00a0', ' '), width))
}
