import type { Style } from '../../terminal/style.ts'
import { type Column, table } from '../../terminal/table.ts'
import type { DataRecord } from '../shape.ts'
import { cellText } from './tsv.ts'

/** A table of chosen columns, under the names of their fields, as scripts know them. */
export function recordTable(
  records: DataRecord[],
  fields: readonly string[],
  { width, style }: { width: number; style: Style },
): string {
  return table(recordColumns(records, fields), width, style)
}

export function recordColumns(records: DataRecord[], fields: readonly string[]): Column[] {
  return fields.map((field, place) => ({
    head: field,
    cells: records.map((record) => cellText(record[field])),
    minWidth: 8,
    ...(place === 0 ? {} : { dropRank: place }),
  }))
}
