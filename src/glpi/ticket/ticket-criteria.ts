import type { TicketQuery, TicketSort } from '../../itil/ticket-query.ts'
import { type TicketStatus, ticketStatusId, ticketTypeId, urgencyId } from '../../itil/ticket-words.ts'
import { keptForms } from '../as-typed.ts'
import { escapeHtml } from '../html.ts'

/** Search options of Ticket (GLPI.md, «v1 — lists»; contract, «listSearchOptions»). */
export const option = {
  title: 1,
  id: 2,
  priority: 3,
  requester: 4,
  category: 7,
  urgency: 10,
  status: 12,
  type: 14,
  opened: 15,
  closed: 16,
  solved: 17,
  dueBy: 18,
  changed: 19,
  description: 21,
  writer: 22,
  surveyKind: 31,
  surveyBegun: 60,
  surveyAnswered: 61,
  surveyMark: 62,
  observer: 66,
  overdue: 82,
  takenAfter: 150,
} as const

type Column = keyof typeof option

const shown = [
  'id',
  'title',
  'status',
  'urgency',
  'priority',
  'type',
  'category',
  'opened',
  'changed',
  'solved',
  'closed',
  'dueBy',
] as const

/** GLPI's own words for sets of statuses: one criterion in the place of several. */
const statusSets: Record<string, string> = {
  '1,2,3,4': 'notold',
  '1,2,3,4,5': 'notclosed',
  '5,6': 'old',
  '2,3': 'process',
}

type SearchType = 'equals' | 'empty' | 'contains' | 'under' | 'lessthan' | 'morethan'
type Criterion = { field: number; searchtype: SearchType; value: string | number } | { or: Criterion[] }

/** What a query needs to know beside itself: how the server writes dates, who asks, and what GLPI this is. */
export interface Asker {
  write(date: Date): string
  personId: number
  glpiVersion: string
}

/** The query of the search: which tickets, which columns, which order. */
export function searchQuery(query: TicketQuery, asker: Asker, columns: readonly Column[] = columnsOf(query)): string {
  const parameters = new URLSearchParams()
  for (const [index, criterion] of criteriaOf(query, asker).entries())
    addCriterion(parameters, `criteria[${index}]`, 'AND', criterion)
  for (const [index, name] of columns.entries()) parameters.set(`forcedisplay[${index}]`, String(option[name]))
  addOrder(parameters, query.sort)
  return readable(parameters)
}

function columnsOf({ withTaking, withSurvey, withObserved }: TicketQuery): Column[] {
  return [
    ...shown,
    ...(withTaking ? ['takenAfter' as const] : []),
    // Never 75, its end: 11.0.2 breaks down of it.
    ...(withSurvey ? (['surveyBegun', 'surveyAnswered', 'surveyMark'] as const) : []),
    // As a criterion the observer is refused (GLPI-CUSTOMER.md, «First»).
    ...(withObserved ? (['requester', 'observer'] as const) : []),
  ]
}

/** The search for tickets whose descriptions hold this text; their numbers, unless more is to be shown. */
export function textQuery(text: string, columns: readonly number[] = [option.id]): string {
  const parameters = new URLSearchParams()
  for (const [index, column] of columns.entries()) parameters.set(`forcedisplay[${index}]`, String(column))
  addCriterion(parameters, 'criteria[0]', 'AND', containing(option.description, text))
  return parameters.toString()
}

/** The search for the tickets of these numbers. */
export function numbersQuery(ids: readonly number[], columns: readonly number[]): string {
  const parameters = new URLSearchParams()
  const wanted = anyOf(ids.map((id) => equals(option.id, id)))
  for (const [index, criterion] of wanted.entries()) addCriterion(parameters, `criteria[${index}]`, 'AND', criterion)
  for (const [index, column] of columns.entries()) parameters.set(`forcedisplay[${index}]`, String(column))
  addOrder(parameters, { by: 'id', order: 'ascending' })
  return readable(parameters)
}

function addOrder(parameters: URLSearchParams, sort: TicketSort | undefined): void {
  parameters.set('sort', String(option[sort?.by ?? 'changed']))
  parameters.set('order', sort?.order === 'ascending' ? 'ASC' : 'DESC')
}

/** Brackets are left as they are, so that a line of --debug can be read. */
function readable(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%5B', '[').replaceAll('%5D', ']')
}

