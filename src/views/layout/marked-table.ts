import { plain } from '../../terminal/sanitize.ts'
import { type Column, table } from '../../terminal/table.ts'
import type { Look } from '../look.ts'

/** A column of a table whose rows may be the one in use. */
export type MarkedColumn<Row> = Omit<Column, 'cells' | 'paint'> & { of(row: Row): string }

/** A table of things of which some are in use: those have a mark before them, and stand out. */
export function markedTable<Row extends { current: boolean }>(
  rows: Row[],
  columns: MarkedColumn<Row>[],
  { style, t, width }: Look,
): string {
  const standOut = (text: string, at: number) => (rows[at]?.current ? style.bold(text) : text)
  const mark: Column = {
    // What the mark says, for a screen reader.
    head: style.plain ? t('role.current') : ' ',
    cells: rows.map(({ current }) => (current ? '*' : ' ')),
    paint: (text) => style.green(text),
  }
  const others = columns.map(({ of, ...column }) => ({
    ...column,
    cells: rows.map((row) => plain(of(row))),
    paint: standOut,
  }))
  // Where nobody chose a profile, its column would only take room.
  const shown = others.filter(({ cells, dropRank }) => dropRank === undefined || cells.some(Boolean))
  return table([mark, ...shown], width, style)
}
