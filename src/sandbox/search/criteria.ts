import { folded } from '../folded.ts'
import { sanitize } from '../html-text.ts'
import { type PhpValues, partsAt, textAt } from '../php-query.ts'
import { type Call, documented } from '../rest/answer.ts'
import type { ServerTime } from '../server-time.ts'
import { comparisonOf } from './id-bound.ts'
import type { Raw, SearchOption, SearchTable } from './option.ts'

/** Whether an item, by its id, is looked for. */
export type Test = (id: number) => boolean

/**
 * The criteria of a search as one test. They are joined as in SQL: AND binds tighter than OR; `AND NOT` and `OR NOT`
 * turn the one that follows; a criterion may hold criteria of its own. An unknown field is refused.
 */
export function testOf(call: Call, table: SearchTable, values: PhpValues): Test {
  const alternatives: Test[][] = []
  for (const criterion of partsAt(values, 'criteria')) {
    if (typeof criterion === 'string') continue
    const link = (textAt(criterion, 'link') ?? 'AND').toUpperCase()
    const test = 'criteria' in criterion ? testOf(call, table, criterion) : leafTest(call, table, criterion)
    const turned: Test = link.endsWith('NOT') ? (id) => !test(id) : test
    const last = alternatives.at(-1)
    if (last && !link.startsWith('OR')) last.push(turned)
    else alternatives.push([turned])
  }
  if (alternatives.length === 0) return () => true
  return (id) => alternatives.some((tests) => tests.every((test) => test(id)))
}

function leafTest(call: Call, table: SearchTable, criterion: PhpValues): Test {
  const field = textAt(criterion, 'field') ?? 'view'
  const searchtype = textAt(criterion, 'searchtype') ?? 'contains'
  const value = textAt(criterion, 'value') ?? ''
  if (field === 'view' || field === 'all') {
    const options = [...table.options.values()].filter(({ datatype }) => datatype === 'text' || datatype === 'itemlink')
    return (id) => options.some((option) => contains(call, option, value)(id))
  }
  const option = table.options.get(Number(field))
  if (!option) throw documented(call, 'ERROR', 'fieldUnknown')
  const isForbidden = call.viewer.profile.interface === 'helpdesk' && table.notForCustomers?.has(option.id)
  if (isForbidden) throw documented(call, 'ERROR', 'fieldForbidden')
  return optionTest(call, option, searchtype, value)
}

function optionTest(call: Call, option: SearchOption, searchtype: string, value: string): Test {
  const not =
    (test: Test): Test =>
    (id) =>
      !test(id)
  switch (searchtype) {
    case 'equals':
      return equals(call, option, value)
    case 'notequals':
      return not(equals(call, option, value))
    case 'notcontains':
      return not(contains(call, option, value))
    case 'lessthan':
      return compares(call, option, value, (difference) => difference < 0)
    case 'morethan':
      return compares(call, option, value, (difference) => difference > 0)
    case 'under':
      return under(call, option, value)
    case 'notunder':
      return not(under(call, option, value))
    case 'empty':
      return (id) => isEmpty(option.raw(id, call.site))
    default:
      return contains(call, option, value)
  }
}

function equals({ site, viewer }: Call, option: SearchOption, value: string): Test {
  const { ids, word } = option
  const wanted = value === 'myself' ? viewer.user.id : Number(value)
  return (id) => {
    const byWord = word?.(id, value, site)
    if (byWord !== undefined) return byWord
    if (ids) return wanted === 0 ? !ids(id, site).some((one) => one > 0) : ids(id, site).includes(wanted)
    const raw = option.raw(id, site)
    if (typeof raw === 'number') return raw === wanted
    if (Array.isArray(raw)) return raw.includes(value)
    return (raw ?? '') === (option.datatype === 'datetime' ? momentOf(value, site.time) : value)
  }
}

function under({ site }: Call, option: SearchOption, value: string): Test {
  const { ids, isUnder } = option
  if (!ids || !isUnder) return () => false
  return (id) => ids(id, site).some((one) => isUnder(one, Number(value), site))
}

function compares({ site }: Call, option: SearchOption, value: string, holds: (difference: number) => boolean): Test {
  const limit = option.datatype === 'datetime' ? momentOf(value, site.time) : value
  return (id) => {
    const raw = option.raw(id, site)
    if (raw === null || Array.isArray(raw)) return false
    if (typeof raw === 'number') return holds(raw - Number(limit))
    return holds(raw < limit ? -1 : raw > limit ? 1 : 0)
  }
}

/** LIKE %value%, whatever the case and accents; `^` and `$` tie it to the start and the end; NULL is nothing. */
function contains({ site }: Call, option: SearchOption, value: string): Test {
  if (value.toUpperCase() === 'NULL') return (id) => isEmpty(option.raw(id, site))
  const isOfNumbers = option.datatype === 'number' || option.datatype === 'timestamp'
  const holds = isOfNumbers ? comparisonOf(value) : undefined
  if (holds) return (id) => holds(Number(option.raw(id, site)))
  const isNumber = isOfNumbers && /^\d+$/.test(value)
  const fromStart = value.startsWith('^')
  const toEnd = value.endsWith('$') && value.length > 1
  const wanted = folded(value.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined))
  // Elsewhere the stored form makes no difference.
  const isMarkup = /[&<>]/.test(value)
  return (id) => {
    if (isNumber) return option.raw(id, site) === Number(value)
    const text = textOf(option, id, site)
    const found = folded(isMarkup ? String(stored(option, text, site)) : text)
    if (fromStart && toEnd) return found === wanted
    return fromStart ? found.startsWith(wanted) : toEnd ? found.endsWith(wanted) : found.includes(wanted)
  }
}

/**
 * A value as its column holds it, in which GLPI 10 searches and which it gives, whatever header was sent: encoded but
 * for what stands between the names of a full one (contract steps "a search shows it", "place and items in a search").
 */
export function stored({ field }: SearchOption, raw: Raw, { version }: Call['site']): Raw {
  if (version !== '10.0') return raw
  if (Array.isArray(raw)) return raw.map((one) => one && sanitize(one))
  if (typeof raw !== 'string') return raw
  return field === 'completename' ? raw.split(' > ').map(sanitize).join(' > ') : sanitize(raw)
}

/** What an option says in words: for `contains` and for sorting. */
export function textOf(option: SearchOption, id: number, site: Call['site']): string {
  if (option.text) return option.text(id, site)
  const raw = option.raw(id, site)
  return Array.isArray(raw) ? raw.join('\n') : String(raw ?? '')
}

function isEmpty(raw: ReturnType<SearchOption['raw']>): boolean {
  return raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)
}

const UNITS: Readonly<Record<string, number>> = {
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
  WEEK: 7 * 86_400_000,
  MONTH: 30 * 86_400_000,
  YEAR: 365 * 86_400_000,
}

/** A date of a criterion: as it is, or told from now as GLPI does: `NOW`, `TODAY`, `-2WEEK`. */
function momentOf(value: string, time: ServerTime): string {
  const word = value.toUpperCase()
  if (word === 'NOW') return time.now()
  if (word === 'TODAY') return `${time.now().slice(0, 10)} 00:00:00`
  const [, count, unit] = /^(-?\d+)([A-Z]+)$/.exec(word) ?? []
  const length = UNITS[unit ?? '']
  if (count === undefined || length === undefined) return value.length === 16 ? `${value}:00` : value
  return time.format(time.instant().getTime() + Number(count) * length)
}
