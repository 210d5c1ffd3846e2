import * as z from 'zod/mini'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketPage, TicketQuery, TicketRows } from '../../itil/ticket-query.ts'
import { asTyped } from '../as-typed.ts'
import { JsonRows } from '../http/json.ts'
import { soundJson } from '../http/transport.ts'
import { askRange, isPastTheEnd, totalOf } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader, ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { cellOf, integer, integerOf, parse, unexpected } from '../wire.ts'
import { ownOf } from './marked.ts'
import { option, searchQuery, textQuery } from './ticket-criteria.ts'
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'

/** One page of tickets, in one request. Past the end: no ticket, and how many there are. */
export async function searchTickets(
  session: Session,
  clock: () => Promise<ServerDates>,
  query: TicketQuery,
): Promise<TicketPage> {
  const { pieces, total } = await searchRows(session, clock, query)
  return { tickets: [...pieces].flat(), total }
}

/** The same, its tickets made as they are taken: taking rejects as `ticketOf` does. */
export async function searchRows(
  session: Session,
  clock: () => Promise<ServerDates>,
  query: TicketQuery,
  { once = false }: { once?: boolean } = {},
): Promise<TicketRows> {
  const { read, write } = await clock()
  const { person, glpiVersion } = await session.current()
  const path = `search/Ticket?${searchQuery(query, { write, personId: person.id, glpiVersion })}`
  const answer = await askRange(session, path, { first: query.first, count: query.count, once, rows: 'data' })
  if (isPastTheEnd(answer)) return { pieces: [], count: 0, total: totalOf(answer) ?? 0 }
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const { totalcount, data } = parse(found, answer.json, what)
  const rows = data instanceof JsonRows ? data : Object.values(data ?? {})
  // More than was asked for is not even looked at.
  if (rows.length > Math.max(query.count, 1)) throw unexpected(what, 'range')
  const pieces = rows instanceof JsonRows ? made(rows, answer.url, glpiVersion) : [rows]
  const observer = query.withObserved ? person.id : undefined
  return { pieces: ticketsOf(pieces, read, observer), count: rows.length, total: totalcount }
}

/** Tickets that are made at once: of a large page, most are text until somebody wants them. */
const atOnce = 250

/** The rows of a page as objects, with their texts as they were typed. */
function* made(rows: JsonRows, url: string, glpiVersion: string): Generator<unknown[]> {
  const pieces = rows.some(atOnce)
  for (;;) {
    const piece = soundJson(url, () => pieces.next())
    if (piece.done) return
    asTyped(piece.value, glpiVersion)
    yield piece.value
  }
}

/** `observer`: who asks for what they observe. */
function* ticketsOf(
  pieces: Iterable<unknown[]>,
  read: DateReader,
  observer: number | undefined,
): Generator<TicketSummary[]> {
  for (const piece of pieces)
    yield piece.map((row) => {
      const ticket = ticketOf(row, read)
      if (observer !== undefined && observes(observer, row)) ticket.observed = true
      return ticket
    })
}

/** Among the observers, and not among those it is for; contract, «observers in a search: numbers, full names in markup». */
function observes(user: number, row: unknown): boolean {
  const values = row as Partial<Record<number, unknown>>
  const isIn = (cell: unknown): boolean => [cell].flat().some((one) => integerOf(one) === user)
  return isIn(values[option.observer]) && !isIn(values[option.requester])
}

/** The first ticket of a page, and the page with it. */
export function withFirst(rows: TicketRows): { first: TicketSummary | undefined; rows: TicketRows } {
  const pieces = rows.pieces[Symbol.iterator]()
  const { value: piece = [], done } = pieces.next()
  const all = function* (): Generator<TicketSummary[]> {
    if (!done) yield piece
    for (let next = pieces.next(); !next.done; next = pieces.next()) yield next.value
  }
  return { first: piece[0], rows: { ...rows, pieces: all() } }
}

