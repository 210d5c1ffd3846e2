import { WrongUsage } from '../../../errors/error.ts'
import { choiceHint } from '../../../i18n/similar.ts'
import type { MessageKey, Translate } from '../../../i18n/translate.ts'
import { sortableFields, type TicketSort } from '../../../itil/ticket-query.ts'
import {
  type TicketStatus,
  type TicketType,
  ticketStatuses,
  ticketTypeId,
  ticketTypes,
  type Urgency,
  urgencies,
  urgencyId,
} from '../../../itil/ticket-words.ts'
import { statusWord, typeWord, urgencyWord } from '../../../views/word.ts'
import { match, type Nameable } from '../../choice/match.ts'

export const statusFilters = [...ticketStatuses, 'open', 'all'] as const
export type StatusFilter = (typeof statusFilters)[number]

/** `--status`; the person's own words, as the list shows them, will do too. */
export function statusFilter(t: Translate) {
  const candidates = statusFilters.map((status) => ({
    value: status,
    keys: [status],
    names: [status === 'open' || status === 'all' ? t(`list.status.${status}`) : statusWord(status, t)],
  }))
  return severalOf<StatusFilter>(candidates, 'unknown-status')
}

type UnknownChoice = 'unknown-status' | 'unknown-urgency' | 'unknown-type'

/** What one value of an option, with commas between its words, adds to those given before it. */
function severalOf<Value extends string>(
  candidates: Nameable<Value>[],
  unknown: UnknownChoice,
  others: readonly string[] = [],
) {
  const one = (value: string): Value => {
    const known = match(value, candidates)
    if ('found' in known) return known.found
    throw noneOf(candidates, unknown, value, others)
  }
  return (value: string, previous: Value[] = []): Value[] => [...previous, ...wordsOf(value).map(one)]
}

/** `solved, closed`: each of them; a comma too many means nothing. */
function wordsOf(value: string): string[] {
  const words = value.split(',').map((word) => word.trim())
  return words.some((word) => word !== '') ? words.filter((word) => word !== '') : [value]
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
  return severalOf<Urgency>(candidates, 'unknown-urgency', ['1–5'])
}

export function typeOption(t: Translate) {
  const candidates = ticketTypes.map((type) => ({
    value: type,
    keys: [type, String(ticketTypeId(type))],
    names: [typeWord(type, t)],
  }))
  return severalOf<TicketType>(candidates, 'unknown-type')
}

/** Newest, latest, most urgent: what one looks for first. */
const descendingFirst: TicketSort['by'][] = ['changed', 'opened', 'id', 'urgency', 'priority', 'solved', 'closed']

/** `title`, `opened:asc`, `status:desc`. */
export function sortOption(value: string): TicketSort {
  const [name = '', order, ...more] = value.split(':')
  const by = sortableFields.find((field) => field.toLowerCase() === name.trim().toLowerCase())
  if (!by) throw new WrongUsage('unknown-sort', { value: name }, { hint: choiceHint(name, sortableFields) })
  if (more.length > 0 || (order !== undefined && order !== 'asc' && order !== 'desc')) {
    throw new WrongUsage('unknown-order', { value: [order, ...more].join(':'), choices: `${by}:asc, ${by}:desc` })
  }
  const descending = order === undefined ? descendingFirst.includes(by) : order === 'desc'
  return { by, order: descending ? 'descending' : 'ascending' }
}

/** How many tickets at most; the hint says how to have them all. */
export function limitOption(hint: MessageKey) {
  return (value: string): number => {
    const limit = Number(value)
    if (/^\d+$/.test(value) && Number.isSafeInteger(limit) && limit > 0) return limit
    throw new WrongUsage('bad-limit', { value }, { hint: { key: hint } })
  }
}

/** The person's own words, as the list shows them, each with what a script says: «pris en charge (assigned)». */
function noneOf(
  candidates: Array<Nameable<string>>,
  unknown: UnknownChoice,
  value: string,
  others: readonly string[],
): WrongUsage {
  const words = candidates.map(({ keys: [word = ''], names: [name = word] }) => ({ word, name: name.toLowerCase() }))
  const choices = words.map(({ word, name }) => (name.replaceAll(' ', '-') === word ? word : `${name} (${word})`))
  const meant = new Set(words.flatMap(({ word, name }) => [name, word]))
  return new WrongUsage(unknown, { value }, { hint: choiceHint(value, [...choices, ...others], [...meant]) })
}
