import type { Context } from '../../../app/context.ts'
import { Failed, IpeosError, NotAllowed, NotFound, Unreachable } from '../../../errors/error.ts'
import { askedPause } from '../../../glpi/http/retry-after.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { ticketPages } from '../../../glpi/ticket/every-ticket.ts'
import type { Ticket, TimelineEntry } from '../../../itil/ticket.ts'
import type { TicketEvent } from '../../../itil/ticket-event.ts'
import { type LeftOut, leftOutError } from '../../left-out.ts'
import { type Row, Watcher } from './watcher.ts'

export interface FollowOptions {
  /** These tickets; without them, all that there are. */
  ticketIds?: readonly number[] | undefined
  /** Milliseconds between two looks when something happens. */
  interval: number
  /** Gives up waiting. */
  signal?: AbortSignal
  /** Told of each look at the platform that went well. */
  onLook?(): void
  /** Told of one of the tickets that cannot be read, or not any more: the others are followed. Without it, it is an error. */
  onLost?(id: number, error: IpeosError): void
}

export interface Followed {
  /** Those that were named, as they are at the start. */
  tickets: Ticket[]
  /** Each ticket that may hold something new, look after look, for ever. */
  sightings: AsyncGenerator<Sighting>
}

/** A ticket that was looked at, and what was new of it. */
export interface Sighting {
  ticket: Ticket
  events: TicketEvent[]
}

const mostTickets = 100_000
/** Now and then all tickets are looked at: should the server's clock have been set back, their dates say nothing. */
const fullLook = 60 * 60_000

/**
 * Takes what there is, and follows what comes from then on: nothing of it is missed, and nothing told twice. What fails
 * on the way is told once, and tried again; at the start it is an error.
 */
export async function follow(options: FollowOptions, context: Context): Promise<Followed> {
  const following = {
    platform: await context.platform({ askAgain: false }),
    clock: context.clock,
    watcher: new Watcher(),
    left: options.ticketIds && new Set(options.ticketIds),
    onLost: options.onLost,
    warn: leftOutTeller(context),
  }
  return { tickets: await begin(following), sightings: looks(following, options, context) }
}

async function* looks(
  following: Following,
  { interval, signal, onLook }: FollowOptions,
  context: Context,
): AsyncGenerator<Sighting> {
  let idle = 0
  let sinceFull = 0
  const trouble = troubleTeller(context)
  for (;;) {
    const wait = pause({ interval, idle, failed: trouble.failed, retryAfter: trouble.retryAfter }, context.random())
    await context.sleep(wait, signal)
    sinceFull += wait
    try {
      let found = false
      for await (const sighting of look(following, sinceFull >= fullLook)) {
        found ||= sighting.events.length > 0
        yield sighting
      }
      idle = found ? 0 : idle + 1
      if (sinceFull >= fullLook) sinceFull = 0
      trouble.over()
      onLook?.()
    } catch (error) {
      trouble.met(error)
    }
  }
}

interface Following {
  platform: Platform
  clock: Context['clock']
  watcher: Watcher
  /** Of those that were named; undefined: all. */
  left: Set<number> | undefined
  onLost: FollowOptions['onLost']
  /** Told of those that the platform fails to list. */
  warn(leftOut: LeftOut): void
}

/** Takes what there is, telling nothing of it; gives the tickets that were named. */
async function begin(following: Following): Promise<Ticket[]> {
  const { watcher, left } = following
  if (!left) {
    await beginAll(following)
    return []
  }
  const taken: Ticket[] = []
  for (const id of left) {
    const found = await readIfThere(following, id)
    if (!found) continue
    watcher.take(found.ticket, found.timeline)
    taken.push(found.ticket)
  }
  return taken
}

/** Tickets that are read at once. */
const atOnce = 4

async function beginAll(following: Following): Promise<void> {
  const { platform, watcher } = following
  // What happens from here on is told, however long it takes to read what there is.
  const [latest] = (await platform.tickets.rows({ first: 0, count: 1 })).pieces
  const ids = watcher.begin(await everyTicket(following), latest?.[0]?.changed).values()
  const takeSome = async (): Promise<void> => {
    for (const id of ids) {
      const found = await readIfThere(following, id)
      if (found) watcher.take(found.ticket, found.timeline)
      refuseTooMuch(watcher)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeSome))
}

/** What is known of all tickets has no end, where the platform has none. */
function refuseTooMuch(watcher: Watcher): void {
  if (watcher.isFull) throw new Failed('too-much-to-watch')
}

/** One look: a list of what changed, one request, then the tickets that did. */
async function* look(following: Following, all: boolean): AsyncGenerator<Sighting> {
  const { watcher, left } = following
  const rows = left ? await rowsOf(left, following) : await changedTickets(following, all)
  const listed = new Set(rows.map(({ id }) => id))
  // One that is not listed any more: reading it says what became of it.
  const unlisted = [...(left ?? [])].filter((id) => !listed.has(id))
  for (const id of new Set([...unlisted, ...watcher.toRead(rows)])) {
    const found = await readIfThere(following, id)
    if (found) yield { ticket: found.ticket, events: watcher.learn(found.ticket, found.timeline) }
    else watcher.lose(id)
    refuseTooMuch(watcher)
  }
  watcher.endRound(rows)
}

