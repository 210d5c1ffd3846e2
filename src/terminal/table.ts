import type { Style } from './style.ts'
import { cut, padded, widthOf, wrapped } from './width.ts'

export interface Column {
  head: string
  /** One text for each row, plain, on one line. */
  cells: string[]
  /** Where there is no room, the column with the highest number is dropped first; one without a number always stays. */
  dropRank?: number
  /** May be cut; others are dropped, though, before it is narrower than this. */
  minWidth?: number
  align?: 'left' | 'right'
  /** Colours and links, put on after the text was cut. */
  paint?: (text: string, row: number) => string
}

const gap = '  '

/**
 * A table without lines that fits the width: columns are dropped or shrink until it does. In plain mode all of it, read row
 * by row: a line a cell, after the head of its column.
 */
export function table(columns: Column[], width: number, style: TableStyle): string {
  return pagedTable(width, style)(columns)
}

/**
 * Draws a table page by page, the head on the first. The first page decides which columns stay, and how wide they are;
 * on a later one a column grows only for what may not be cut, such as a longer number.
 */
export function pagedTable(width: number, style: TableStyle): (columns: Column[]) => string {
  let kept: Fitted[] | undefined
  return (columns) => {
    const before = kept
    const items = before ? fitAgain(columns, before, width) : fitColumns(columns, width)
    kept = items
    if (style.plain) return (before ? '\n' : '') + rowLines(columns, width, style).join('\n\n')
    const head = items.map((item) => cellOf(item.column.head, item, style.dim))
    const rows = (columns[0]?.cells ?? []).map((_cell, row) =>
      items.map((item) => cellOf(item.column.cells[row] ?? '', item, (text) => item.column.paint?.(text, row) ?? text)),
    )
    return [...(before ? [] : [head]), ...rows].map((cells) => cells.join(gap).trimEnd()).join('\n')
  }
}

type TableStyle = Pick<Style, 'plain' | 'dim' | 'labelled'>

/** Each row of a table as lines «head: cell», empty cells left out. */
export function rowLines(columns: Column[], width: number, { labelled }: TableStyle): string[] {
  return (columns[0]?.cells ?? []).map((_cell, row) =>
    columns
      .filter(({ cells }) => cells[row])
      .map(({ head, cells, paint }) => {
        const cell = cells[row] ?? ''
        return wrapped(labelled(head, paint?.(cell, row) ?? cell), width)
      })
      .join('\n'),
  )
}

interface Fitted {
  column: Column
  width: number
  /** Its place among all columns. */
  place: number
}

function fitColumns(columns: Column[], width: number): Fitted[] {
  const natural = columns.map((column, place) => ({ column, width: Math.max(1, ...widths(column)), place }))
  const kept = [...natural]
  for (const item of natural.filter(({ column }) => column.dropRank !== undefined).sort(byDropRank)) {
    if (total(kept, minWidth) > width) kept.splice(kept.indexOf(item), 1)
  }
  shrink(kept, width)
  return kept
}

/** The columns of a further page, laid out as on the page before. */
function fitAgain(columns: Column[], before: Fitted[], width: number): Fitted[] {
  const kept = before.map(({ column: old, width: room, place }) => {
    const column = columns[place] ?? old
    const natural = column.minWidth === undefined ? Math.max(...widths(column)) : 0
    return { column, width: Math.max(room, natural), place }
  })
  shrink(kept, width)
  return kept
}

function shrink(kept: Fitted[], width: number): void {
  const shrinking = kept.filter(({ column }) => column.minWidth !== undefined).sort(byDropRank)
  for (const floor of [minWidth, () => 1]) {
    for (const item of shrinking) {
      const excess = total(kept, ({ width: room }) => room) - width
      item.width = Math.max(floor(item), item.width - Math.max(0, excess))
    }
  }
}

function widths({ head, cells }: Column): number[] {
  // Spread into Math.max, a list of any length could overflow the stack.
  return [widthOf(head), cells.reduce((widest, cell) => Math.max(widest, widthOf(cell)), 0)]
}

function byDropRank(one: Fitted, other: Fitted): number {
  return (other.column.dropRank ?? 0) - (one.column.dropRank ?? 0)
}

function minWidth({ column, width }: Fitted): number {
  return Math.min(width, column.minWidth ?? width)
}

function total(items: Fitted[], of: (item: Fitted) => number): number {
  return items.reduce((sum, item) => sum + of(item), (items.length - 1) * gap.length)
}

/** A text as wide as its column: cut, painted, and with spaces beside it. */
function cellOf(text: string, { column, width }: Fitted, paint: (text: string) => string): string {
  const shown = cut(text, width)
  const painted = shown && paint(shown)
  const room = padded(shown, width).slice(shown.length)
  return column.align === 'right' ? room + painted : painted + room
}
