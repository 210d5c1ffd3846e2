import * as z from 'zod/mini'
import { knownFields } from '../../itil/known-fields.ts'
import type { Person } from '../../itil/person.ts'
import type { Ticket, TicketDocument, TimelineEntry } from '../../itil/ticket.ts'
import { solutionStatus, taskState } from '../../itil/ticket-words.ts'
import { withoutMark } from '../html.ts'
import { largestAnswer } from '../http/transport.ts'
import { askRange, everyItem, isPastTheEnd } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, html, integer, parse, serverDate, unexpected } from '../wire.ts'
import { type AuthorAccess, learnAuthors, learnLogins, type Written } from './authors.ts'
import { isMine, type Names, nameOf, type Who, who } from './names.ts'
import { peopleOf } from './people.ts'
import type { TicketAccess } from './ticket.ts'
import { whereGiven } from './where-given.ts'

const common = { id: integer, users_id: who, content: html, date_creation: serverDate }

const followup = z.object({ ...common, date: serverDate, is_private: flag })
const task = z.object({
  ...common,
  ...{ date: serverDate, is_private: flag, state: integer, actiontime: integer },
  ...{ begin: z.optional(serverDate), end: z.optional(serverDate) },
  ...{ users_id_tech: z.optional(who), groups_id_tech: z.optional(who) },
})
const solution = z.object({
  ...common,
  status: integer,
  date_approval: z.optional(serverDate),
  users_id_approval: z.optional(who),
})

const kinds = ['document', 'followup', 'task', 'solution']

/** Everything that happened to a ticket, oldest first; what is private to technicians is left out. */
export async function readTimeline(access: AuthorAccess & TicketAccess, ticket: Ticket): Promise<TimelineEntry[]> {
  const { session, dates, names } = access
  const room = { bytes: largestAnswer }
  const list = (itemtype: string): Promise<unknown[]> =>
    everyItem(session, `Ticket/${ticket.id}/${itemtype}?get_hateoas=false`, room)
  const [followups, tasks, solutions] = await Promise.all([
    list('ITILFollowup'),
    list('TicketTask'),
    list('ITILSolution'),
  ])
  const rows = rowsIn({ followups, tasks, solutions })
  await learnAuthors(access, ticket.id, writtenIn(rows, ticket.documents))
  const { person } = await session.current()
  const reader = { person, readDate: await dates(), names }
  return [...entriesOf(rows, reader), ...ticket.documents.map((one) => documentEntry(one, reader))].sort(inOrder)
}

interface Rows {
  followups: Array<z.output<typeof followup>>
  tasks: Array<z.output<typeof task>>
  solutions: Array<z.output<typeof solution>>
}

/** What has an author. */
function writtenIn({ followups, tasks, solutions }: Rows, documents: TicketDocument[] = []): Written[] {
  return [
    ...followups.map(({ id, users_id }) => ({ itemtype: 'ITILFollowup' as const, id, people: [users_id] })),
    ...tasks.map(({ id, users_id, users_id_tech, groups_id_tech }) => ({
      ...{ itemtype: 'TicketTask' as const, id, people: [users_id, users_id_tech] },
      ...(groups_id_tech !== undefined && users_id_tech === undefined && { group: groups_id_tech }),
    })),
    ...solutions.map(({ id, users_id, users_id_approval }) => ({
      ...{ itemtype: 'ITILSolution' as const, id, people: [users_id, users_id_approval] },
    })),
    ...documents.map(({ id, authorId }) => ({ itemtype: 'Document_Item' as const, id, people: [authorId] })),
  ]
}

const newestFirst = 'order=DESC&get_hateoas=false'
/** The newest of one kind are asked for, and few: those of technicians alone are not shown. */
const newestOfAKind = 5

/**
 * What was written last on a ticket, documents aside, in two requests; one or two more where nothing named its author yet:
 * of a solved one it is the solution. Undefined when nothing was.
 */
export async function readNewest(
  { session, dates, names }: TicketAccess,
  ticket: Pick<Ticket, 'id' | 'status'>,
): Promise<TimelineEntry | undefined> {
  const rows = await newestRows(session, ticket)
  const { person } = await session.current()
  const reader = { person, readDate: await dates(), names }
  const newest = () => entriesOf(rows, reader).sort(inOrder).at(-1)
  if (!newest() || newest()?.author) return newest()
  await whereGiven(peopleOf(session, ticket.id, names))
  if (!newest()?.author) await learnLogins({ session, names }, ticket.id, writtenIn(rows))
  return newest()
}

