import * as z from 'zod/mini'
import { knownFields } from '../../itil/known-fields.ts'
import type { Person } from '../../itil/person.ts'
import type { Ticket, TimelineEntry } from '../../itil/ticket.ts'
import { solutionStatus, taskState } from '../../itil/ticket-words.ts'
import { withoutMark } from '../html.ts'
import { largestAnswer } from '../http/transport.ts'
import { askRange, everyItem, isPastTheEnd } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, html, integer, parse, reference, serverDate, unexpected } from '../wire.ts'
import { displayName } from './ticket.ts'

const common = { id: integer, users_id: reference, content: html, date_creation: serverDate }

const followup = z.object({ ...common, date: serverDate, is_private: flag })
const task = z.object({ ...common, date: serverDate, is_private: flag, state: integer, actiontime: integer })
const solution = z.object({
  ...common,
  status: integer,
  date_approval: z.optional(serverDate),
  users_id_approval: z.optional(reference),
})

const kinds = ['document', 'followup', 'task', 'solution']

/** Everything that happened to a ticket, oldest first; what is private to technicians is left out. */
export async function readTimeline(
  session: Session,
  dates: () => Promise<DateReader>,
  ticket: Ticket,
): Promise<TimelineEntry[]> {
  const room = { bytes: largestAnswer }
  const list = (itemtype: string): Promise<unknown[]> =>
    everyItem(session, `Ticket/${ticket.id}/${itemtype}?expand_dropdowns=true&get_hateoas=false`, room)
  const [followups, tasks, solutions] = await Promise.all([
    list('ITILFollowup'),
    list('TicketTask'),
    list('ITILSolution'),
  ])
  const { person } = await session.current()
  const reader = { person, readDate: await dates() }
  return [
    ...publicEntries(followups, tasks, reader),
    ...parse(z.array(solution), solutions, 'ITILSolution').map((one) => readSolution(one, reader)),
    ...ticket.documents.map((one) => documentEntry(one, person)),
  ].sort(inOrder)
}

const newestFirst = 'order=DESC&expand_dropdowns=true&get_hateoas=false'
/** The newest of one kind are asked for, and few: those of technicians alone are not shown. */
const newestOfAKind = 5

/**
 * What was written last on a ticket, documents aside, in two requests at most: of a solved one it is the solution.
 * Undefined when nothing was.
 */
export async function readNewest(
  session: Session,
  dates: () => Promise<DateReader>,
  { id, status }: Pick<Ticket, 'id' | 'status'>,
): Promise<TimelineEntry | undefined> {
  const { person } = await session.current()
  const reader = { person, readDate: await dates() }
  const newest = async (itemtype: string): Promise<unknown> => {
    const answer = await askRange(session, `Ticket/${id}/${itemtype}?${newestFirst}`, {
      first: 0,
      count: newestOfAKind,
    })
    if (isPastTheEnd(answer)) return []
    if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
    return answer.json
  }
  if (status === 'solved' || status === 'closed') {
    const [last] = parse(z.array(solution), await newest('ITILSolution'), 'ITILSolution')
    return last && readSolution(last, reader)
  }
  const [followups, tasks] = await Promise.all([newest('ITILFollowup'), newest('TicketTask')])
  return publicEntries(followups, tasks, reader).sort(inOrder).at(-1)
}

/** What was written and what was done, without what technicians keep to themselves. */
function publicEntries(followups: unknown, tasks: unknown, reader: EntryReader): TimelineEntry[] {
  return [
    ...parse(z.array(followup), followups, 'ITILFollowup')
      .filter(isPublic)
      .map((one) => readFollowup(one, reader)),
    ...parse(z.array(task), tasks, 'TicketTask')
      .filter(isPublic)
      .map((one) => readTask(one, reader)),
  ]
}

function isPublic({ is_private }: { is_private: boolean }): boolean {
  return !is_private
}

function inOrder(a: TimelineEntry, b: TimelineEntry): number {
  return a.date.getTime() - b.date.getTime() || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id - b.id
}

interface EntryReader {
  person: Person
  readDate: DateReader
}

interface Common {
  id: number
  users_id: string | undefined
  date?: string | null
  date_creation: string | null
}

function head(
  fields: Common,
  { person, readDate }: EntryReader,
): Pick<TimelineEntry, 'id' | 'date' | 'created' | 'author' | 'mine'> {
  const date = readDate(fields.date) ?? readDate(fields.date_creation)
  if (!date) throw unexpected('timeline', 'date')
  const created = readDate(fields.date_creation)
  const author = displayName(fields.users_id, person)
  return {
    id: fields.id,
    date,
    ...knownFields({ created, author: author || undefined }),
    mine: fields.users_id === person.login,
  }
}

function readFollowup(fields: z.output<typeof followup>, reader: EntryReader): TimelineEntry {
  return { kind: 'followup', ...head(fields, reader), html: withoutMark(fields.content) }
}

function readTask(fields: z.output<typeof task>, reader: EntryReader): TimelineEntry {
  const state = taskState(fields.state)
  if (!state) throw unexpected('TicketTask', `state ${fields.state}`)
  return {
    kind: 'task',
    ...head(fields, reader),
    html: withoutMark(fields.content),
    state,
    timeSpent: fields.actiontime,
  }
}

function readSolution(fields: z.output<typeof solution>, reader: EntryReader): TimelineEntry {
  const status = solutionStatus(fields.status)
  if (!status) throw unexpected('ITILSolution', `status ${fields.status}`)
  const answered = reader.readDate(fields.date_approval)
  const answeredBy = answered && displayName(fields.users_id_approval, reader.person)
  return {
    kind: 'solution',
    ...head(fields, reader),
    html: withoutMark(fields.content),
    status,
    ...knownFields({ answered, answeredBy }),
    ...(answered && fields.users_id_approval === reader.person.login && { answeredByMe: true as const }),
  }
}

function documentEntry(file: Ticket['documents'][number], person: Person): TimelineEntry {
  const { id, added: date, author, fileName, mime } = file
  return { kind: 'document', id, date, ...(author && { author }), mine: author === person.name, fileName, mime }
}
