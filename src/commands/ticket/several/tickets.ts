import type { Argument } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import type { TicketVerb } from '../../choice/pick-ticket.ts'
import { ticketArgument, ticketNumber } from '../ticket-number.ts'

/** Numbers, each once; `-` stands for those that come on standard input. */
export type NamedTickets = readonly (number | '-')[]

/** What a command is to be run on. */
export interface Tickets {
  ids: number[]
  /** One was named: what comes of it is given by itself, not in a list of one. */
  isOne: boolean
}

/** Tickets as an argument of a command: `[tickets...]`. */
export function ticketsArgument(name: string, description: string): Argument {
  return ticketArgument(name, description).argParser(named)
}

function named(value: string, before: NamedTickets = []): NamedTickets {
  const one = value === '-' ? value : ticketNumber(value)
  return before.includes(one) ? before : [...before, one]
}

/**
 * The numbers that were named, standard input read; where none was, the one that the person points at of those that the
 * command fits: none where there is nothing to point at, which is told. Rejects with `WrongUsage` for a line that begins
 * with no number, and where nobody can be asked.
 */
export async function readTickets(named: NamedTickets, verb: TicketVerb, context: Context): Promise<Tickets> {
  if (named.length === 0) return pointedAt(verb, context)
  const { terminal } = context
  const given = named.includes('-') ? numbersIn(await terminal.readInput()) : []
  const ids = [...new Set(named.flatMap((one) => (one === '-' ? given : [one])))]
  if (ids.length === 0) terminal.note('tickets.none-came')
  return { ids, isOne: named.length === 1 && !named.includes('-') }
}

/** The same for a command that takes one; undefined where there is nothing to point at. */
export async function oneTicket(
  named: number | undefined,
  verb: TicketVerb,
  context: Context,
): Promise<number | undefined> {
  if (named !== undefined) return named
  const { pickTicket } = await import('../../choice/pick-ticket.ts')
  return pickTicket(verb, ticketNumber, context)
}

async function pointedAt(verb: TicketVerb, context: Context): Promise<Tickets> {
  const id = await oneTicket(undefined, verb, context)
  return id === undefined ? { ids: [], isOne: false } : { ids: [id], isOne: true }
}

/** One a line, as `ticket list` and its formats give them; or a list of JSON. */
function numbersIn(text: string): number[] {
  const list = text.trimStart().startsWith('[') ? parseJson(text) : undefined
  if (Array.isArray(list)) return list.map((item, place) => numberOf(item, place))
  const lines = text.split('\n').map((line) => line.trim())
  return lines.flatMap((line, place) => (line === '' ? [] : [numberOf(fromLine(line), place)]))
}

function fromLine(line: string): unknown {
  return line.startsWith('{') ? parseJson(line) : line.split('\t')[0]
}

/** `id` in a list of tickets, `ticket` in what was sent to them. */
function numberOf(item: unknown, place: number): number {
  const { id, ticket = id } =
    typeof item === 'object' && item ? (item as { id?: unknown; ticket?: unknown }) : { id: item }
  try {
    return ticketNumber(String(ticket))
  } catch (cause) {
    const shown = typeof item === 'string' ? item : JSON.stringify(item)
    throw new WrongUsage('input-not-tickets', { line: place + 1, value: String(shown).slice(0, 80) }, { cause })
  }
}
