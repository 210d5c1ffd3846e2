import { type DataRecord, fitForTerminal, toTsv } from './records.ts'

/** A list that is written page by page, in a form for scripts. */
export interface ListText<Item> {
  /** A page with its line ends; what stands before the first page comes with it. */
  page(items: readonly Item[]): string
  /** What ends the list. */
  end(): string
}

export type ListForm = 'json' | 'ndjson' | 'tsv' | 'csv' | 'markdown'

/**
 * How a list of these fields is written in that form, of things that `recordOf` makes records of; `head`: whether CSV
 * and Markdown begin with the names of fields.
 */
export async function listText<Item>(
  form: ListForm,
  fields: readonly string[],
  recordOf: (item: Item) => DataRecord,
  options: { head?: boolean } = {},
): Promise<ListText<Item>> {
  if (form === 'json') return jsonArray(fields, recordOf)
  if (form === 'ndjson') return lines((items) => jsonLines(items, fields, recordOf))
  if (form === 'tsv') return lines((items) => toTsv(items.map(recordOf), fields))
  const { toCsv, toMarkdown } = await import('./delimited.ts')
  const write = form === 'csv' ? toCsv : toMarkdown
  let { head = true } = options
  return lines((items) => {
    const text = write(items.map(recordOf), fields, { head })
    head = false
    return text
  })
}

function lines<Item>(write: (items: readonly Item[]) => string): ListText<Item> {
  return {
    page(items) {
      const text = write(items)
      return text === '' ? '' : `${text}\n`
    },
    end: () => '',
  }
}

/** Each record is made, written and forgotten: of a hundred thousand, few are ever in memory. */
function jsonLines<Item>(
  items: readonly Item[],
  fields: readonly string[],
  recordOf: (item: Item) => DataRecord,
): string {
  return fitForTerminal(items.map((item) => JSON.stringify(picked(recordOf(item), fields))).join('\n'))
}

/** The same text as the whole list at once would be. */
function jsonArray<Item>(fields: readonly string[], recordOf: (item: Item) => DataRecord): ListText<Item> {
  let isEmpty = true
  const write = (item: Item) => JSON.stringify(picked(recordOf(item), fields), null, 2).replaceAll('\n', '\n  ')
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

/** The chosen fields of a record; the record itself where it has no others, which `fields` then names in its order. */
function picked(record: DataRecord, fields: readonly string[]): DataRecord {
  let place = 0
  let isWhole = true
  for (const key in record) if (key !== fields[place++]) isWhole = false
  if (isWhole && place === fields.length) return record
  return Object.fromEntries(fields.map((key) => [key, record[key] ?? null]))
}