/** The numbers of the same tickets; asked once, for what else a row holds may be more than the platform can make. */
export async function searchNumbers(
  session: Session,
  clock: () => Promise<ServerDates>,
  query: TicketQuery,
): Promise<number[]> {
  const { write } = await clock()
  const { person, glpiVersion } = await session.current()
  const path = `search/Ticket?${searchQuery(query, { write, personId: person.id, glpiVersion }, ['id'])}`
  const answer = await askRange(session, path, { first: query.first, count: query.count, once: true })
  if (isPastTheEnd(answer)) return []
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  return (parse(numbers, answer.json, what).data ?? []).map((row) => row[option.id])
}

const what = 'search/Ticket'

const numbers = z.object({ totalcount: integer, data: z.optional(z.array(z.object({ [option.id]: integer }))) })

/** Of one mark more are never looked at: something on the way sent a request again and again. */
const mostTwins = 20

/**
 * The tickets that this account opened with this mark, the oldest first; not those that are in the trash. `made` is one
 * that the platform named in its answer.
 */
export async function ticketsOfMark(session: Session, mark: string, made?: number): Promise<number[]> {
  // Without what stands around it: GLPI 10 keeps angle brackets encoded.
  const answer = await askRange(session, `search/Ticket?${textQuery(`ipeos:${mark}`)}`, { first: 0, count: mostTwins })
  if (isPastTheEnd(answer)) return []
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const rows = parse(numbers, answer.json, what).data ?? []
  const ids = rows.map((row) => row[option.id]).sort((one, other) => one - other)
  return ownOf(session, ids, (marks) => marks.includes(mark), new Set(made === undefined ? [] : [made]))
}

// `data` is absent when nothing was found (contract, «search Ticket, nothing found»).
// What it holds is looked at row by row.
const found = z.object({
  totalcount: integer,
  data: z.optional(z.custom<object>((data) => typeof data === 'object' && data !== null)),
})

/**
 * A row as a ticket; its keys are the numbers of search options. Rejects with `Failed`, naming the field, when something
 * relied upon is missing or of another kind. By hand: of a hundred thousand rows, a schema would take half of the time.
 */
export function ticketOf(row: unknown, readDate: DateReader): TicketSummary {
  const values = (typeof row === 'object' && row ? row : {}) as Partial<Record<number, unknown>>
  const field = <Value>(number: number, read: (value: unknown) => Value | undefined): Value => {
    const value = read(values[number])
    if (value === undefined) throw unexpected(what, String(number))
    return value
  }
  const optional = <Value>(number: number, read: (value: unknown) => Value | undefined): Value | undefined => {
    const value = values[number]
    return value === null || value === undefined ? undefined : field(number, read)
  }
  const dates = { opened: field(option.opened, textOrNull), changed: field(option.changed, textOrNull) }
  const changed = readDate(dates.changed) ?? readDate(dates.opened)
  if (!changed) throw unexpected(what, String(option.changed))
  const ticket: TicketSummary = {
    id: field(option.id, integerOf),
    title: field(option.title, cellOf),
    status: knownStatus(field(option.status, integerOf), what),
    urgency: knownUrgency(field(option.urgency, integerOf), what),
    opened: readDate(dates.opened) ?? changed,
    changed,
  }
  const priority = knownPriority(optional(option.priority, integerOf))
  const type = knownType(optional(option.type, integerOf))
  const category = optional(option.category, cellOf)
  const solved = readDate(optional(option.solved, textOrNull))
  const closed = readDate(optional(option.closed, textOrNull))
  const dueBy = readDate(optional(option.dueBy, textOrNull))
  // 0: nobody took it yet.
  const takenAfter = optional(option.takenAfter, integerOf)
  const begun = readDate(optional(option.surveyBegun, textOrNull))
  const answered = readDate(optional(option.surveyAnswered, textOrNull))
  const mark = optional(option.surveyMark, integerOf)
  if (priority) ticket.priority = priority
  if (type) ticket.type = type
  if (category) ticket.category = category
  if (solved) ticket.solved = solved
  if (closed) ticket.closed = closed
  if (dueBy) ticket.dueBy = dueBy
  if (takenAfter) ticket.takenAfter = takenAfter
  if (begun || answered || mark !== undefined) {
    ticket.surveyState = { ...(begun && { begun }), ...(answered && { answered }), ...(mark !== undefined && { mark }) }
  }
  return ticket
}

function textOrNull(value: unknown): string | null | undefined {
  return value === null || typeof value === 'string' ? value : undefined
}
