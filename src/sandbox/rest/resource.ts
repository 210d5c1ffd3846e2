import type { TableName, Tables } from '../store/tables.ts'
import { type Call, rightMissing } from './answer.ts'

/** The fields of an item, as JSON. */
export type Fields = Record<string, unknown>

/** What a create answers: the new item's number, and GLPI's sentence about it. */
export interface Added {
  id: number
  message: string
  /** Other things that the answer says. */
  more?: Fields
  /** It is made, and then the server breaks down: a page of failure is all that it answers. */
  isBroken?: true
}

/** One itemtype, as the API shows it to whoever calls. `create`, `update` and `remove` throw NotDone when they refuse. */
export interface Resource {
  readonly itemtype: string
  /** What is not there is refused without a sentence. */
  readonly isLostInSilence?: true
  /** Whether this caller may read the itemtype at all. */
  mayList(call: Call): boolean
  /** The ids of all that this caller may read, lowest first. */
  ids(call: Call): readonly number[]
  exists(call: Call, id: number): boolean
  mayRead(call: Call, id: number): boolean
  /** One stored column, for sorting and filtering; undefined when there is no such column. */
  column(call: Call, id: number, name: string): unknown
  show(call: Call, id: number): Fields
  /** The ids of those that belong to another item; undefined when this itemtype never belongs to such ones. */
  idsOf?(call: Call, parent: string, parentId: number): readonly number[] | undefined
  create?(call: Call, input: Fields): Added
  update?(call: Call, id: number, input: Fields): void
  /** By which number the answer to an update names it, where that is not its own. */
  answeredAs?(call: Call, id: number): number
  remove?(call: Call, id: number, isForGood: boolean): void
}

type Definition<K extends TableName> = Omit<Resource, 'itemtype' | 'exists' | 'mayRead' | 'show' | 'ids' | 'column'> & {
  mayRead(call: Call, row: Tables[K]): boolean
  show?(call: Call, row: Tables[K]): Fields
  ids?(call: Call): readonly number[]
}

/** A resource whose items are the rows of a table. */
export function tableResource<K extends TableName>(name: K, definition: Definition<K>): Resource {
  const { mayRead, show = (_call, row) => ({ ...row }), ids, ...rest } = definition
  const rowOf = (call: Call, id: number): Tables[K] => {
    const row = call.site.store.get(name, id)
    if (!row) throw rightMissing(call)
    return row
  }
  return {
    itemtype: name,
    exists: (call, id) => call.site.store.get(name, id) !== undefined,
    mayRead: (call, id) => mayRead(call, rowOf(call, id)),
    show: (call, id) => show(call, rowOf(call, id)),
    column: (call, id, column) => (rowOf(call, id) as unknown as Fields)[column],
    ids: ids ?? ((call) => readableIds(call, name, mayRead)),
    ...rest,
  }
}

function readableIds<K extends TableName>(
  call: Call,
  name: K,
  mayRead: (call: Call, row: Tables[K]) => boolean,
): number[] {
  const found: number[] = []
  for (const row of call.site.store.table(name).all()) if (mayRead(call, row)) found.push(row.id)
  return found.sort((a, b) => a - b)
}

/** A resource whose items never change here. */
export function fixedResource(
  itemtype: string,
  rows: Array<Fields & { id: number }>,
  mayList: (call: Call) => boolean,
): Resource {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    itemtype,
    mayList,
    ids: () => [...byId.keys()],
    exists: (_call, id) => byId.has(id),
    mayRead: mayList,
    column: (_call, id, name) => byId.get(id)?.[name],
    show: (_call, id) => ({ ...byId.get(id) }),
    idsOf: () => [],
  }
}

/** An integer of an input, also when it is sent as text; undefined when there is none. */
export function numberIn(input: Fields, name: string): number | undefined {
  const value = input[name]
  if (value === undefined || value === null || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? Math.trunc(number) : undefined
}

/** A text of an input, also when it is sent as a number; undefined when there is none. */
export function textIn(input: Fields, name: string): string | undefined {
  const value = input[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

/** Whether a flag of an input is set, as PHP takes it. */
export function isSet(input: Fields, name: string): boolean {
  const value = input[name]
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== '' && value !== '0'
}
