import { WrongUsage } from '../../errors.ts'
import type { TicketQuery } from '../../glpi/platform.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import { type TicketStatus, ticketStatuses } from '../../itil/status.ts'
import { type Urgency, urgencies, urgency } from '../../itil/urgency.ts'

const statusFilters = [...ticketStatuses, 'open', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/** One `--status`, after those given before it. */
export function statusFilter(value: string, previous: StatusFilter[] = []): StatusFilter[] {
  return [...previous, oneOf(statusFilters, value, 'list.unknown-status')]
}

/** What the filters mean together; undefined for every ticket. A solved one is open: it waits for the customer's answer. */
export function statusesOf(filters: StatusFilter[] = ['open']): TicketStatus[] | undefined {
  if (filters.includes('all')) return undefined
  return ticketStatuses.filter(
    (status) => filters.includes(status) || (filters.includes('open') && status !== 'closed'),
  )
}

export function urgencyOption(value: string): Urgency {
  return urgency(Number(value)) ?? oneOf(urgencies, value, 'list.unknown-urgency')
}

type Sort = NonNullable<TicketQuery['sort']>
const sortFields = ['changed', 'opened', 'id', 'title', 'status', 'urgency', 'category'] as const
/** Newest, latest, most urgent: what one looks for first. */
const descendingFirst = ['changed', 'opened', 'id', 'urgency']

/** `title`, `opened:asc`, `status:desc`. */
export function sortOption(value: string): Sort {
  const [name = '', order] = value.split(':')
  if (order !== undefined && order !== 'asc' && order !== 'desc') throw unknown('list.unknown-sort', value, sortFields)
  const by = oneOf(sortFields, name, 'list.unknown-sort')
  const descending = order === undefined ? descendingFirst.includes(by) : order === 'desc'
  return { by, order: descending ? 'descending' : 'ascending' }
}

export function limitOption(value: string): number {
  const limit = Number(value)
  if (/^\d+$/.test(value) && Number.isSafeInteger(limit) && limit > 0) return limit
  throw new WrongUsage('list.bad-limit', { value }, { hint: { key: 'list.bad-limit-hint' } })
}

function oneOf<Word extends string>(words: readonly Word[], value: string, key: MessageKey): Word {
  const found = words.find((word) => word === value.toLowerCase())
  if (found) return found
  throw unknown(key, value, words)
}

function unknown(key: MessageKey, value: string, words: readonly string[]): WrongUsage {
  return new WrongUsage(key, { value }, { hint: { key: 'list.one-of', parameters: { values: words.join(', ') } } })
}
