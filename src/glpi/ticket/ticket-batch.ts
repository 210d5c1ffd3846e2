import * as z from 'zod/mini'
import type { NewTicket } from '../../itil/ticket.ts'
import { plainSentence } from '../html.ts'
import { askRange, isPastTheEnd } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { html, integer, madeNumber, parse, unexpected } from '../wire.ts'
import { marksIn, ownOf } from './marked.ts'
import { newTicketInput } from './ticket.ts'
import { option, textQuery } from './ticket-criteria.ts'
import type { BatchOutcome } from './tickets.ts'

// Contract, «POST Ticket, several» and «POST Ticket, several, one refused».
const outcomes = z.array(
  z.object({ id: z.union([madeNumber, z.literal(false)]), message: z.optional(z.nullable(z.string())) }),
)

/**
 * Creates several tickets by one request; gives what became of each, in their order. Rejects with the platform's error
 * when the request as a whole failed.
 */
export async function createTickets(session: Session, requests: NewTicket[]): Promise<BatchOutcome[]> {
  const { person } = await session.current()
  const input = requests.map((request) => newTicketInput(request, person))
  const answer = await session.ask({ method: 'POST', path: 'Ticket', json: { input } })
  const listed = listOf(answer.status, answer.json)
  if (!listed) throw refused(answer)
  const read = parse(outcomes, listed, 'POST Ticket')
  if (read.length !== requests.length) throw unexpected('POST Ticket', String(read.length))
  return read.map(({ id, message }) => (id === false ? { refused: plainSentence(message ?? '') } : { id }))
}

/** The list of outcomes: bare when all were taken, behind a code when some (207) or all (400) were refused. */
function listOf(status: number, json: unknown): unknown {
  if (status === 201) return Array.isArray(json) ? json : [json]
  const isRefusal = ['ERROR_GLPI_PARTIAL_ADD', 'ERROR_GLPI_ADD'].includes(readRefusal(json).code)
  return isRefusal && Array.isArray(json) && Array.isArray(json[1]) ? json[1] : undefined
}

const rows = z.object({
  data: z.optional(z.array(z.object({ [option.id]: integer, [option.description]: html }))),
})

/**
 * The tickets that this account opened with a mark that begins so, by their whole marks, the oldest first; one search for
 * all of them, and a look at each that is not among those `made`. One that carries several such marks is none of them.
 */
export async function findTickets(
  session: Session,
  start: string,
  most: number,
  made: ReadonlySet<number>,
): Promise<Map<string, number[]>> {
  const query = textQuery(`ipeos:${start}`, [option.id, option.description])
  const answer = await askRange(session, `search/Ticket?${query}`, { first: 0, count: most })
  if (isPastTheEnd(answer)) return new Map()
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const marks = new Map<number, string>()
  for (const row of parse(rows, answer.json, 'search/Ticket').data ?? []) {
    const [mark, ...more] = marksIn(row[option.description]).filter((one) => one.startsWith(start))
    if (mark !== undefined && more.length === 0) marks.set(row[option.id], mark)
  }
  const found = new Map<string, number[]>()
  const ids = [...marks.keys()].sort((one, other) => one - other)
  for (const id of await ownOf(session, ids, (carried) => carried.some((mark) => mark.startsWith(start)), made)) {
    const mark = marks.get(id) ?? ''
    found.set(mark, [...(found.get(mark) ?? []), id])
  }
  return found
}
