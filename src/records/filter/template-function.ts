import type { Dates } from '../../dates/dates.ts'
import type { Style } from '../../terminal/style.ts'
import type { FilterLook } from '../../terminal/terminal.ts'
import { cut, padded, widthOf } from '../../terminal/width.ts'
import { formatted } from './template-printf.ts'
import { goTime } from './template-time.ts'
import { unfit } from './unfit.ts'
import type { Value } from './value.ts'

/** What may be called in a template; `and` and `or` are decided where they are called. */
const names = [
  ...['and', 'or', 'not', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'len', 'index', 'print', 'println', 'printf'],
  ...['join', 'pluck', 'truncate', 'timeago', 'timefmt', 'tablerow', 'tablerender', 'color', 'autocolor', 'hyperlink'],
] as const

export const templateFunctions: ReadonlySet<string> = new Set(names)

type Functions = Record<string, (...given: Value[]) => Value>

/** The functions of Go’s templates, and those of gh, for one filling. */
export function functionsOf(look: FilterLook, dates: Dates, rows: TableRows): Functions {
  const paint = (style: Value, value: Value) => painted(scalar(style), scalar(value), look.style)
  return {
    not: (value) => !isTrue(value),
    eq: (one, ...others) => others.some((other) => one === other),
    ne: (one, other) => one !== other,
    lt: (one, other) => compared(one, other) < 0,
    le: (one, other) => compared(one, other) <= 0,
    gt: (one, other) => compared(one, other) > 0,
    ge: (one, other) => compared(one, other) >= 0,
    len: lengthOf,
    index: (value, ...places) => places.reduce(at, value),
    print: (...given) => given.map(printed).join(''),
    println: (...given) => `${given.map(printed).join(' ')}\n`,
    printf: (format, ...given) => formatted(scalar(format), given),
    join: (separator, list) => listOf(list).map(scalar).join(scalar(separator)),
    pluck: (field, list) => listOf(list).map((item) => at(item, scalar(field))),
    truncate: (width, text) => cut(scalar(text), Number(width)),
    timeago: (moment) => dates.relative(momentOf(moment)),
    timefmt: (layout, moment) => goTime(scalar(layout), dates.iso(momentOf(moment))),
    tablerow: (...cells) => rows.add(cells.map(scalar)),
    tablerender: () => rows.rendered(),
    color: paint,
    autocolor: paint,
    hyperlink: (url, text) => look.style.link(scalar(text) || scalar(url), scalar(url)),
  }
}

/** Rows that wait until all are known, so that each column is as wide as it must be; in a pipe, tabs between. */
export class TableRows {
  #rows: string[][] = []
  readonly #look: FilterLook

  constructor(look: FilterLook) {
    this.#look = look
  }

  add(cells: string[]): string {
    this.#rows.push(cells.map((cell) => cell.replace(/[\n\t]+/g, ' ')))
    return ''
  }

  rendered(): string {
    const rows = this.#rows.splice(0)
    if (!this.#look.outputIsTerminal) return rows.map((cells) => `${cells.join('\t')}\n`).join('')
    const widths: number[] = []
    for (const row of rows)
      for (const [place, cell] of row.entries()) widths[place] = Math.max(widths[place] ?? 0, widthOf(cell))
    return rows.map((row) => `${this.#line(row, widths)}\n`).join('')
  }

  /** The last cell is cut where there is no more room; one with colours stays whole. */
  #line(row: string[], widths: number[]): string {
    const first = row.slice(0, -1).map((cell, place) => padded(cell, widths[place] ?? 0))
    const last = row.at(-1) ?? ''
    const room = this.#look.width - widths.slice(0, row.length - 1).reduce((sum, width) => sum + width + 2, 0)
    return [...first, last.includes('\u001b') || room < 8 ? last : cut(last, room)].join('  ')
  }
}

/** Go’s truth: nothing, no, zero and what is empty are false. */
export function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}

/** As Go prints it; what has parts is JSON. */
export function printed(value: Value): string {
  if (value === null || value === undefined) return '<no value>'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The same within a table or a list, where nothing is empty. */
function scalar(value: Value): string {
  return value === null || value === undefined ? '' : printed(value)
}

function listOf(value: Value): readonly Value[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value
  throw unfit('--template', 'template.not-a-list', { value: printed(value) })
}

function lengthOf(value: Value): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  if (typeof value === 'object' && value !== null) return Object.keys(value).length
  throw unfit('--template', 'template.not-a-list', { value: printed(value) })
}

function at(value: Value, place: Value): Value {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) {
    if (typeof place === 'number' && place in value) return value[place]
    throw unfit('--template', 'template.no-place', { place: printed(place), count: value.length })
  }
  if (typeof value !== 'object') throw unfit('--template', 'template.not-a-list', { value: printed(value) })
  const name = scalar(place)
  return Object.hasOwn(value, name) ? (value as Record<string, Value>)[name] : null
}

function compared(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0
  throw unfit('--template', 'template.not-comparable', { one: printed(one), other: printed(other) })
}

function momentOf(value: Value): Date {
  const date = new Date(scalar(value))
  if (typeof value !== 'string' || Number.isNaN(date.getTime()))
    throw unfit('--template', 'template.no-date', { value: printed(value) })
  return date
}

const colours = ['red', 'green', 'yellow', 'blue', 'cyan', 'magenta'] as const

/** `green`, `red+b` (bold), `+d` (dim); other names leave the text as it is, as with gh. */
function painted(name: string, text: string, style: Style): string {
  const [colour = '', marks = ''] = name.split('+')
  const known = colours.find((one) => one === colour)
  const coloured = known ? style[known](text) : text
  const bold = marks.includes('b') ? style.bold(coloured) : coloured
  return marks.includes('d') ? style.dim(bold) : bold
}
