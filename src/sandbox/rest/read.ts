import { isOn, type PhpValues, partsAt, textAt } from '../php-query.ts'
import { viewMark } from '../viewer.ts'
import { type Answer, type Call, documented, itemNotFound, rightMissing } from './answer.ts'
import { expandDropdowns, linksOf } from './expand.ts'
import { documentsOf } from './itemtype/document.ts'
import { pageAnswer, rangeOf, refusePastEnd } from './range.ts'
import { resourceNamed } from './registry.ts'
import type { Fields, Resource } from './resource.ts'

/** GET /Itemtype/N */
export function readItem(call: Call, resource: Resource, id: number): Answer {
  // Contract steps "GET a ticket that does not exist" and "GET Document, its description".
  if (!resource.mayList(call)) throw rightMissing(call)
  if (!resource.exists(call, id)) throw itemNotFound(call)
  if (!resource.mayRead(call, id)) throw rightMissing(call)
  const fields = shown(call, resource, id)
  if (DOCUMENTED.has(resource.itemtype) && isOn(call.query, 'with_documents'))
    fields._documents = documentsOf(call.site, resource.itemtype, id)
  return { status: 200, json: fields, headers: lastModified(fields) }
}

/** Itemtypes whose documents a customer may list, though not read the itemtype Document. */
const DOCUMENTED = new Set(['Ticket', 'KnowbaseItem'])

/** GET /Itemtype */
export function readList(call: Call, resource: Resource): Answer {
  if (!resource.mayList(call)) throw rightMissing(call)
  const mark = `list ${resource.itemtype} ${viewMark(call.viewer)} ${listMark(call)}`
  return page(
    call,
    resource,
    call.site.lists.get(mark, () => sorted(call, resource, filtered(call, resource, resource.ids(call)))),
  )
}

/** GET /Itemtype/N/OtherItemtype */
export function readChildren(call: Call, parent: Resource, parentId: number, child: Resource): Answer {
  if (!parent.exists(call, parentId)) throw itemNotFound(call)
  if (!parent.mayList(call) || !parent.mayRead(call, parentId) || !child.mayList(call)) throw rightMissing(call)
  const ids = child.idsOf?.(call, parent.itemtype, parentId)
  if (!ids) throw rightMissing(call)
  const readable = ids.filter((id) => child.mayRead(call, id))
  return page(call, child, sorted(call, child, filtered(call, child, readable)))
}

/** GET /getMultipleItems?items[0][itemtype]=Ticket&items[0][items_id]=3 */
export function readSeveral(call: Call): Answer {
  const json = partsAt(call.query, 'items').map((item) => {
    const asked = typeof item === 'object' ? item : {}
    const resource = resourceNamed(textAt(asked, 'itemtype') ?? '')
    if (!resource) throw documented(call, 'ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM', 'resourceNotFound')
    return readItem(call, resource, Number(textAt(asked, 'items_id'))).json
  })
  return { status: 200, json }
}

function page(call: Call, resource: Resource, ids: readonly number[]): Answer {
  const range = rangeOf(call)
  refusePastEnd(call, range, ids.length)
  const json = ids.slice(range.first, range.last + 1).map((id) => shown(call, resource, id))
  return pageAnswer(json, range, ids.length)
}

function shown(call: Call, resource: Resource, id: number): Fields {
  const fields = resource.show(call, id)
  const named = isOn(call.query, 'expand_dropdowns') ? expandDropdowns(call, fields) : { ...fields }
  if (isOn(call.query, 'get_hateoas', true)) named.links = linksOf(call, resource.itemtype, fields)
  return named
}

function listMark({ query }: Call): string {
  return JSON.stringify([query.sort, query.order, query.searchText, query.is_deleted])
}

/** Leaves out the trash (or all but the trash), and what `searchText[column]` does not find. */
function filtered(call: Call, resource: Resource, ids: readonly number[]): readonly number[] {
  const wantsTrash = isOn(call.query, 'is_deleted')
  const texts = Object.entries((call.query.searchText ?? {}) as PhpValues)
  return ids.filter((id) => {
    const isInTrash = resource.column(call, id, 'is_deleted') === 1
    if (isInTrash !== wantsTrash) return false
    return texts.every(([column, text]) => contains(resource.column(call, id, column), String(text)))
  })
}

function contains(value: unknown, text: string): boolean {
  const wanted = text.replace(/^\^|\$$/g, '').toLowerCase()
  const found = String(value ?? '').toLowerCase()
  if (text.startsWith('^') && text.endsWith('$')) return found === wanted
  return text.startsWith('^')
    ? found.startsWith(wanted)
    : text.endsWith('$')
      ? found.endsWith(wanted)
      : found.includes(wanted)
}

function sorted(call: Call, resource: Resource, ids: readonly number[]): readonly number[] {
  const column = textAt(call.query, 'sort') ?? 'id'
  const isDescending = textAt(call.query, 'order')?.toUpperCase() === 'DESC'
  const [sample] = ids
  if (sample !== undefined && resource.column(call, sample, column) === undefined)
    throw documented(call, 'ERROR', 'sortUnknown')
  const keys = new Map(ids.map((id) => [id, resource.column(call, id, column)]))
  const compare = (a: number, b: number) => compareValues(keys.get(a), keys.get(b)) || a - b
  return [...ids].sort(isDescending ? (a, b) => compare(b, a) : compare)
}

/** Nothing comes first, as NULL does for MariaDB. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

function lastModified({ date_mod }: Fields): Record<string, string> {
  return typeof date_mod === 'string' ? { 'Last-Modified': date_mod } : {}
}
