import { plain } from '../terminal/sanitize.ts'
import type { Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'

/** A column of a table whose rows may be the one in use. */
export type MarkedColumn<Row> = Omit<Column, 'cells' | 'paint'> & { of(row: Row): string }

export interface MarkedLook<Row> {
  isCurrent(row: Row): boolean
  /** What the mark says, for a screen reader. */
  currentWord: string
  style: Style
  width: number
}

/** A table of things of which some are in use: those have a mark before them, and stand out. */
export function markedTable<Row>(
  rows: Row[],
  columns: MarkedColumn<Row>[],
  { isCurrent, currentWord, style, width }: MarkedLook<Row>,
): string {
  const standOut = (text: string, at: number) => {
    const row = rows[at]
    return row && isCurrent(row) ? style.bold(text) : text
  }
  const mark: Column = {
    head: style.plain ? currentWord : ' ',
    cells: rows.map((row) => (isCurrent(row) ? '*' : ' ')),
    paint: (text) => style.green(text),
  }
  const others = columns.map(({ of, ...column }) => ({
    ...column,
    cells: rows.map((row) => plain(of(row))),
    paint: standOut,
  }))
  // Where nobody chose a profile, its column would only take room.
  const told = others.filter(({ cells, dropRank }) => dropRank === undefined || cells.some(Boolean))
  return table([mark, ...told], width, style)
}
