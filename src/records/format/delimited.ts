import { stringify } from 'csv-stringify/sync'
import { plain } from '../../terminal/sanitize.ts'
import type { DataRecord } from '../shape.ts'
import { cellText } from './tsv.ts'

/**
 * CSV of records, quoted as RFC 4180 says, a line each (LF, as other programs of Unix write them), with a head unless it
 * was written before. What a spreadsheet would take for a formula gets an apostrophe before it: titles come from anybody.
 */
export function toCsv(records: DataRecord[], fields: readonly string[], { head = true } = {}): string {
  const rows = records.map((record) => fields.map((field) => harmless(cellText(record[field], { multiline: true }))))
  return stringify(head ? [[...fields], ...rows] : rows).trimEnd()
}

/**
 * A number below zero is one; more behind it, as in `-1+cmd|…`, may be a formula again. So may what stands behind a
 * separator within a cell, where the spreadsheet's separator is another than the file's.
 */
export function harmless(cell: string): string {
  const whole = cell.replace(formulaWithin, "$&'")
  return /^[=+@\t\r\uff1d\uff0b\uff20\uff0d-]/.test(whole) && !/^-\d+(?:[.,]\d+)?$/.test(whole) ? `'${whole}` : whole
}

/** Only what calls a function or a program: a list with dashes stays as it is. */
const formulaWithin = /[;,\t\n] *(?=[=+@-][^;,\t\n]*[(|!])/g

/** A Markdown table of records (GitHub's form), with a head unless it was written before. */
export function toMarkdown(records: DataRecord[], fields: readonly string[], { head = true } = {}): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = records.map((record) => line(fields.map((field) => markdownCell(record[field]))))
  return [...(head ? [line(fields), line(fields.map(() => '---'))] : []), ...rows].join('\n')
}

/** What would end the cell, or be taken for markup, is escaped. */
function markdownCell(value: unknown): string {
  return plain(cellText(value)).replace(/[\\`*_[\]<>|~]/g, '\\$&')
}