/** Where all dates seem to have moved, the platform is asked for its clock, and for all tickets. */
async function changedTickets(following: Following, all: boolean): Promise<Row[]> {
  const { platform, watcher } = following
  const rows = await everyTicket(following, all ? undefined : watcher.since)
  if (!watcher.seemsMoved(rows)) return rows
  await platform.readClock()
  const every = await everyTicket(following)
  watcher.move(every)
  return every
}

interface Found {
  ticket: Ticket
  timeline: TimelineEntry[]
}

async function read(platform: Platform, id: number): Promise<Found> {
  const ticket = await platform.tickets.get(id)
  return { ticket, timeline: await platform.tickets.timeline(ticket) }
}

async function rowsOf(ids: Iterable<number>, { platform }: Following): Promise<Row[]> {
  const rows: Row[] = []
  for (const id of ids) rows.push(...(await platform.tickets.list({ id, first: 0, count: 1 })).tickets)
  return rows
}

async function readIfThere({ platform, left, onLost }: Following, id: number): Promise<Found | undefined> {
  try {
    return await read(platform, id)
  } catch (error) {
    if (!isGone(error) || (left && !onLost)) throw error
    if (left?.delete(id)) onLost?.(id, error)
    return undefined
  }
}

/** It may go away between the list and the reading, or half-way through that. */
function isGone(error: unknown): error is IpeosError {
  return error instanceof NotFound || (error instanceof NotAllowed && error.code === 'not-allowed')
}

/** All tickets, or those changed since, by number. */
async function everyTicket({ platform, clock, warn }: Following, changedSince?: Date): Promise<Row[]> {
  const sort = { by: 'id', order: 'descending' } as const
  const reading = { filter: changedSince ? { changedSince } : {}, sort }
  const found: Row[] = []
  for await (const { tickets, total, leftOut } of ticketPages(platform, reading, clock.now())) {
    if (total > mostTickets || found.length > mostTickets) throw new Failed('too-many-tickets', { count: mostTickets })
    // Nothing else of them is kept: a title may be long.
    for (const { id, status, opened, changed } of tickets) found.push({ id, status, opened, changed })
    if (leftOut) warn(leftOut)
  }
  return found
}

/** Tells of each of these tickets once. */
function leftOutTeller({ terminal, t }: Context): Following['warn'] {
  const told = new Set<number | undefined>()
  return (leftOut) => {
    const untold = leftOut.filter((id) => !told.has(id))
    for (const id of untold) told.add(id)
    if (untold.length > 0) terminal.warn('watch.left-out', { reason: t(leftOutError(untold).text) })
  }
}

/** What goes wrong, told once until it goes well again. */
function troubleTeller({ terminal, t }: Context) {
  const trouble = {
    failed: 0,
    retryAfter: 0,
    met(error: unknown): void {
      if (!(error instanceof IpeosError) || !passes(error)) throw error
      trouble.failed += 1
      trouble.retryAfter = askedPause(error)
      if (trouble.failed === 1) terminal.warn('watch.trouble', { reason: t(error.text) })
    },
    over(): void {
      if (trouble.failed > 0) terminal.note('watch.back')
      trouble.failed = 0
      trouble.retryAfter = 0
    },
  }
  return trouble
}

/** What may be over in a while: a network that is away or another one (its address refused), a platform in trouble. */
function passes(error: IpeosError): boolean {
  if (error instanceof Failed) return error.code !== 'too-many-tickets' && error.code !== 'too-much-to-watch'
  return error instanceof Unreachable || error.code === 'address-refused'
}

const minute = 60_000
/** A server that asks for more than this is looked at all the same: it may have meant something else. */
const longestPatience = 60 * minute
const longestOutage = 2 * minute
const laziest = 4

/** How the last looks went. */
interface Pace {
  /** Milliseconds between two looks, when something happens. */
  interval: number
  /** Looks in a row that found nothing. */
  idle: number
  /** Looks in a row that failed. */
  failed: number
  /** What the platform asked for, in milliseconds. */
  retryAfter?: number | undefined
}

/**
 * Milliseconds until the next look: longer when nothing happens (up to four times the interval) or when looks fail (up
 * to two minutes, unless the platform asks for more), and never quite the same, so that those who watch do not all come
 * at once. `random` is between 0 and 1.
 */
export function pause({ interval, idle, failed, retryAfter = 0 }: Pace, random: number): number {
  const usual = Math.min(interval * 1.1 ** idle, interval * laziest)
  const patient = Math.min(interval * 2 ** failed, Math.max(interval, longestOutage))
  const wait = (failed > 0 ? patient : usual) * (0.9 + 0.2 * random)
  return Math.round(Math.max(wait, Math.min(retryAfter, longestPatience) * (1 + 0.1 * random)))
}
