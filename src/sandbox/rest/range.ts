import { textAt } from '../php-query.ts'
import { type Answer, type Call, documented } from './answer.ts'

/** A range of lines, both ends counted, from 0. */
export interface Range {
  first: number
  last: number
}

/** The range of lines that is asked for, both ends counted; the first 50 by default. */
export function rangeOf(call: Call): Range {
  const asked = textAt(call.query, 'range')
  if (asked === undefined) return { first: 0, last: 49 }
  const [, first, last] = /^(\d+)-(\d+)$/.exec(asked) ?? []
  if (first === undefined || last === undefined) throw documented(call, 'ERROR', 'rangeMalformed')
  return { first: Number(first), last: Number(last) }
}

/** Refuses a range that starts past the end; an empty list takes any (contract steps "… past the end", "… nothing found"). */
export function refusePastEnd(call: Call, { first, last }: Range, total: number): void {
  const isPast = first >= total || (call.site.configuration.refusesLongRanges && last >= total)
  if (total > 0 && isPast) throw documented(call, 'ERROR_RANGE_EXCEED_TOTAL', 'rangeExceeded', { total })
}

/** The answer for a page: 200 when it is the whole list, else 206; Content-Range unless it is empty. */
export function pageAnswer(json: unknown, { first, last }: Range, total: number): Answer {
  if (total === 0) return { status: 200, json }
  const end = Math.min(last, total - 1)
  return {
    status: end - first + 1 < total ? 206 : 200,
    json,
    headers: { 'Content-Range': `${first}-${end}/${total}`, 'Accept-Range': '990' },
  }
}
