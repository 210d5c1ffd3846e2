import type { Problem } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { RequestFlags } from '../request.ts'
import type { AskedColumn, Use } from './column.ts'

/** What the cells of a line say, each one text. */
export interface RowFlags extends Omit<RequestFlags, 'about' | 'observer' | 'silentObserver'> {
  about?: string
}

/** A ticket as the file describes it. */
export interface ImportRow {
  /** From 1; the head of a CSV is a line, too. In an array of JSON, its place there. */
  line: number
  flags: RowFlags
  /** The same, letter by letter: an older ipeos knew lines by it. */
  written: RowFlags
  /** What it answers of a form of the site, by the numbers of its questions. */
  answers?: Record<number, string[]>
  /** Paths of the files that go with it. */
  attach: string[]
  /** What it is known by, where there is a column for it. */
  key?: string
  /** Cells that cannot be understood as they stand. */
  problems: Problem[]
  /** As it came: the cells of a CSV, or the object. */
  given: string[] | object
}

/** How a file is written. */
export type FileForm =
  /** `first`: a line before the head, as «sep=;». */
  | { kind: 'csv'; delimiter: string; first: string; head: string[]; lineEnd: '\n' | '\r\n' }
  | { kind: 'ndjson' }
  | { kind: 'array' }

export interface GivenRows {
  form: FileForm
  rows: ImportRow[]
  /** What is wrong with the file as a whole. */
  problems: Message[]
}

/** A cell, or a field: what it is for, and what it says. */
export type Cell = [use: Use | undefined, value: string, parts?: string[] | undefined]

/** An empty cell is an answer that was not given. */
export function rowOf(line: number, cells: Cell[], key: string | undefined, given: ImportRow['given']): ImportRow {
  const row: ImportRow = { line, flags: {}, written: {}, attach: [], problems: [], given }
  for (const [use, letters, parts] of cells) {
    const value = letters.replace(/\r\n?/g, '\n')
    if (typeof use === 'object') {
      putAnswer(use, value, parts, row)
      continue
    }
    if (value.trim() === '' || use === 'report' || use === 'key') continue
    if (use === undefined) row.problems.push({ key: 'import.no-column' })
    else if (use === 'files') row.attach.push(...pathsIn(value))
    else if (use === 'notify') putNotify(value, row)
    else {
      row.written[use] = letters
      // A spreadsheet puts blanks that do not break where a person typed plain ones.
      row.flags[use] = use === 'title' || use === 'description' ? value : value.replace(/\s+/g, ' ').trim()
    }
  }
  return { ...row, ...(key?.trim() && { key: key.trim() }) }
}

/** A blank cell leaves the answer as the form proposes it; an empty list of JSON is none, on purpose. */
function putAnswer(
  { question, several }: AskedColumn,
  value: string,
  parts: string[] | undefined,
  row: ImportRow,
): void {
  const values = parts ?? (several ? pathsIn(value) : [value])
  if (!parts && values.every((one) => one.trim() === '')) return
  row.answers = { ...row.answers, [question]: values }
}

function putNotify(value: string, { flags, written, problems }: ImportRow): void {
  const notify = truthOf(value)
  if (notify === undefined) problems.push({ field: 'notify', key: 'import.not-yes-or-no', parameters: { value } })
  else flags.notify = written.notify = notify
}

/** In a cell of a spreadsheet one below the other, or with a bar between them; in JSON an array will do, too. */
function pathsIn(value: string): string[] {
  return value
    .split(/[\n|]/)
    .map((path) => path.trim())
    .filter((path) => path !== '')
}

function truthOf(value: string): boolean | undefined {
  const word = value.trim().toLowerCase()
  if (['yes', 'true', '1', 'oui', 'vrai', 'x'].includes(word)) return true
  return ['no', 'false', '0', 'non', 'faux'].includes(word) ? false : undefined
}
