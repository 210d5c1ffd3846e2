import { parseJson } from '../../../files/parse-json.ts'
import type { Message } from '../../../i18n/translate.ts'
import { type FindAsked, keyPlace, readHead } from './column.ts'
import { type Cell, type GivenRows, type ImportRow, rowOf } from './given-row.ts'

/** Reads an object of JSON a line. */
export function readJsonLines(text: string, key: string | undefined, find?: FindAsked): GivenRows {
  const rows = text.split('\n').flatMap((line, place): ImportRow[] => {
    if (line.trim() === '') return []
    return [jsonRow(place + 1, parseJson(line), key, find)]
  })
  return { form: { kind: 'ndjson' }, rows, problems: missingKeys(rows, key) }
}

/** Reads an array of objects. */
export function readJsonArray(text: string, key: string | undefined, find?: FindAsked): GivenRows {
  const form = { kind: 'array' } as const
  const value = parseJson(text)
  if (!Array.isArray(value)) return { form, rows: [], problems: [{ key: 'import.broken-array' }] }
  const rows = value.map((entry: unknown, place) => jsonRow(place + 1, entry, key, find))
  return { form, rows, problems: missingKeys(rows, key) }
}

function jsonRow(line: number, value: unknown, key: string | undefined, find?: FindAsked): ImportRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, flags: {}, written: {}, attach: [], problems: [{ key: 'import.not-json' }], given: {} }
  const fields = Object.entries(value).filter(([, field]) => field !== null)
  const names = fields.map(([name]) => name)
  const keyAt = keyPlace(names, key, find)
  // One object may lack what others are known by.
  const { uses, problems } = readHead(names, keyAt === undefined ? undefined : key, find)
  const texts = fields.map(([, field]) => textOf(field))
  const cells = texts.flatMap((text, place): Cell[] => {
    const use = uses[place]
    return use === undefined ? [] : [[use, text, partsOf(fields[place]?.[1])]]
  })
  const row = rowOf(line, cells, keyAt === undefined ? undefined : texts[keyAt], value)
  return { ...row, problems: [...row.problems, ...problems] }
}

function textOf(field: unknown): string {
  if (Array.isArray(field) && field.every((one) => typeof one === 'string')) return field.join('\n')
  return typeof field === 'string' ? field : JSON.stringify(field)
}

/** The parts of a list, whatever is in them. */
function partsOf(field: unknown): string[] | undefined {
  if (!Array.isArray(field)) return undefined
  return field.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
}

function missingKeys(rows: ImportRow[], key: string | undefined): Message[] {
  if (key === undefined || rows.length === 0 || rows.some((row) => row.key !== undefined)) return []
  const names = [...new Set(rows.flatMap(({ given }) => Object.keys(given)))].join(', ')
  return [{ key: 'import.no-key-column', parameters: { name: key, names } }]
}