function criteriaOf(query: TicketQuery, { write, personId, glpiVersion }: Asker): Criterion[] {
  const { changed, opened, changedSince } = query
  return [
    ...statusCriterion(query.statuses ?? []),
    ...anyOf((query.urgencies ?? []).map((level) => equals(option.urgency, urgencyId(level)))),
    ...anyOf((query.types ?? []).map((type) => equals(option.type, ticketTypeId(type)))),
    ...anyOf((query.categories ?? []).map((id) => ({ field: option.category, searchtype: 'under', value: id }))),
    ...(query.text ? [textCriterion(query.text, glpiVersion)] : []),
    ...(query.id ? [equals(option.id, query.id)] : []),
    ...(changedSince ? [{ field: option.changed, searchtype: 'morethan' as const, value: write(changedSince) }] : []),
    ...periodCriteria(option.changed, changed, write),
    ...periodCriteria(option.opened, opened, write),
    ...(query.awaitsMe ? [equals(option.status, ticketStatusId('solved')), mine(personId)] : []),
    ...(query.toRate ? unanswered(personId) : []),
    ...(query.overdue ? [equals(option.overdue, 1)] : []),
    // GLPI compares numbers where the value of «contains» begins with a sign; its «lessthan» is for dates alone.
    ...(query.below === undefined ? [] : [containing(option.id, `<${query.below}`)]),
    ...(query.above === undefined ? [] : [containing(option.id, `>${query.above}`)]),
  ]
}

function statusCriterion(statuses: TicketStatus[]): Criterion[] {
  const ids = [...new Set(statuses.map(ticketStatusId))].sort((a, b) => a - b)
  if (ids.length === 0 || ids.length === 6) return []
  const word = statusSets[ids.join()]
  return word ? [equals(option.status, word)] : anyOf(ids.map((id) => equals(option.status, id)))
}

/** Descriptions are kept as HTML, so what is looked for there is escaped as it was on the way in. */
function textCriterion(text: string, glpiVersion: string): Criterion {
  const titles = keptForms(text, glpiVersion).map((form) => containing(option.title, form))
  const descriptions = keptForms(escapeHtml(text), glpiVersion).map((form) => containing(option.description, form))
  return { or: [...titles, ...descriptions] }
}

/** GLPI leaves the very second out at both ends, so one more is asked for. */
function periodCriteria(field: number, period: TicketQuery['changed'], write: Asker['write']): Criterion[] {
  const { from, until } = period ?? {}
  const second = 1000
  return [
    ...(from ? [{ field, searchtype: 'morethan' as const, value: write(new Date(from.getTime() - second)) }] : []),
    ...(until ? [{ field, searchtype: 'lessthan' as const, value: write(new Date(until.getTime() + second)) }] : []),
  ]
}

/** Of surveys that are answered on the platform itself; an observer's tickets come as well, and only a requester answers. */
function unanswered(personId: number): Criterion[] {
  const internal = 1
  return [
    equals(option.surveyKind, internal),
    { field: option.surveyAnswered, searchtype: 'empty', value: 'null' },
    equals(option.requester, personId),
  ]
}

/** A solution is answered by whom the ticket is for, or by who wrote it down; an observer only looks on. */
function mine(personId: number): Criterion {
  return { or: [equals(option.requester, personId), equals(option.writer, personId)] }
}

function equals(field: number, value: string | number): Criterion {
  return { field, searchtype: 'equals', value }
}

function containing(field: number, value: string): Criterion {
  return { field, searchtype: 'contains', value }
}

function anyOf(criteria: Criterion[]): Criterion[] {
  return criteria.length > 1 ? [{ or: criteria }] : criteria
}

function addCriterion(parameters: URLSearchParams, name: string, link: 'AND' | 'OR', criterion: Criterion): void {
  parameters.set(`${name}[link]`, link)
  if ('or' in criterion) {
    for (const [index, one] of criterion.or.entries())
      addCriterion(parameters, `${name}[criteria][${index}]`, 'OR', one)
    return
  }
  parameters.set(`${name}[field]`, String(criterion.field))
  parameters.set(`${name}[searchtype]`, criterion.searchtype)
  parameters.set(`${name}[value]`, String(criterion.value))
}
