import type { Site } from '../site.ts'
import type { TableName, Tables } from '../store/tables.ts'

/** A value as an answer of `search` carries it. */
export type Raw = string | number | null | Array<string | null>

/** One search option of an itemtype, told on its rows. */
export interface OptionOf<Row> {
  id: number
  name: { fr_FR: string; en_GB: string }
  table: string
  field: string
  datatype: 'itemlink' | 'number' | 'specific' | 'dropdown' | 'datetime' | 'timestamp' | 'text' | 'bool'
  /** The value in an answer. */
  raw(row: Row, site: Site): Raw
  /** What `contains` looks into, and what sorts; by default the value itself. */
  text?(row: Row, site: Site): string
  /** The ids that `equals` compares, when the value is a name. */
  ids?(row: Row, site: Site): number[]
  /** For `under`: whether one id lies under another. */
  isUnder?(id: number, ancestor: number, site: Site): boolean
  /** A word that `equals` understands, as `notold`; undefined: it is no such word. */
  word?(row: Row, word: string, site: Site): boolean | undefined
  /** The value as the pages show it, for `giveItems`. */
  html?(row: Row, site: Site): string
}

/** How an option is called, and which column of which table it is. */
export function about(
  id: number,
  fr_FR: string,
  en_GB: string,
  column: `${string}.${string}`,
  datatype: OptionOf<never>['datatype'],
): Pick<OptionOf<never>, 'id' | 'name' | 'table' | 'field' | 'datatype'> {
  const [table = '', field = ''] = column.split('.')
  return { id, name: { fr_FR, en_GB }, table, field, datatype }
}

/** The same, told on ids. */
export type SearchOption = { [Key in keyof OptionOf<number>]: OptionOf<number>[Key] }

/** How an itemtype is searched. */
export interface SearchTable {
  options: ReadonlyMap<number, SearchOption>
  /** The columns that are shown when none is asked for. */
  shownByDefault: readonly number[]
  /** What a helpdesk profile is shown, and may not search by. */
  notForCustomers?: ReadonlySet<number>
}

/** Makes the search of an itemtype from its options. */
export function searchTable<K extends TableName>(
  name: K,
  shownByDefault: number[],
  definitions: Array<OptionOf<Tables[K]>>,
): SearchTable {
  return { shownByDefault, options: new Map(definitions.map((definition) => [definition.id, onIds(name, definition)])) }
}

function onIds<K extends TableName>(name: K, option: OptionOf<Tables[K]>): SearchOption {
  const rowOf = (id: number, site: Site): Tables[K] => {
    const row = site.store.get(name, id)
    if (!row) throw new Error(`${name} ${id} is gone`)
    return row
  }
  const { raw, text, ids, word, html, ...rest } = option
  return {
    ...rest,
    raw: (id, site) => raw(rowOf(id, site), site),
    ...(text ? { text: (id: number, site: Site) => text(rowOf(id, site), site) } : {}),
    ...(ids ? { ids: (id: number, site: Site) => ids(rowOf(id, site), site) } : {}),
    ...(word ? { word: (id: number, asked: string, site: Site) => word(rowOf(id, site), asked, site) } : {}),
    ...(html ? { html: (id: number, site: Site) => html(rowOf(id, site), site) } : {}),
  }
}

/** Several values as GLPI gives them: none is null, one is a text, more are a list (GLPI.md, "v1 — lists"). */
export function several(values: ReadonlyArray<string | number | null>): Raw {
  const texts = values.map((value) => (value === null ? null : String(value)))
  return texts.length === 0 ? null : texts.length === 1 ? (texts[0] ?? null) : texts
}
