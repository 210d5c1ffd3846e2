import { isOn, type PhpValues, partsAt } from '../php-query.ts'
import { type Answer, type Call, documented, rightMissing } from '../rest/answer.ts'
import { pageAnswer, rangeOf, refusePastEnd } from '../rest/range.ts'
import { compareValues } from '../rest/read.ts'
import type { Resource } from '../rest/resource.ts'
import { viewMark } from '../viewer.ts'
import { stored, testOf, textOf } from './criteria.ts'
import { type Narrowed, narrowed, within } from './id-bound.ts'
import type { SearchOption, SearchTable } from './option.ts'
import { searchTableOf } from './other-options.ts'

interface Sort {
  column: number
  isDescending: boolean
}

/** GET /search/Itemtype */
export function search(call: Call, resource: Resource): Answer {
  // GLPI.md, "The rest of the menu": an HTML scrap, and no answer of the API.
  if (resource.itemtype === 'ReservationItem') return reservationScrap(call)
  const table = tableOf(call, resource)
  const sorts = sortsOf(call, table)
  const { rest, bounds } = narrowed(call.query)
  const criteria: PhpValues = { criteria: Object.fromEntries(rest.entries()) }
  const mark = `search ${resource.itemtype} ${viewMark(call.viewer)} ${queryMark(call, rest)}`
  const everything = call.site.lists.get(mark, () => find(call, resource, table, sorts, criteria))
  const found = within(everything, bounds, isByNumber(sorts))
  const range = rangeOf(call)
  refusePastEnd(call, range, found.length)
  const ids = found.slice(range.first, range.last + 1)
  const asked = columnsOf(call, table)
  if (isBroken(call, resource, asked, ids)) return breakdown()
  const columns = [...alwaysShown(resource, table), ...asked]
  const json = {
    ...{ totalcount: found.length, count: ids.length, sort: shownSort(call, sorts) },
    order: sorts.length === 0 ? ['ASC'] : sorts.map(({ isDescending }) => (isDescending ? 'DESC' : 'ASC')),
    ...(ids.length > 0 ? { data: ids.map((id) => line(call, columns, id, false)) } : {}),
    ...(ids.length > 0 && isOn(call.query, 'giveItems')
      ? { data_html: ids.map((id) => line(call, columns, id, true)) }
      : {}),
    'content-range': `${range.first}-${Math.min(range.last, found.length - 1)}/${found.length}`,
  }
  return pageAnswer(json, range, found.length)
}

/** GET /listSearchOptions/Itemtype */
export function listSearchOptions(call: Call, resource: Resource): Answer {
  const { options } = tableOf(call, resource)
  const json: Record<string, unknown> = {
    common: { name: call.language === 'fr_FR' ? 'Caractéristiques' : 'Characteristics' },
  }
  for (const { id, name, table, field, datatype } of options.values())
    json[id] = {
      ...{ name: name[call.language], table, field, datatype, nosearch: false, nodisplay: false },
      available_searchtypes:
        datatype === 'dropdown' ? ['equals', 'notequals', 'contains'] : ['contains', 'equals', 'notequals'],
      uid: `${resource.itemtype}.${field}`,
    }
  return { status: 200, json }
}

function tableOf(call: Call, resource: Resource): SearchTable {
  if (!resource.mayList(call)) throw rightMissing(call)
  const table = searchTableOf(resource.itemtype, call.site.version)
  if (!table) throw documented(call, 'ERROR', 'fieldUnknown')
  return table
}

function isByNumber(sorts: Sort[]): boolean {
  return sorts.length === 1 && sorts[0]?.column === 2
}

function find(call: Call, resource: Resource, table: SearchTable, sorts: Sort[], criteria: PhpValues): number[] {
  const test = testOf(call, table, criteria)
  const wantsTrash = isOn(call.query, 'is_deleted')
  const found = resource
    .ids(call)
    .filter((id) => (resource.column(call, id, 'is_deleted') === 1) === wantsTrash && test(id))
  // They come by number already.
  if (isByNumber(sorts)) return sorts[0]?.isDescending ? found.reverse() : found
  for (const sort of [...sorts].reverse()) sortBy(call, table.options.get(sort.column), sort, found)
  return found
}

/** Equal ones stay by number, lowest first, whichever the order (contract step "search Ticket, not closed"). */
function sortBy(call: Call, option: SearchOption | undefined, { isDescending }: Sort, ids: number[]): void {
  if (!option) return
  const keys = new Map(ids.map((id) => [id, sortKey(call, option, id)]))
  const turn = isDescending ? -1 : 1
  ids.sort((a, b) => turn * compareValues(keys.get(a), keys.get(b)))
}

function sortKey({ site }: Call, option: SearchOption, id: number): string | number {
  const raw = option.raw(id, site)
  return typeof raw === 'number' && !option.text ? raw : textOf(option, id, site).toLowerCase()
}

function sortsOf(call: Call, table: SearchTable): Sort[] {
  const columns = partsAt(call.query, 'sort').map(Number)
  const orders = partsAt(call.query, 'order')
  for (const column of columns) if (!table.options.has(column)) throw documented(call, 'ERROR', 'sortUnknown')
  if (columns.length === 0 && call.site.version === '10.0') return [{ column: 1, isDescending: false }]
  return columns.map((column, index) => ({
    column,
    isDescending: String(orders[index] ?? 'ASC').toUpperCase() === 'DESC',
  }))
}

/** Contract steps "search Ticket …": not asked for, it is `["1"]` on 10.0 and `[0]` on 11.0. */
function shownSort(call: Call, sorts: Sort[]): Array<string | number> {
  if (call.query.sort === undefined) return call.site.version === '10.0' ? ['1'] : [0]
  return sorts.map(({ column }) => column)
}

/** What is asked for, or what is shown when nothing is. */
function columnsOf(call: Call, table: SearchTable): SearchOption[] {
  const asked = partsAt(call.query, 'forcedisplay').map(Number)
  return (asked.length > 0 ? asked : table.shownByDefault).flatMap((id) => table.options.get(id) ?? [])
}

/** Of a ticket title and number, asked for or not (contract step "place and items in a search"). */
function alwaysShown({ itemtype }: Resource, { options }: SearchTable): SearchOption[] {
  return itemtype === 'Ticket' ? [1, 2].flatMap((id) => options.get(id) ?? []) : []
}

function line({ site }: Call, columns: SearchOption[], id: number, isHtml: boolean): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((option) => [
      option.id,
      isHtml ? (option.html?.(id, site) ?? textOf(option, id, site)) : stored(option, option.raw(id, site), site),
    ]),
  )
}

/** All of the query that decides what is found, and in which order. */
function queryMark({ query }: Call, criteria: Narrowed['rest']): string {
  const { sort, order, is_deleted } = query
  return JSON.stringify([criteria, sort, order, is_deleted])
}

/** As where a title is no text, say, of which PHP can make no JSON. */
function isBroken({ site }: Call, { itemtype }: Resource, columns: SearchOption[], ids: readonly number[]): boolean {
  const { brokenTickets } = site.configuration
  if (itemtype !== 'Ticket' || brokenTickets.length === 0) return false
  return columns.some(({ id }) => id !== 2) && ids.some((id) => brokenTickets.includes(id))
}

function breakdown(): Answer {
  return {
    status: 500,
    bytes: Buffer.from(''),
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  }
}

function reservationScrap({ site }: Call): Answer {
  const html = '<div class="text-center"><div class="spinner-border" role="status"></div></div>'
  return {
    status: site.version === '10.0' ? 200 : 500,
    bytes: Buffer.from(html),
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  }
}
