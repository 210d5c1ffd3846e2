import { WrongUsage } from '../../errors.ts'
import type { TicketQuery } from '../../glpi/platform.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { type TicketStatus, ticketStatuses } from '../../itil/status.ts'
import { type Urgency, urgencies, urgencyId } from '../../itil/urgency.ts'
import { statusWord, urgencyWord } from '../../views/word.ts'
import { match } from '../match.ts'

const statusFilters = [...ticketStatuses, 'open', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/** One `--status`, after those given before it; the person's own words, as the list shows them, will do too. */
export function statusFilter(t: Translate) {
  const candidates = statusFilters.map((status) => ({
    value: status,
    keys: [status],
    names: status === 'open' || status === 'all' ? [] : [statusWord(status, t)],
  }))
  return (value: string, previous: StatusFilter[] = []): StatusFilter[] => {
    const known = match(value, candidates)
    if ('found' in known) return [...previous, known.found]
    throw unknown('list.unknown-status', value, statusFilters)
  }
}

/** What the filters mean together; undefined for every ticket. A solved one is open: it waits for the customer's answer. */
export function statusesOf(filters: StatusFilter[] = ['open']): TicketStatus[] | undefined {
  if (filters.includes('all')) return undefined
  return ticketStatuses.filter(
    (status) => filters.includes(status) || (filters.includes('open') && status !== 'closed'),
  )
}

export function urgencyOption(t: Translate) {
  const candidates = urgencies.map((level) => ({
    value: level,
    keys: [level, String(urgencyId(level))],
    names: [urgencyWord(level, t)],
  }))
  return (value: string): Urgency => {
    const known = match(value, candidates)
    if ('found' in known) return known.found
    throw unknown('list.unknown-urgency', value, [...urgencies, '1–5'])
  }
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
