import * as z from 'zod/mini'
import type { DateReader, ServerDates } from './clock.ts'
import { isPastTheEnd, totalOf } from './range.ts'
import { refused } from './refusal.ts'
import type { Session } from './session.ts'
import { option, searchQuery, textQuery } from './ticket-criteria.ts'
import type { TicketPage, TicketQuery, TicketSummary } from './ticket-query.ts'
import { knownPriority, knownStatus, knownType, knownUrgency } from './ticket-words.ts'
import { cell, parse, unexpected, whole } from './wire.ts'

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
  const rows = Array.isArray(data) ? data : Object.values(data ?? {})
  // One by one: what stands between a row and its ticket is then soon forgotten.
  return { tickets: rows.map((one) => summary(parse(row, one, what), dates.read)), total: totalcount }
}

function rowsOf(json: unknown): number {
  const data = typeof json === 'object' && json && 'data' in json ? json.data : []
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
const found = z.object({
  totalcount: whole,
  data: z.optional(z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())])),
})

function summary(values: z.output<typeof row>, readDate: DateReader): TicketSummary {
  const changed = readDate(values[option.changed]) ?? readDate(values[option.opened])
  if (!changed) throw unexpected(what, String(option.changed))
  const priority = knownPriority(values[option.priority])
  const type = knownType(values[option.type])
  const category = values[option.category]
  const solved = readDate(values[option.solved])
  const closed = readDate(values[option.closed])
  const dueBy = readDate(values[option.dueBy])
  const takenAfter = values[option.takenAfter]
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
    ...(dueBy && { dueBy }),
    // 0: nobody took it yet.
    ...(takenAfter && { takenAfter }),
    opened: readDate(values[option.opened]) ?? changed,
    changed,
  }
}
