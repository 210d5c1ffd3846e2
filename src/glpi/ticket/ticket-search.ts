import * as z from 'zod/mini'
import { isPastTheEnd, totalOf } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader, ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { cell, parse, unexpected, whole } from '../wire.ts'
import { option, searchQuery, textQuery } from './ticket-criteria.ts'
import type { TicketPage, TicketQuery, TicketSummary } from './ticket-query.ts'
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'

/** One page of tickets, in one request. Past the end: no ticket, and how many there are. */
export async function searchTickets(
  session: Session,
  clock: () => Promise<ServerDates>,
  query: TicketQuery,
): Promise<TicketPage> {
  const dates = await clock()
  const { person } = await session.current()
  const path = `search/Ticket?${searchQuery(query, { write: dates.write, personId: person.id })}`
  const answer = await session.ask({ path })
  if (isPastTheEnd(answer)) return { tickets: [], total: totalOf(answer) ?? 0 }
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  // More than was asked for is not even looked at: a schema keeps a word about each row that is wrong.
  if (rowsOf(answer.json) > Math.max(query.count, 1)) throw unexpected(what, 'range')
  const { totalcount, data } = parse(found, answer.json, what)
  const rows: unknown[] = Array.isArray(data) ? data : Object.values(data ?? {})
  // One by one: what stands between a row and its ticket is then soon forgotten.
  return {
    tickets: rows.map((one) => summary(isPlainRow(one) ? one : parse(row, one, what), dates.read)),
    total: totalcount,
  }
}

function rowsOf(json: unknown): number {
  const data = typeof json === 'object' && json && 'data' in json ? json.data : []
  if (Array.isArray(data)) return data.length
  return typeof data === 'object' && data ? Object.keys(data).length : 0
}

const what = 'search/Ticket'

const numbers = z.object({ totalcount: whole, data: z.optional(z.array(z.object({ [option.id]: whole }))) })

/** The ticket whose description carries this mark; undefined for none, and for one that is in the trash. */
export async function findTicket(session: Session, mark: string): Promise<number | undefined> {
  // Without what stands around it: GLPI 10 keeps angle brackets encoded.
  const answer = await session.ask({ path: `search/Ticket?${textQuery(`ipeos:${mark}`)}` })
  if (isPastTheEnd(answer)) return undefined
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  return parse(numbers, answer.json, what).data?.[0]?.[option.id]
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
  [option.dueBy]: z.optional(z.nullable(z.string())),
  [option.takenAfter]: z.optional(z.nullable(whole)),
})

// `data` is absent when nothing was found (contract, «search Ticket, nothing found»).
// What it holds is looked at row by row.
const found = z.object({
  totalcount: whole,
  data: z.optional(z.custom<object>((data) => typeof data === 'object' && data !== null)),
})

type Row = z.output<typeof row>

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value)
const isWholeOrNone = (value: unknown): boolean => value === null || value === undefined || isWhole(value)
const isTextOrNone = (value: unknown): boolean => value === null || value === undefined || typeof value === 'string'
/** A name in which there is nothing to decode, and nothing to cut. */
const isName = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length < 500 && !/&[#a-z]/i.test(value)

/**
 * Whether a row is as almost all are: such that the schema would give it back as it is. Any other one is for the schema
 * to judge; of a hundred thousand rows, that alone would take half of the time. One by one: loops over the fields are
 * slower than all of the rest.
 */
export function isPlainRow(one: unknown): one is Row {
  if (typeof one !== 'object' || one === null) return false
  const values = one as Partial<Record<keyof Row, unknown>>
  const category = values[option.category]
  return (
    isName(values[option.title]) &&
    (category === null || category === undefined || isName(category)) &&
    typeof values[option.opened] === 'string' &&
    typeof values[option.changed] === 'string' &&
    isWhole(values[option.id]) &&
    isWhole(values[option.urgency]) &&
    isWhole(values[option.status]) &&
    isWholeOrNone(values[option.priority]) &&
    isWholeOrNone(values[option.type]) &&
    isWholeOrNone(values[option.takenAfter]) &&
    isTextOrNone(values[option.closed]) &&
    isTextOrNone(values[option.solved]) &&
    isTextOrNone(values[option.dueBy])
  )
}

function summary(values: z.output<typeof row>, readDate: DateReader): TicketSummary {
  const changed = readDate(values[option.changed]) ?? readDate(values[option.opened])
  if (!changed) throw unexpected(what, String(option.changed))
  const ticket: TicketSummary = {
    id: values[option.id],
    title: values[option.title] ?? '',
    status: knownStatus(values[option.status], what),
    urgency: knownUrgency(values[option.urgency], what),
    opened: readDate(values[option.opened]) ?? changed,
    changed,
  }
  const priority = knownPriority(values[option.priority])
  const type = knownType(values[option.type])
  const category = values[option.category]
  const [solved, closed] = [readDate(values[option.solved]), readDate(values[option.closed])]
  const dueBy = readDate(values[option.dueBy])
  // 0: nobody took it yet.
  const takenAfter = values[option.takenAfter]
  if (priority) ticket.priority = priority
  if (type) ticket.type = type
  if (category) ticket.category = category
  if (solved) ticket.solved = solved
  if (closed) ticket.closed = closed
  if (dueBy) ticket.dueBy = dueBy
  if (takenAfter) ticket.takenAfter = takenAfter
  return ticket
}
