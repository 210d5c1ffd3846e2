import type { Argument } from 'commander'
import type { Context } from '../../../app/context.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import { ticketArgument, ticketNumber } from '../ticket-number.ts'

/** Numbers, each once; `-` stands for those that come on standard input. */
export type NamedTickets = readonly (number | '-')[]

/** What a command is to be run on. */
export interface Tickets {
  ids: number[]
  /** One was named: what comes of it is given by itself, not in a list of one. */
  isOne: boolean
}

/** Tickets as an argument of a command: `<tickets...>`. */
export function ticketsArgument(name: string, description: string): Argument {
  return ticketArgument(name, description).argParser(named)
}

function named(value: string, before: NamedTickets = []): NamedTickets {
  const one = value === '-' ? value : ticketNumber(value)
  return before.includes(one) ? before : [...before, one]
}

/** The numbers that were named, standard input read. Rejects with `WrongUsage` for a line that begins with none. */
export async function readTickets(named: NamedTickets, { terminal }: Pick<Context, 'terminal'>): Promise<Tickets> {
  const given = named.includes('-') ? numbersIn(await terminal.readInput()) : []
  const ids = [...new Set(named.flatMap((one) => (one === '-' ? given : [one])))]
  if (ids.length === 0) terminal.note('tickets.none-came')
  return { ids, isOne: named.length === 1 && !named.includes('-') }
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
