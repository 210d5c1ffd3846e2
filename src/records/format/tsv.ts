import { plain } from '../../terminal/sanitize.ts'
import type { DataRecord } from '../shape.ts'

/** One line a record, tabs between: full values, no head, and nothing in a cell that would end it. */
export function toTsv(records: readonly DataRecord[], fields: readonly string[]): string {
  return records.map((record) => fields.map((field) => cellText(record[field])).join('\t')).join('\n')
}

/** A value as the text of a cell: empty for null, JSON for what has parts. */
export function cellText(value: unknown, { multiline = false } = {}): string {
  if (value === null || value === undefined) return ''
  return plain(typeof value === 'object' ? JSON.stringify(value) : String(value), { multiline })
}
