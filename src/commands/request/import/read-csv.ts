import { CsvError, parse } from 'csv-parse/sync'
import { type FindAsked, keyPlace, readHead } from './column.ts'
import { type Cell, type GivenRows, type ImportRow, rowOf } from './given-row.ts'

interface Parsed {
  record: string[]
  info: { lines: number }
}

/** The line by which Excel is told what stands between cells. */
const separatorLine = /^"?sep=([^\n"])"?[;,\t]*(?:\n|$)/i

/** Reads CSV with a head, as spreadsheets of whatever language save it. */
export function readCsv(text: string, key: string | undefined, find?: FindAsked): GivenRows {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n'
  // The parser counts both of them where they stand in a cell.
  const lines = text.replace(/\r\n?/g, '\n')
  const [first = '', said] = separatorLine.exec(lines) ?? []
  const body = lines.slice(first.length)
  const delimiter = said ?? delimiterOf(body)
  const before = first === '' ? 0 : 1
  const { parsed, broken } = parseCsv(body, delimiter, before)
  const [head, ...records] = parsed
  const form = { kind: 'csv', delimiter, first: first.replace('\n', ''), head: head?.record ?? [], lineEnd } as const
  if (!head) return { form, rows: broken, problems: [] }
  const { uses, problems } = readHead(head.record, key, find)
  if (!find && !uses.includes('title')) problems.push({ key: 'import.no-title-column' })
  if (problems.length > 0) return { form, rows: broken, problems }
  const keyAt = keyPlace(head.record, key, find)
  const rows = records.map(({ record: cells, info }): ImportRow => {
    const line = before + info.lines - (cells.join('').match(/\n/g)?.length ?? 0)
    const record = cells.map((cell) => cell.replaceAll('\n', lineEnd))
    // Some programs leave out the last cells of a line where they are empty, others write more of them.
    if (record.slice(uses.length).some((cell) => cell.trim() !== '')) {
      const parameters = { found: record.length, expected: uses.length }
      return {
        line,
        flags: {},
        written: {},
        attach: [],
        problems: [{ key: 'import.other-cells', parameters }],
        given: record,
      }
    }
    const used = record.slice(0, uses.length).map((value, place): Cell => [uses[place], value])
    return rowOf(line, used, keyAt === undefined ? undefined : record[keyAt], record)
  })
  return { form, rows: [...rows, ...broken], problems: [] }
}

/** All lines, or those before the first that cannot be read: behind it nobody knows any more where a line begins. */
function parseCsv(text: string, delimiter: string, before: number): { parsed: Parsed[]; broken: ImportRow[] } {
  const parsed: Parsed[] = []
  try {
    const skip = { skip_empty_lines: true, skip_records_with_empty_values: true }
    const options = { bom: true, delimiter, relax_column_count: true, ...skip }
    // With `info` a record comes with it, though the types do not say so.
    const keep = (record: unknown): null => {
      parsed.push(record as Parsed)
      return null
    }
    parse(text, { ...options, info: true, on_record: keep })
    return { parsed, broken: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Where the text ends with a cell that is open, the line to look at is the one after the last that was read.
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = isOpen ? (parsed.at(-1)?.info.lines ?? 0) + 1 : 'lines' in error ? Number(error.lines) : 0
    const problems = [{ key: 'import.broken-quotes' } as const]
    return { parsed, broken: [{ line: before + line, flags: {}, written: {}, attach: [], problems, given: [] }] }
  }
}

/** Whichever of those in use stands most often in the head: Excel in French writes semicolons. */
function delimiterOf(text: string): string {
  const head = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const times = (delimiter: string): number => head.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best))
}
