import { plain } from '../../sanitize.ts'
import { widthOf } from '../../width.ts'
import { charactersOf } from './borders.ts'

/** What a terminal shows of a text on one row: from one index up to another. */
export interface Row {
  start: number
  end: number
  /** Its line goes on in the next row. */
  goesOn: boolean
}

const tabStop = 4

/** One column each, joined to nothing. */
const simple = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201d\u2026]*$/

/** The rows of a text at some width, broken at blanks; a word that is wider than a row is broken where the row ends. */
export class Rows {
  readonly width: number
  /** Of the text before: most of its lines are those of this one. */
  #known = new Map<string, number[]>()

  constructor(width: number) {
    this.width = width
  }

  of(text: string): Row[] {
    const rows: Row[] = []
    const known = new Map<string, number[]>()
    let start = 0
    for (const line of text.split('\n')) {
      const starts = this.#startsIn(line, known)
      for (const [index, from] of starts.entries()) {
        const next = starts[index + 1]
        rows.push({ start: start + from, end: start + (next ?? line.length), goesOn: next !== undefined })
      }
      start += line.length + 1
    }
    this.#known = known
    return rows
  }

  #startsIn(line: string, known: Map<string, number[]>): number[] {
    if (line.length <= this.width && simple.test(line)) return [0]
    const starts = known.get(line) ?? this.#known.get(line) ?? startsOfRows(line, this.width)
    known.set(line, starts)
    return starts
  }
}

/** The index of the row in which a place of the text is. */
export function rowAt(rows: readonly Row[], place: number): number {
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((rows[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** The columns before a place in its row. */
export function columnAt(text: string, { start }: Row, place: number): number {
  let column = 0
  for (const character of charactersOf(text.slice(start, place))) column += columnsOf(character, column)
  return column
}

/** The place in a row that is at a column, or as near before it as there is one. */
export function placeAt(text: string, { start, end, goesOn }: Row, column: number): number {
  let place = start
  let used = 0
  for (const character of charactersOf(text.slice(start, end))) {
    used += columnsOf(character, used)
    const next = place + character.length
    // The end of a row whose line goes on is the start of the next one.
    if (used > column || (goesOn && next >= end)) break
    place = next
  }
  return place
}

/** The text of a row as it may be written to a terminal, `margin` columns from its left. */
export function shownRow(text: string, { start, end }: Row, width: number, margin: number): string {
  const row = text.slice(start, end)
  if (simple.test(row)) return row.slice(0, width)
  let shown = ''
  let column = 0
  for (const character of charactersOf(row)) {
    const columns = columnsOf(character, column)
    column += columns
    if (column > width) break
    shown += character === '\t' ? ' '.repeat(columns) : plain(character)
    // A terminal may think otherwise of its width: what follows stands where it belongs.
    if (!simple.test(character)) shown += `\u001b[${margin + column + 1}G`
  }
  return shown
}

function columnsOf(character: string, column: number): number {
  if (character === '\t') return tabStop - (column % tabStop)
  return simple.test(character) ? 1 : widthOf(plain(character))
}

/** A blank that does not fit stays at the end of its row, out of sight: no row begins with the blank after a word. */
function startsOfRows(line: string, width: number): number[] {
  const starts = [0]
  let [index, column] = [0, 0]
  /** Where the row may be broken. */
  let opening = { index, column }
  for (const character of simple.test(line) ? line : charactersOf(line)) {
    const isBlank = character === ' ' || character === '\t'
    const isWide = !isBlank && columnsOf(character, column) > 1
    if (isWide) opening = { index, column }
    if (column + columnsOf(character, column) > width && !(isBlank && column <= width)) {
      const from = opening.index > (starts.at(-1) ?? 0) ? opening : { index, column }
      starts.push(from.index)
      column -= from.column
    }
    column += columnsOf(character, column)
    index += character.length
    if (isBlank || isWide) opening = { index, column }
  }
  if (column > width) starts.push(line.length)
  return starts
}
