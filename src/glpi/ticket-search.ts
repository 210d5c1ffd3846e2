import * as z from 'zod/mini'
import { type TicketStatus, ticketStatusId } from '../itil/status.ts'
import { urgencyId } from '../itil/urgency.ts'
import type { DateReader, ServerDates } from './clock.ts'
import { escapeHtml } from './html.ts'
import type { TicketPage, TicketQuery, TicketSummary } from './platform.ts'
import { isPastTheEnd, totalOf } from './range.ts'
import { refused } from './refusal.ts'
import type { Session } from './session.ts'
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'
import { cell, parse, unexpected, whole } from './wire.ts'

/** Search options of Ticket (GLPI.md, «v1 — lists»; contract, «listSearchOptions»). */
const option = {
  title: 1,
  id: 2,
  priority: 3,
  category: 7,
  urgency: 10,
  status: 12,
  type: 14,
  opened: 15,
  closed: 16,
  solved: 17,
  changed: 19,
  description: 21,
} as const

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
] as const

/** GLPI's own words for sets of statuses: one criterion in the place of several. */
const statusSets: Record<string, string> = {
  '1,2,3,4': 'notold',
  '1,2,3,4,5': 'notclosed',
  '5,6': 'old',
  '2,3': 'process',
}

type Criterion = { field: number; searchtype: string; value: string | number } | { or: Criterion[] }

/** One page of tickets, in one request. Past the end: no ticket, and how many there are. */
export async function searchTickets(
  session: Session,
  clock: () => Promise<ServerDates>,
  query: TicketQuery,
): Promise<TicketPage> {
  const since = query.changedSince && (await clock()).write(query.changedSince)
  const answer = await session.ask({ path: `search/Ticket?${searchQuery(query, since)}` })
  if (isPastTheEnd(answer)) return { tickets: [], total: totalOf(answer) ?? 0 }
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  // More than was asked for is not even looked at: a schema keeps a word about each row that is wrong.
  if (rowsOf(answer.json) > Math.max(query.count, 1)) throw unexpected('search/Ticket', 'range')
  const { totalcount, data } = parse(found, answer.json, 'search/Ticket')
  const { read } = await clock()
  const rows = Array.isArray(data) ? data : Object.values(data ?? {})
  return { tickets: rows.map((row) => summary(row, read)), total: totalcount }
}

function rowsOf(json: unknown): number {
  const data = typeof json === 'object' && json && 'data' in json ? json.data : []
  return typeof data === 'object' && data ? Object.keys(data).length : 0
}

const numbers = z.object({ totalcount: whole, data: z.optional(z.array(z.object({ [option.id]: whole }))) })

/** The ticket whose description carries this mark; undefined for none, and for one that is in the trash. */
export async function findTicket(session: Session, mark: string): Promise<number | undefined> {
  const parameters = new URLSearchParams({ 'forcedisplay[0]': String(option.id), range: '0-0' })
  // Without what stands around it: GLPI 10 keeps angle brackets encoded.
  addCriterion(parameters, 'criteria[0]', 'AND', containing(option.description, `ipeos:${mark}`))
  const answer = await session.ask({ path: `search/Ticket?${parameters}` })
  if (isPastTheEnd(answer)) return undefined
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  return parse(numbers, answer.json, 'search/Ticket').data?.[0]?.[option.id]
}

/** The query of the search: which tickets, which columns, which order, which range. `since` is a date of the server. */
export function searchQuery(
  { id, statuses, urgency, text, sort, first, count }: TicketQuery,
  since?: string | undefined,
): string {
  const parameters = new URLSearchParams()
  const criteria = [
    ...statusCriterion(statuses ?? []),
    ...(urgency ? [{ field: option.urgency, searchtype: 'equals', value: urgencyId(urgency) }] : []),
    ...(text ? [textCriterion(text)] : []),
    ...(id ? [{ field: option.id, searchtype: 'equals', value: id }] : []),
    ...(since ? [{ field: option.changed, searchtype: 'morethan', value: since }] : []),
  ]
  for (const [index, criterion] of criteria.entries()) addCriterion(parameters, `criteria[${index}]`, 'AND', criterion)
  for (const [index, name] of shown.entries()) parameters.set(`forcedisplay[${index}]`, String(option[name]))
  parameters.set('sort', String(option[sort?.by ?? 'changed']))
  parameters.set('order', sort?.order === 'ascending' ? 'ASC' : 'DESC')
  parameters.set('range', `${first}-${first + Math.max(count, 1) - 1}`)
  // Brackets are left as they are, so that a line of --debug can be read.
  return parameters.toString().replaceAll('%5B', '[').replaceAll('%5D', ']')
}

function statusCriterion(statuses: TicketStatus[]): Criterion[] {
  const ids = [...new Set(statuses.map(ticketStatusId))].sort((a, b) => a - b)
  if (ids.length === 0 || ids.length === 6) return []
  const equals = (value: string | number): Criterion => ({ field: option.status, searchtype: 'equals', value })
  const word = statusSets[ids.join()]
  if (word) return [equals(word)]
  return ids.length === 1 ? ids.map(equals) : [{ or: ids.map(equals) }]
}

/** Descriptions are kept as HTML, so what is looked for there is escaped as it was on the way in. */
function textCriterion(text: string): Criterion {
  return {
    or: [containing(option.title, text), containing(option.description, escapeHtml(text))],
  }
}

function containing(field: number, value: string): Criterion {
  return { field, searchtype: 'contains', value }
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

// Keys are the numbers of search options; a value may be text, number, array or null.
const row = z.object({
  [option.id]: whole,
  [option.title]: cell,
  [option.status]: whole,
  [option.urgency]: whole,
  [option.priority]: z.optional(z.nullable(whole)),
  [option.type]: z.optional(z.nullable(whole)),
  [option.category]: z.optional(cell),
  [option.opened]: z.nullable(z.string()),
  [option.changed]: z.nullable(z.string()),
  [option.solved]: z.optional(z.nullable(z.string())),
  [option.closed]: z.optional(z.nullable(z.string())),
})

// `data` is absent when nothing was found (contract, «search Ticket, nothing found»).
const found = z.object({ totalcount: whole, data: z.optional(z.union([z.array(row), z.record(z.string(), row)])) })

function summary(values: z.output<typeof row>, readDate: DateReader): TicketSummary {
  const what = 'search/Ticket'
  const changed = readDate(values[option.changed]) ?? readDate(values[option.opened])
  if (!changed) throw unexpected(what, String(option.changed))
  const priority = knownPriority(values[option.priority])
  const type = knownType(values[option.type])
  const category = values[option.category]
  const solved = readDate(values[option.solved])
  const closed = readDate(values[option.closed])
  return {
    id: values[option.id],
    title: values[option.title] ?? '',
    status: knownStatus(values[option.status], what),
    urgency: knownUrgency(values[option.urgency], what),
    ...(priority && { priority }),
    ...(type && { type }),
    ...(category && { category }),
    ...(solved && { solved }),
    ...(closed && { closed }),
    opened: readDate(values[option.opened]) ?? changed,
    changed,
  }
}