async function newestRows(session: Session, { id, status }: Pick<Ticket, 'id' | 'status'>): Promise<Rows> {
  const newest = async (itemtype: string): Promise<unknown> => {
    const path = `Ticket/${id}/${itemtype}?${newestFirst}`
    const answer = await askRange(session, path, { first: 0, count: newestOfAKind })
    if (isPastTheEnd(answer)) return []
    if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
    return answer.json
  }
  if (status === 'solved' || status === 'closed') {
    const [last] = parse(z.array(solution), await newest('ITILSolution'), 'ITILSolution')
    return { followups: [], tasks: [], solutions: last ? [last] : [] }
  }
  const [followups, tasks] = await Promise.all([newest('ITILFollowup'), newest('TicketTask')])
  return rowsIn({ followups, tasks, solutions: [] })
}

/** What was written, without what technicians keep to themselves. */
function rowsIn({ followups, tasks, solutions }: Record<keyof Rows, unknown>): Rows {
  return {
    followups: parse(z.array(followup), followups, 'ITILFollowup').filter(isPublic),
    tasks: parse(z.array(task), tasks, 'TicketTask').filter(isPublic),
    solutions: parse(z.array(solution), solutions, 'ITILSolution'),
  }
}

function entriesOf({ followups, tasks, solutions }: Rows, reader: EntryReader): TimelineEntry[] {
  return [
    ...followups.map((one) => readFollowup(one, reader)),
    ...tasks.map((one) => readTask(one, reader)),
    ...solutions.map((one) => readSolution(one, reader)),
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
  names: Names
}

interface Common {
  id: number
  users_id: Who | undefined
  date?: string | null
  date_creation: string | null
}

function head(
  fields: Common,
  { person, readDate, names }: EntryReader,
): Pick<TimelineEntry, 'id' | 'date' | 'created' | 'author' | 'mine'> {
  const date = readDate(fields.date) ?? readDate(fields.date_creation)
  if (!date) throw unexpected('timeline', 'date')
  const created = readDate(fields.date_creation)
  return {
    id: fields.id,
    date,
    ...knownFields({ created, author: nameOf(fields.users_id, person, names) }),
    mine: isMine(fields.users_id, person),
  }
}

function readFollowup(fields: z.output<typeof followup>, reader: EntryReader): TimelineEntry {
  return { kind: 'followup', ...head(fields, reader), html: withoutMark(fields.content) }
}

function readTask(fields: z.output<typeof task>, reader: EntryReader): TimelineEntry {
  const { readDate, person, names } = reader
  const state = taskState(fields.state)
  if (!state) throw unexpected('TicketTask', `state ${fields.state}`)
  const by = nameOf(fields.users_id_tech, person, names) ?? groupOf(fields.groups_id_tech, names)
  return {
    kind: 'task',
    ...head(fields, reader),
    html: withoutMark(fields.content),
    state,
    timeSpent: fields.actiontime,
    ...knownFields({ begin: readDate(fields.begin), end: readDate(fields.end), by }),
  }
}

function groupOf(group: Who | undefined, { groups }: Names): string | undefined {
  return typeof group === 'number' ? groups.get(group) || undefined : group
}

function readSolution(fields: z.output<typeof solution>, reader: EntryReader): TimelineEntry {
  const { person, names } = reader
  const status = solutionStatus(fields.status)
  if (!status) throw unexpected('ITILSolution', `status ${fields.status}`)
  const answered = reader.readDate(fields.date_approval)
  const answeredBy = answered && nameOf(fields.users_id_approval, person, names)
  return {
    kind: 'solution',
    ...head(fields, reader),
    html: withoutMark(fields.content),
    status,
    ...knownFields({ answered, answeredBy }),
    ...(answered && isMine(fields.users_id_approval, person) && { answeredByMe: true as const }),
  }
}

function documentEntry(file: TicketDocument, { person, names }: EntryReader): TimelineEntry {
  const { id, added: date, fileName, mime, authorId } = file
  const author = file.author ?? nameOf(authorId, person, names)
  return { kind: 'document', id, date, ...(author && { author }), mine: author === person.name, fileName, mime }
}
