import type { DataRecord } from '../shape.ts'
import { fitForTerminal } from './json.ts'
import type { Sheet } from './sheet.ts'
import { toTsv } from './tsv.ts'

/** A list that is written page by page, in a form for scripts. */
export interface ListText<Item> {
  /** A page with its line ends; what stands before the first page comes with it. */
  page(items: readonly Item[]): string
  /** What ends the list. */
  end(): string
}

export type ListForm = 'json' | 'ndjson' | 'tsv' | 'csv' | 'csv-excel' | 'markdown'

/**
 * How a list of these fields is written in that form, of things that `recordOf` makes records of; `head`: whether CSV
 * and Markdown begin with the names of fields.
 */
export async function listText<Item>(
  form: ListForm,
  fields: readonly string[],
  recordOf: (item: Item) => DataRecord,
  options: { head?: boolean; sheet: Sheet },
): Promise<ListText<Item>> {
  if (form === 'json') return jsonArray(pickedOf(recordOf, fields))
  if (form === 'ndjson') return jsonLines(pickedOf(recordOf, fields))
  if (form === 'tsv') return lines((items) => toTsv(items.map(recordOf), fields))
  const write = await delimitedBy(form, options.sheet)
  let { head = true } = options
  return lines((items) => {
    const text = write(items.map(recordOf), fields, { head })
    head = false
    return text
  })
}

type Delimited = (records: DataRecord[], fields: readonly string[], options: { head: boolean }) => string

async function delimitedBy(form: 'csv' | 'csv-excel' | 'markdown', sheet: Sheet): Promise<Delimited> {
  if (form === 'csv-excel') return (await import('./excel.ts')).excelWriter(sheet)
  const { toCsv, toMarkdown } = await import('./delimited.ts')
  return form === 'csv' ? toCsv : toMarkdown
}

function lines<Item>(write: (items: readonly Item[]) => string): ListText<Item> {
  return {
    page(items) {
      const text = write(items)
      return text === '' || text.endsWith('\n') ? text : `${text}\n`
    },
    end: () => '',
  }
}

/** Each record is made, written and forgotten: of a hundred thousand, few are ever in memory. */
function jsonLines<Item>(pick: (item: Item) => DataRecord): ListText<Item> {
  return {
    page: (items) => fitForTerminal(items.map((item) => `${JSON.stringify(pick(item))}\n`).join('')),
    end: () => '',
  }
}

/** The same text as the whole list at once would be. */
function jsonArray<Item>(pick: (item: Item) => DataRecord): ListText<Item> {
  let isEmpty = true
  const write = (item: Item) => JSON.stringify(pick(item), null, 2).replaceAll('\n', '\n  ')
  return {
    page(items) {
      if (items.length === 0) return ''
      const text = `${isEmpty ? '[' : ','}\n  ${items.map(write).join(',\n  ')}`
      isEmpty = false
      return fitForTerminal(text)
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  }
}

/** Makes the record of an item, of the chosen fields alone; records with no others, in this order, stay as they are. */
function pickedOf<Item>(recordOf: (item: Item) => DataRecord, fields: readonly string[]): (item: Item) => DataRecord {
  let isWhole: boolean | undefined
  return (item) => {
    const record = recordOf(item)
    isWhole ??= Object.keys(record).join() === fields.join()
    return isWhole ? record : Object.fromEntries(fields.map((key) => [key, record[key] ?? null]))
  }
}
