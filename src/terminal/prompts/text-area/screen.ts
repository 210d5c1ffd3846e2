import type { Output } from '../../stream.ts'
import { widthOf } from '../../width.ts'

/** What stands on a terminal, and where in it the cursor is. */
export interface Drawing {
  rows: string[]
  cursor: { row: number; column: number }
}

type Environment = Readonly<Record<string, string | undefined>>

const hideCursor = '\u001b[?25l'
const showCursor = '\u001b[?25h'
/** A row that a terminal thinks wider than we do must not become two. */
const noWrap = '\u001b[?7l'
const wrap = '\u001b[?7h'
const eraseRow = '\u001b[K'
const eraseBelow = '\u001b[J'

/** Draws rows where the cursor is, again and again, each time over the ones before. */
export class Screen {
  readonly #output: Output
  readonly #env: Environment
  #drawn: Drawing = { rows: [], cursor: { row: 0, column: 0 } }
  /** As it was when something was drawn on it. */
  #size: { columns: number; rows: number }

  constructor(output: Output, env: Environment) {
    this.#output = output
    this.#env = env
    this.#size = this.room
  }

  get room(): { columns: number; rows: number } {
    return { columns: this.#output.columns || 80, rows: this.#output.rows || 24 }
  }

  /** Only rows that changed are written. */
  draw(drawing: Drawing): void {
    const { columns, rows } = this.room
    if (columns !== this.#size.columns || rows !== this.#size.rows) this.erase()
    const before = this.#drawn.rows
    let written = hideCursor + noWrap + up(this.#drawn.cursor.row)
    for (const [index, row] of drawing.rows.entries()) {
      if (index > 0) written += index < before.length ? '\u001b[1B' : '\r\n'
      if (row !== before[index]) written += `\r${eraseRow}${row}`
    }
    const last = drawing.rows.length - 1
    if (before.length > drawing.rows.length) written += `\u001b[1B\r${eraseBelow}${up(1)}`
    written += `${up(last - drawing.cursor.row)}\u001b[${drawing.cursor.column + 1}G${wrap}${showCursor}`
    this.#output.write(written)
    this.#drawn = drawing
  }

  /** All of it, from its first row on; the window may have another size than before. */
  drawAnew(drawing: Drawing): void {
    this.erase()
    this.draw(drawing)
  }

  /** As if nothing had been drawn. */
  erase(): void {
    this.#output.write(`${up(this.#rowsAbove())}\r${eraseBelow}`)
    this.#forget()
  }

  /** What was drawn stays; what comes next begins below it. */
  leave(): void {
    const { rows, cursor } = this.#drawn
    const below = rows.length - 1 - cursor.row
    this.#output.write(`${below > 0 ? `\u001b[${below}B` : ''}\r\n`)
    this.#forget()
  }

  #forget(): void {
    this.#drawn = { rows: [], cursor: { row: 0, column: 0 } }
    this.#size = this.room
  }

  /** Rows from the first one to the cursor, as the terminal shows them now: most break rows that became too wide. */
  #rowsAbove(): number {
    const { rows, cursor } = this.#drawn
    const { columns } = this.room
    if (columns >= this.#size.columns || !breaksRows(this.#env)) return cursor.row
    const added = (some: string[]) =>
      some.reduce((sum, row) => sum + Math.max(0, Math.ceil(widthOf(row) / columns) - 1), 0)
    const above = cursor.row + added(rows.slice(0, cursor.row))
    if (!isXtermJs(this.#env)) return above + Math.floor(cursor.column / columns)
    // It leaves the row of the cursor alone, and moves the cursor down by what is added below: onto another row.
    const below = added(rows.slice(cursor.row + 1))
    return below === 0 ? above : above + below + added(rows.slice(cursor.row, cursor.row + 1))
  }
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${rows}A` : ''
}

/** xterm, GNU screen and the console of Linux cut them. */
function breaksRows({ TERM = '', XTERM_VERSION, TMUX }: Environment): boolean {
  return !(TERM === 'linux' || XTERM_VERSION || (TERM.startsWith('screen') && !TMUX))
}

/** The terminal of these. */
function isXtermJs({ TERM_PROGRAM = '' }: Environment): boolean {
  return ['vscode', 'Hyper', 'Tabby'].includes(TERM_PROGRAM)
}
