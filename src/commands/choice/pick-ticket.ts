import type { Context } from '../../app/context.ts'
import { IpeosError } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import { ticketPages } from '../../glpi/ticket/every-ticket.ts'
import type { TicketSummary } from '../../itil/ticket.ts'
import type { TicketFilter } from '../../itil/ticket-query.ts'
import type { TicketStatus } from '../../itil/ticket-words.ts'
import { type Candidate, missing, pick } from './pick.ts'

const unsolved = ['new', 'assigned', 'planned', 'pending'] as const satisfies TicketStatus[]
const open = [...unsolved, 'solved'] as const satisfies TicketStatus[]

/** The tickets that a command can do something with, by its name. */
const fitting = {
  show: {},
  download: {},
  export: {},
  comment: { statuses: [...open] },
  attach: { statuses: [...open] },
  wait: { statuses: [...open] },
  accept: { awaitsMe: true },
  refuse: { awaitsMe: true },
  rate: { toRate: true },
  edit: { statuses: [...unsolved] },
  cancel: { statuses: [...unsolved] },
  close: { statuses: [...unsolved] },
  link: {},
  'link-other': {},
  unlink: {},
  observer: {},
  leave: { observed: true },
} as const satisfies Record<string, TicketFilter>

export type TicketVerb = keyof typeof fitting

/** What only those whom a ticket is about may do, not who observes it. */
const ofThoseConcerned: readonly TicketVerb[] = ['comment', 'attach', 'edit', 'cancel', 'close']

/** Of more, the number is asked for: a list of a hundred is long enough to look through. */
const mostOffered = 100
/** Those that changed since they were opened, of which it takes a request each to know whether somebody wrote. */
const mostLookedAt = 30

/**
 * The ticket that the person points at, of those that the command fits, the last changed first; undefined where there is
 * none, which is told. `asNumber` reads a number that is typed; `but` are not offered. Throws `WrongUsage` where nobody can
 * be asked.
 */
export async function pickTicket(
  verb: TicketVerb,
  asNumber: (typed: string) => number,
  context: Context,
  but: readonly number[] = [],
): Promise<number | undefined> {
  const { terminal, t } = context
  if (!terminal.interactive) throw missing('ticket', `ipeos ticket ${verb} 12`)
  const { tickets: found, total } = await terminal.during(t('list.loading'), ticketsFor(verb, context))
  const tickets = found.filter(({ id }) => !but.includes(id))
  if (tickets.length === 0) {
    terminal.note(`choice.no-ticket.${verb}`)
    return undefined
  }
  const other = total > mostOffered ? [{ name: t('choice.other-ticket'), value: 'other' as const }] : []
  const candidates = await ticketCandidates(tickets, context)
  const chosen = await pick<number | 'other'>(t(`choice.ticket.${verb}`), candidates, context, other)
  return chosen === 'other' ? askNumber(asNumber, context) : chosen
}

interface Fitting {
  tickets: TicketSummary[]
  /** How many there are, those that are not offered counted. */
  total: number
}

async function ticketsFor(verb: TicketVerb, { platform: connect, clock }: Context): Promise<Fitting> {
  const platform = await connect()
  const found: Fitting = { tickets: [], total: 0 }
  const { person } = await platform.session()
  const isOfThem = ofThoseConcerned.includes(verb) && person.interface !== 'central'
  const reading = { filter: fitting[verb], limit: mostOffered, ...(isOfThem && { withObserved: true }) }
  for await (const { tickets, total } of ticketPages(platform, reading, clock.now())) {
    found.tickets.push(...tickets.filter(({ observed }) => !isOfThem || !observed))
    found.total = total
  }
  if (!isOfThem || verb === 'comment' || verb === 'attach') return found
  return { ...found, tickets: await unwritten(found.tickets, platform) }
}

/** Requests at once. */
const lanes = 4

/** Those on which nobody wrote; one of which that cannot be told stays: the command itself says why it will not do. */
async function unwritten(tickets: TicketSummary[], platform: Platform): Promise<TicketSummary[]> {
  const written = new Set<number>()
  const doubtful = tickets.filter(({ opened, changed }) => opened.getTime() !== changed.getTime())
  const waiting = doubtful.slice(0, mostLookedAt)
  const lane = async (): Promise<void> => {
    for (let ticket = waiting.shift(); ticket; ticket = waiting.shift())
      if (await isWrittenOn(ticket, platform)) written.add(ticket.id)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return tickets.filter(({ id }) => !written.has(id))
}

async function isWrittenOn(ticket: TicketSummary, { tickets }: Platform): Promise<boolean> {
  try {
    const newest = await tickets.newest(ticket)
    return newest?.kind === 'followup' || newest?.kind === 'task'
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return false
  }
}

async function ticketCandidates(tickets: TicketSummary[], context: Context): Promise<Candidate<number>[]> {
  const { statusWord } = await import('../../views/word.ts')
  const dates = context.dates()
  return tickets.map(({ id, status, title, changed }) => ({
    value: id,
    number: `#${id}`,
    state: statusWord(status, context.t),
    title,
    age: dates.relative(changed),
  }))
}

async function askNumber(asNumber: (typed: string) => number, { prompts, t }: Context): Promise<number> {
  const read = (typed: string): true | string => {
    try {
      asNumber(typed)
      return true
    } catch (error) {
      if (error instanceof IpeosError) return t(error.text)
      throw error
    }
  }
  return asNumber(await prompts.input({ message: t('choice.ticket-number'), validate: read }))
}
