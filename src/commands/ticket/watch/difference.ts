import type { Ticket, TimelineEntry } from '../../../itil/ticket.ts'
import type { TicketEvent } from '../../../itil/ticket-event.ts'
import type { TicketStatus } from '../../../itil/ticket-words.ts'

/** What was last seen of a ticket. */
export interface Seen {
  status: TicketStatus
  changed: Date
  /** Its entries by their keys, each with what may change of it; undefined for a ticket that was only seen in a list. */
  entries?: ReadonlyMap<string, string | undefined>
}

/** What tells an entry of a ticket from the others: numbers are given by kind. */
export function keyOf({ kind, id }: Pick<TimelineEntry, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/**
 * What may change of an entry: of a solution its status, of a task when it is planned, told from when it was written: where
 * the zone of all dates changes, nothing is planned anew.
 */
export function stateOf(entry: TimelineEntry): string | undefined {
  if (entry.kind === 'solution') return entry.status
  if (entry.kind !== 'task' || !entry.begin) return undefined
  const { date, created = date, begin, end = begin } = entry
  return [begin, end].map((moment) => moment.getTime() - created.getTime()).join(' ')
}

/** By equality alone: a date can go back when two people write at the same time. */
export function isSame(a: Pick<Seen, 'status' | 'changed'>, b: Pick<Seen, 'status' | 'changed'>): boolean {
  return a.status === b.status && a.changed.getTime() === b.changed.getTime()
}

interface Found {
  ticket: Ticket
  timeline: TimelineEntry[]
  /** What was written before this is never new, where dates decide; undefined: nothing was. */
  start: Date | undefined
  /** The highest number of each kind that was there at the start: what has none above it is never new either. */
  highest?: ReadonlyMap<TimelineEntry['kind'], number> | undefined
}

/** What happened between what was seen of a ticket (undefined: nothing) and what is found now, in order. */
export function eventsBetween(seen: Seen | undefined, { ticket, timeline, start, highest }: Found): TicketEvent[] {
  const head = { ticket: { id: ticket.id, title: ticket.title, status: ticket.status } }
  const fresh = timeline.filter((entry) => isNew(entry, seen, { start, highest }))
  const events = [
    ...(seen ? [] : [opening(ticket)]),
    ...fresh.map((entry) => ({ ...head, ...eventOf(entry) })),
    ...timeline.flatMap((entry) => (isReplanned(entry, seen) ? [{ ...head, ...plan(entry, ticket) }] : [])),
    ...timeline.flatMap((entry) => (isAnswered(entry, seen, start) ? [{ ...head, ...answer(entry) }] : [])),
    ...(seen && seen.status !== ticket.status
      ? [{ ...head, kind: 'status' as const, date: ticket.changed, from: seen.status, to: ticket.status }]
      : []),
  ]
  return events.sort((a, b) => a.date.getTime() - b.date.getTime())
}

function opening({ id, title, status, opened, requester, description }: Ticket): TicketEvent {
  const ticket = { id, title, status }
  return { ticket, kind: 'opened', date: opened, html: description, ...(requester && { author: requester }) }
}

/**
 * Dates only decide where there are no numbers to compare: on a ticket whose entries were never seen. A document may be
 * older than the ticket that it is put on.
 */
function isNew(entry: TimelineEntry, seen: Seen | undefined, { start, highest }: Pick<Found, 'start' | 'highest'>) {
  if (seen?.entries) return !seen.entries.has(keyOf(entry))
  const known = entry.kind === 'document' ? undefined : highest?.get(entry.kind)
  if (known !== undefined && entry.id <= known) return false
  return isAfter(entry.created ?? entry.date, seen, start)
}

/** On a ticket that was seen in a list, all up to its last change was there already; and on any, what is older than the start. */
function isAfter(date: Date, seen: Seen | undefined, start: Date | undefined): boolean {
  return (!seen || date > seen.changed) && (!start || date >= start)
}

type Solution = TimelineEntry & { kind: 'solution' }

function isAnswered(entry: TimelineEntry, seen: Seen | undefined, start: Date | undefined): entry is Solution {
  if (entry.kind !== 'solution' || (entry.status !== 'accepted' && entry.status !== 'refused')) return false
  if (seen?.entries) return seen.entries.get(keyOf(entry)) !== entry.status
  return isAfter(entry.answered ?? entry.created ?? entry.date, seen, start)
}

type Task = TimelineEntry & { kind: 'task' }

function isReplanned(entry: TimelineEntry, seen: Seen | undefined): entry is Task {
  if (entry.kind !== 'task' || !seen?.entries?.has(keyOf(entry))) return false
  return seen.entries.get(keyOf(entry)) !== stateOf(entry)
}

type EachWithoutTicket<Event> = Event extends unknown ? Omit<Event, 'ticket'> : never

function eventOf(entry: TimelineEntry): EachWithoutTicket<TicketEvent> {
  const { id, date, author, mine } = entry
  const head = { id, date, mine, ...(author && { author }) }
  if (entry.kind === 'document') return { ...head, kind: entry.kind, fileName: entry.fileName, mime: entry.mime }
  if (entry.kind === 'task') return { ...head, kind: entry.kind, html: entry.html, ...planOf(entry) }
  return { ...head, kind: entry.kind, html: entry.html }
}

/** GLPI tells no date of it but that of the ticket’s change. */
function plan(task: Task, { changed }: Ticket): EachWithoutTicket<TicketEvent> {
  return { id: task.id, kind: 'planned', date: changed, ...planOf(task) }
}

function planOf({ begin, end, by }: Task) {
  return { ...(begin && { begin }), ...(begin && end && { end }), ...(begin && by && { by }) }
}

function answer({ id, status, date, answered, answeredBy }: Solution): EachWithoutTicket<TicketEvent> {
  const kind = status === 'accepted' ? 'solution-accepted' : 'solution-refused'
  return { id, kind, date: answered ?? date, ...(answeredBy && { author: answeredBy }) }
}
