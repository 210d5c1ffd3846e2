import Table from 'cli-table3'
import type { Style } from './style.ts'
import { cut, widthOf, wrapped } from './width.ts'

export interface Column {
  head: string
  /** One text for each row, plain, on one line. */
  cells: string[]
  /** Where there is no room, the column with the highest number leaves first; one without a number always stays. */
  leaves?: number
  /** May be cut; others leave, though, before it is narrower than this. */
  comfort?: number
  align?: 'left' | 'right'
  /** Colours and links, put on after the text was cut. */
  paint?: (text: string, row: number) => string
}

const gap = '  '
/** cli-table3 takes quadratic time over its rows, so it draws them by the batch. */
const batch = 50

/**
 * A table without lines that fits the width: columns leave or shrink until it does. In plain mode all of it, read row
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
    kept = before ? again(columns, before, width) : fitted(columns, width)
    if (style.plain) return (before ? '\n' : '') + rowsTold(columns, width, style).join('\n\n')
    const head = kept.map(({ column, width: room }) => ({ text: cut(column.head, room), paint: style.dim }))
    return drawAll([...(before ? [] : [head]), ...cellsOf(columns, kept)], kept)
  }
}

function cellsOf(columns: Column[], kept: Fitted[]): Cell[][] {
  return (columns[0]?.cells ?? []).map((_cell, row) =>
    kept.map(({ column, width: room }) => ({
      text: cut(column.cells[row] ?? '', room),
      paint: (text: string) => column.paint?.(text, row) ?? text,
    })),
  )
}

function drawAll(rows: Cell[][], kept: Fitted[]): string {
  const parts: string[] = []
  for (let first = 0; first < rows.length; first += batch) parts.push(draw(rows.slice(first, first + batch), kept))
  return parts.join('\n')
}

type TableStyle = Pick<Style, 'plain' | 'dim' | 'labelled'>

/** Each row of a table as lines «head: cell», empty cells left out. */
export function rowsTold(columns: Column[], width: number, { labelled }: TableStyle): string[] {
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

function fitted(columns: Column[], width: number): Fitted[] {
  const natural = columns.map((column, place) => ({ column, width: Math.max(1, ...widths(column)), place }))
  const kept = [...natural]
  for (const item of natural.filter(({ column }) => column.leaves !== undefined).sort(leaving)) {
    if (total(kept, comfort) > width) kept.splice(kept.indexOf(item), 1)
  }
  shrink(kept, width)
  return kept
}

/** The columns of a further page, laid out as on the page before. */
function again(columns: Column[], before: Fitted[], width: number): Fitted[] {
  const kept = before.map(({ column: old, width: room, place }) => {
    const column = columns[place] ?? old
    const natural = column.comfort === undefined ? Math.max(...widths(column)) : 0
    return { column, width: Math.max(room, natural), place }
  })
  shrink(kept, width)
  return kept
}

function shrink(kept: Fitted[], width: number): void {
  const shrinking = kept.filter(({ column }) => column.comfort !== undefined).sort(leaving)
  for (const floor of [comfort, () => 1]) {
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

function leaving(one: Fitted, other: Fitted): number {
  return (other.column.leaves ?? 0) - (one.column.leaves ?? 0)
}

function comfort({ column, width }: Fitted): number {
  return Math.min(width, column.comfort ?? width)
}

function total(items: Fitted[], of: (item: Fitted) => number): number {
  return items.reduce((sum, item) => sum + of(item), (items.length - 1) * gap.length)
}

interface Cell {
  text: string
  paint(text: string): string
}

/** What stands in for a cell's columns while cli-table3 lays them out: nothing that it measures differently from us. */
const standIn = '\ue000'

/**
 * cli-table3 measures with string-width 4, which knows neither joined emoji nor newer wide characters. So it lays out
 * runs of one narrow character, as wide as the text is; each run, in order, then gives way to its painted text.
 */
function draw(rows: Cell[][], columns: Fitted[]): string {
  const drawn = new Table({
    chars: bare,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: columns.map(({ width }) => width),
    colAligns: columns.map(({ column }) => column.align ?? 'left'),
  })
  drawn.push(...rows.map((row) => row.map(({ text }) => standIn.repeat(widthOf(text)))))
  const cells = rows.flat().filter(({ text }) => widthOf(text) > 0)
  let next = 0
  return drawn
    .toString()
    .split('\n')
    .map((line) =>
      line.trimEnd().replace(new RegExp(`${standIn}+`, 'g'), () => {
        const cell = cells[next++]
        return cell ? cell.paint(cell.text) : ''
      }),
    )
    .join('\n')
}

const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: gap,
}
