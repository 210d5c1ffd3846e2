import { stringify } from 'csv-stringify/sync'
import type { DataRecord } from '../shape.ts'
import { harmless } from './delimited.ts'
import type { Sheet } from './sheet.ts'
import { cellText } from './tsv.ts'

/** How bytes say that they are UTF-8: without it Excel takes them for an old code page. */
const mark = '\ufeff'

/**
 * Writes CSV as Excel opens it by a double-click: a byte order mark, CRLF, the separator of the place, heads in the
 * reader's language, dates and numbers that it knows for such. The mark comes with the head.
 */
export function excelWriter({ t, locale }: Sheet) {
  const comma = hasDecimalComma(t.language, locale)
  const cell = (value: unknown) => excelCell(value, { comma, words: t.language === 'fr' ? french : english })
  const headOf = (field: string) => {
    const key = `field.${field}`
    return t.has(key) ? t(key) : field
  }
  return (records: DataRecord[], fields: readonly string[], { head }: { head: boolean }): string => {
    const rows = records.map((record) => fields.map((field) => cell(record[field])))
    const heads = fields.map(headOf)
    const text = stringify(head ? [heads, ...rows] : rows, {
      delimiter: comma ? ';' : ',',
      record_delimiter: 'windows',
      // A line end within a cell is a bare one.
      quoted_match: /[\r\n]/,
    })
    return head ? mark + text : text
  }
}

const french = { true: 'VRAI', false: 'FAUX' }
const english = { true: 'TRUE', false: 'FALSE' }

/** Where decimals have a comma, lists have semicolons: Windows sets both by the place. French of any place has them. */
function hasDecimalComma(language: string, locale: string): boolean {
  if (language === 'fr') return true
  const tag = locale.replace(/[.@].*/, '').replace('_', '-')
  // C, POSIX, and what is no name of a place.
  if (!/^[a-z]{2,3}(-[a-z\d]+)*$/i.test(tag)) return false
  return new Intl.NumberFormat(tag).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',')
}

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

function excelCell(value: unknown, { comma, words }: { comma: boolean; words: typeof french }): string {
  if (typeof value === 'boolean') return words[`${value}`]
  if (typeof value === 'number') return comma ? String(value).replace('.', ',') : String(value)
  const text = cellText(value, { multiline: true })
  // Of a moment, the offset goes: the hour is that of the reader's clock already.
  return moment.test(text) ? text.replace(moment, '$1 $2') : harmless(text)
}
