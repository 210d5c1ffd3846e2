import { Unreachable } from '../errors/error.ts'
import type { Answer } from './http/http.ts'
import { headerOf, hostOf, largestAnswer, tooBig } from './http/transport.ts'
import { readRefusal, refused } from './refusal.ts'
import type { Call } from './session/call.ts'
import type { Session } from './session/session.ts'
import { unexpected } from './wire.ts'

const itemsPerPage = 200
/** A list that goes on for longer never ends; no list of GLPI that a customer may read comes near. */
const mostPages = 100
/** Milliseconds for all pages together. */
const patience = 5 * 60_000

/** True when a range starts past the end: the end of the list, not a failure (GLPI.md, «v1 — lists»). */
export function isPastTheEnd(answer: Pick<Answer, 'status' | 'json'>): boolean {
  return answer.status === 400 && readRefusal(answer.json).code === 'ERROR_RANGE_EXCEED_TOTAL'
}

interface Ranged extends Pick<Call, 'once' | 'rows'> {
  first: number
  count: number
}

/**
 * Asks for so many of a list, from the one at `first` on; `path` may already have a query. A server may refuse a range
 * that only ends beyond the list; its sentence says how many there are, and it is asked again up to there. What is past
 * the end is answered as that; any other answer, of whatever status, as it comes. Rejects when a range within is refused.
 */
export async function askRange(session: Session, path: string, { first, count, ...how }: Ranged): Promise<Answer> {
  const ask = (last: number): Promise<Answer> =>
    session.ask({ path: `${path}${path.includes('?') ? '&' : '?'}range=${first}-${last}`, ...how })
  const wanted = first + Math.max(count, 1) - 1
  const answer = await ask(wanted)
  const last = lastWithin(answer, first)
  if (last === undefined) return answer
  if (last >= wanted) throw refused(answer)
  const again = await ask(last)
  if (isPastTheEnd(again)) throw refused(again)
  return again
}

/** The last of a list, where a range that begins within it was refused; undefined for any other answer. */
export function lastWithin(answer: Pick<Answer, 'status' | 'json' | 'headers'>, first: number): number | undefined {
  const total = isPastTheEnd(answer) ? totalOf(answer) : undefined
  return total !== undefined && total > first ? total - 1 : undefined
}

/** How many there are: from Content-Range, or from the sentence of a range past the end; undefined when unsaid. */
export function totalOf(answer: Pick<Answer, 'status' | 'json' | 'headers'>): number | undefined {
  if (isPastTheEnd(answer)) return numberIn(/(\d+)\D*$/.exec(readRefusal(answer.json).message)?.[1])
  return numberIn(/\/(\d+)\s*$/.exec(headerOf(answer, 'content-range'))?.[1])
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** How many bytes may still come, of one list or of several together. */
export interface Room {
  bytes: number
}

/**
 * Every item of a list of the API, page after page; `path` may already have a query. Rejects with `Unreachable` when
 * the list never ends, or has no `room`: as a whole, lists are no larger than one answer may be.
 */
export async function everyItem(
  session: Session,
  path: string,
  room: Room = { bytes: largestAnswer },
): Promise<unknown[]> {
  const deadline = performance.now() + patience
  const seen = new Set<unknown>()
  let items: unknown[] = []
  for (let page = 0; page < mostPages && performance.now() < deadline; page += 1) {
    const answer = await askPage(session, path, items.length)
    room.bytes -= answer.size
    if (room.bytes < 0) throw tooBig(answer.url, largestAnswer)
    if (answer.items.length === 0) return items
    if (answer.items.length > mostItems || !bringsNew(answer.items, seen)) break
    items = items.concat(answer.items)
    if (items.length >= (answer.total ?? 0)) return items
  }
  throw new Unreachable('endless-list', { host: hostOf((await session.current()).rootUrl) })
}

interface Page {
  items: unknown[]
  total: number | undefined
  url: string
  size: number
}

async function askPage(session: Session, path: string, first: number): Promise<Page> {
  const answer = await askRange(session, path, { first, count: itemsPerPage })
  const { url, size, json } = answer
  if (isPastTheEnd(answer)) return { items: [], total: totalOf(answer), url, size }
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  if (!Array.isArray(json)) throw unexpected(path.replace(/\?[\s\S]*/, ''), '—')
  return { items: json, total: totalOf(answer), url, size }
}

/** In one page: of a server that does not look at the range. */
const mostItems = mostPages * itemsPerPage

/** Whether a page has an item that no page before had: a server that gives the same page again and again ends nothing. */
function bringsNew(page: unknown[], seen: Set<unknown>): boolean {
  const before = seen.size
  for (const item of page) seen.add(typeof item === 'object' && item && 'id' in item ? item.id : item)
  return seen.size > before
}
