import { CsvError, parse } from 'csv-parse/sync'
import { distance } from 'fastest-levenshtein'
import type { Problem } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { RequestFlags } from '../../request/request.ts'

/** The columns that a file may have: the options of `ticket new`. */
export const importColumns = [
  'title',
  'description',
  'type',
  'urgency',
  'category',
  'about',
  'notify',
  'email',
] as const
type Column = (typeof importColumns)[number]

/** A ticket as the file describes it. */
export interface ImportRow {
  /** From 1; the head of a CSV is a line, too. */
  line: number
  flags: RequestFlags
  /** Cells that cannot be understood as they stand. */
  problems: Problem[]
}

export interface ReadRows {
  rows: ImportRow[]
  /** What is wrong with the file as a whole. */
  problems: Message[]
}

/** Reads CSV with a head, or an object of JSON a line: which of the two shows at its first character. */
export function readRows(text: string): ReadRows {
  return /^\s*\{/.test(text) ? readLines(text) : readCsv(text)
}

function readLines(text: string): ReadRows {
  const rows = text.split('\n').flatMap((line, place): ImportRow[] => {
    if (line.trim() === '') return []
    const number = place + 1
    const fields = objectOf(line)
    if (!fields) return [{ line: number, flags: {}, problems: [{ key: 'import.not-json' }] }]
    const entries = Object.entries(fields).flatMap(
      ([name, value]): Array<[string, string]> =>
        value === null ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    )
    return [rowOf(number, entries)]
  })
  return { rows, problems: [] }
}

function objectOf(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

interface Parsed {
  record: string[]
  raw: string
  info: { lines: number }
}

function readCsv(text: string): ReadRows {
  const { parsed, broken } = parseCsv(text)
  const [head, ...records] = parsed
  if (!head) return { rows: broken, problems: [] }
  const names = head.record.map((name) => name.trim().toLowerCase())
  const wrong = wrongHead(names)
  if (wrong.length > 0) return { rows: broken, problems: wrong }
  const rows = records.map(({ record, raw, info }): ImportRow => {
    const line = info.lines - (raw.trim().match(/\n/g)?.length ?? 0)
    // Some programs leave out the last cells of a line where they are empty.
    if (record.length > names.length) {
      const parameters = { found: record.length, expected: names.length }
      return { line, flags: {}, problems: [{ key: 'import.other-cells', parameters }] }
    }
    return rowOf(
      line,
      record.map((value, place): [string, string] => [names[place] ?? '', value]),
    )
  })
  return { rows: [...rows, ...broken], problems: [] }
}

/** All lines, or those before the first that cannot be read: behind it nobody knows any more where a line begins. */
function parseCsv(text: string): { parsed: Parsed[]; broken: ImportRow[] } {
  const parsed: Parsed[] = []
  try {
    const options = { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true }
    // With `info` and `raw` a record comes with them, though the types do not say so.
    const keep = (record: unknown): null => {
      parsed.push(record as Parsed)
      return null
    }
    parse(text, { ...options, info: true, raw: true, on_record: keep })
    return { parsed, broken: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Where the text ends with a cell that is open, the line to look at is the one after the last that was read.
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = isOpen ? (parsed.at(-1)?.info.lines ?? 0) + 1 : 'lines' in error ? Number(error.lines) : 0
    return { parsed, broken: [{ line, flags: {}, problems: [{ key: 'import.broken-quotes' }] }] }
  }
}

/** Whichever of those in use stands most often in the head: Excel in French writes semicolons. */
function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const times = (delimiter: string): number => head.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best))
}

function wrongHead(names: string[]): Message[] {
  const unknown = names.filter((name) => name !== '' && !isColumn(name)).map(unknownColumn)
  const twice = names.filter((name, place) => isColumn(name) && names.indexOf(name) !== place)
  const repeated = twice.map((name): Message => ({ key: 'import.column-twice', parameters: { name } }))
  const missing: Message[] = names.includes('title') ? [] : [{ key: 'import.no-title-column' }]
  return [...unknown, ...repeated, ...missing]
}

function isColumn(name: string): name is Column {
  return importColumns.some((column) => column === name)
}

function unknownColumn(name: string): Message {
  const near = importColumns.toSorted((one, other) => distance(name, one) - distance(name, other))
  return { key: 'import.unknown-column', parameters: { name, near: near[0] ?? '', names: importColumns.join(', ') } }
}

/** An empty cell is an answer that was not given. */
function rowOf(line: number, entries: Array<[name: string, value: string]>): ImportRow {
  const flags: RequestFlags = {}
  const problems: Problem[] = []
  for (const [name, value] of entries) {
    if (value.trim() === '') continue
    if (!isColumn(name)) problems.push(name === '' ? { key: 'import.no-column' } : unknownColumn(name))
    else if (name !== 'notify') flags[name] = value
    else {
      const notify = truthOf(value)
      if (notify === undefined) problems.push({ field: 'notify', key: 'import.not-yes-or-no', parameters: { value } })
      else flags.notify = notify
    }
  }
  return { line, flags, problems }
}

function truthOf(value: string): boolean | undefined {
  const word = value.trim().toLowerCase()
  if (['yes', 'true', '1', 'oui', 'vrai', 'x'].includes(word)) return true
  return ['no', 'false', '0', 'non', 'faux'].includes(word) ? false : undefined
}
