import { plain } from '../../sanitize.ts'
import { cut, widthOf, wrapped } from '../../width.ts'

export interface FileLook {
  question(text: string): string
  answered(text: string): string
  focus(text: string): string
  error(text: string): string
  hint(text: string): string
  prefix: { idle: string; done: string }
}

/** What a question about files shows, all of its text harmless but for what is typed and what Tab found. */
export interface FileState {
  message: string
  /** What is said of it where there is room. */
  aside: string
  /** What ends a question that ends with nothing. */
  colon: string
  /** The files so far. */
  names: string[]
  /** Index of the one in focus. */
  active: number | undefined
  typed: string
  problems: string[]
  /** What Tab found, where it found several. */
  candidates: string[]
  /** What the keys do, or what goes on. */
  hint: string
  /** «… and 3 more». */
  more(count: number): string
}

interface Room {
  columns: number
  rows: number
}

/** Rows of a window in which nothing is said that can be left out. */
const few = 10
const mostCandidateRows = 6
const gap = 3

/** The files so far and the line above; below it what is wrong, what Tab found or what the keys do, as there is room. */
export function drawFiles(state: FileState, room: Room, look: FileLook): [head: string, body: string] {
  const line = `${questionOf(state, room, look)}${shownAsTyped(state.typed)}`
  const below = Math.max(1, room.rows - rowsOf(line, room) - 1)
  const wrong = state.problems.flatMap((problem) => problemRows(problem, room)).map(look.error)
  const help = state.candidates.length > 0 ? candidateRows(state, Math.min(below, mostCandidateRows), room) : []
  const said = wrong.length + help.length > 0 ? [] : hintRows(state, room)
  const body = [...wrong, ...help.map(look.hint), ...said.map(look.hint)].slice(0, below)
  const list = namesShown(state, below - body.length, room, look)
  return [[...list, line].join('\n'), body.join('\n')]
}

/** Harmless, and as long as what it stands for: by its length Inquirer finds where the cursor is. */
function shownAsTyped(typed: string): string {
  return plain(typed).padEnd(typed.length)
}

/** The answered question. */
export function drawTaken(sentence: string, { columns }: Room, look: FileLook): string {
  const [first = '', ...others] = wrapped(sentence, columns - 4).split('\n')
  return [`${look.prefix.done} ${look.answered(first)}`, ...others.map((row) => `  ${look.answered(row)}`)].join('\n')
}

function questionOf({ message, aside, colon }: FileState, { columns, rows }: Room, look: FileLook): string {
  const whole = aside === '' || rows < few ? message : `${message} (${aside})`
  const lines = wrapped(`${whole}${colon}`, columns - 4).split('\n')
  const asked = lines.map(look.question).join('\n')
  // A path of some length has a line of its own rather than the end of one.
  const isTight = columns - widthOf(lines.at(-1) ?? '') < columns / 4 && rows >= few
  return `${look.prefix.idle} ${asked}${isTight ? '\n  ' : ' '}`
}

function rowsOf(text: string, { columns }: Room): number {
  return text.split('\n').reduce((rows, line) => rows + Math.floor(widthOf(line) / columns) + 1, 0)
}

function problemRows(problem: string, { columns }: Room): string[] {
  const rows = wrapped(problem, columns - 3).split('\n')
  return rows.map((row, index) => `${index === 0 ? '✗' : ' '} ${row}`)
}

function hintRows({ hint }: FileState, { columns, rows }: Room): string[] {
  if (hint === '' || rows < few) return []
  return wrapped(hint, columns - 3)
    .split('\n')
    .map((row) => `  ${row}`)
}

/** The one in focus and those around it; of what there is no room for only the number is told. */
function namesShown({ names, active, more }: FileState, room: number, { columns }: Room, look: FileLook): string[] {
  const size = Math.max(active === undefined ? 0 : 1, Math.min(names.length, room))
  const isAll = size >= names.length
  const count = isAll ? size : Math.max(active === undefined ? 0 : 1, size - 1)
  const start = Math.max(0, Math.min((active ?? names.length) - Math.floor(count / 2), names.length - count))
  const rows = names.slice(start, start + count).map((name, index) => {
    const shown = cut(name, columns - 3)
    return start + index === active ? look.focus(`❯ ${shown}`) : `${look.prefix.done} ${shown}`
  })
  const left = names.length - count
  return isAll || size === 0 || count === size ? rows : [look.hint(`  ${more(left)}`), ...rows]
}

/** In columns, as a shell lists them, down as far as there is room. */
function candidateRows({ candidates: found, more }: FileState, most: number, { columns }: Room): string[] {
  const candidates = found.map((name) => plain(name))
  const width = Math.min(columns - 3, Math.max(...candidates.map(widthOf)))
  const perRow = Math.max(1, Math.floor((columns - 3 + gap) / (width + gap)))
  const fits = perRow * most
  const shown = candidates.length <= fits ? candidates : candidates.slice(0, perRow * Math.max(1, most - 1))
  const rows: string[] = []
  for (let at = 0; at < shown.length; at += perRow)
    rows.push(
      `  ${shown
        .slice(at, at + perRow)
        .map((name) => column(name, width))
        .join(' '.repeat(gap))
        .trimEnd()}`,
    )
  const left = candidates.length - shown.length
  return left > 0 && most > 1 ? [...rows, `  ${more(left)}`] : rows
}

function column(name: string, width: number): string {
  const shown = cut(name, width)
  return `${shown}${' '.repeat(Math.max(0, width - widthOf(shown)))}`
}
