import type { Dates } from '../../dates/dates.ts'
import { type ImageInText, withImageWords } from '../../glpi/ticket/text-images.ts'
import { approvalStatuses } from '../../itil/approval.ts'
import { plannedOn } from '../../itil/planned.ts'
import type { Survey } from '../../itil/survey.ts'
import type { ShownTicket, TimelineEntry, Waiting } from '../../itil/ticket.ts'
import { actionsOn, ticketActions } from '../../itil/ticket-action.ts'
import { linkRelations } from '../../itil/ticket-link.ts'
import { solutionStatuses, taskStates, ticketStatuses } from '../../itil/ticket-words.ts'
import {
  bool,
  type FieldSchema,
  integer,
  isoOf,
  listOf,
  maybe,
  moment,
  object,
  oneOf,
  type RecordOf,
  seconds,
  shape,
  text,
  type ValuesOf,
} from '../shape.ts'
import { commonFields, commonRecord, isOverdue } from './ticket.ts'

const kind = oneOf(['followup', 'task', 'solution', 'document'])
/** What each entry has. */
const always = { kind, id: integer, date: moment, mine: bool }
const entryFields = {
  kind,
  id: integer,
  date: moment,
  author: maybe(text),
  mine: bool,
  text,
  html: text,
  state: oneOf(taskStates),
  timeSpent: seconds,
  status: oneOf(solutionStatuses),
  answered: maybe(moment),
  answeredBy: maybe(text),
  fileName: text,
  mime: text,
  textLeftOut: integer,
  begin: maybe(moment),
  end: maybe(moment),
  by: maybe(text),
}
type EntryRecord = ValuesOf<typeof always> & Partial<ValuesOf<typeof entryFields>>
const entry: FieldSchema<EntryRecord> = { ...object(entryFields), required: Object.keys(always) }

/** An image that stands in a text is one of them: its number there, and 0 for the document where its bytes stand there too. */
const documentFields = {
  ...{ id: integer, fileName: text, mime: text, added: moment, author: maybe(text) },
  ...{ inline: bool, image: maybe(integer), size: maybe(integer) },
}

/** Who has a part in it, when something is to happen, and what it is tied to. */
const aroundFields = {
  technicians: listOf(text),
  groups: listOf(text),
  observerGroups: listOf(text),
  takeBy: maybe(moment),
  takeLevel: maybe(text),
  solveLevel: maybe(text),
  overdue: bool,
  planned: listOf(
    object({ id: integer, begin: moment, end: maybe(moment), by: maybe(text), state: oneOf(taskStates) }),
  ),
  waiting: maybe(
    object({
      reason: maybe(text),
      reminder: maybe(moment),
      remindersLeft: maybe(integer),
      solvedOn: maybe(moment),
    }),
  ),
  links: listOf(object({ id: integer, title: text, status: oneOf(ticketStatuses), relation: oneOf(linkRelations) })),
}

/** A whole ticket: times in seconds, HTML both as it is and as text. */
export const ticketPageShape = shape({
  name: 'ticket-page',
  fields: {
    ...commonFields,
    entity: maybe(text),
    requester: maybe(text),
    equipment: listOf(object({ key: text, name: maybe(text) })),
    taken: maybe(moment),
    solved: maybe(moment),
    closed: maybe(moment),
    dueBy: maybe(moment),
    timeSpent: seconds,
    description: text,
    descriptionHtml: text,
    documents: listOf(object(documentFields)),
    timeline: listOf(entry),
    actions: listOf(oneOf(ticketActions)),
    descriptionLeftOut: integer,
    location: maybe(text),
    observers: listOf(text),
    survey: maybe(
      object({
        kind: oneOf(['internal', 'external']),
        mark: maybe(integer),
        comment: maybe(text),
        answered: maybe(moment),
      }),
    ),
    approval: maybe(oneOf(approvalStatuses)),
    ...aroundFields,
  },
  columns: ['id', 'status', 'urgency', 'title', 'category', 'opened', 'changed', 'url'],
  list: false,
})

type TicketPageRecord = RecordOf<typeof ticketPageShape>

export async function ticketPageRecord(shown: ShownTicket, dates: Dates): Promise<TicketPageRecord> {
  const { ticket, timeline, url, survey } = shown
  const { readText } = await import('../../terminal/html.ts')
  const read: Read = (html) => readText(withImageWords(html, ticket.documents, imageWord), Number.POSITIVE_INFINITY)
  const description = await read(ticket.description)
  const entries: EntryRecord[] = []
  for (const one of timeline) entries.push(await entryRecord(one, dates, read))
  return {
    ...commonRecord(ticket, url, dates),
    entity: ticket.entity ?? null,
    requester: ticket.requester ?? null,
    equipment: ticket.equipment.map(({ key, name }) => ({ key, name: name ?? null })),
    taken: isoOf(ticket.taken, dates),
    solved: isoOf(ticket.solved, dates),
    closed: isoOf(ticket.closed, dates),
    dueBy: isoOf(ticket.dueBy, dates),
    timeSpent: ticket.timeSpent,
    description: description.text,
    descriptionHtml: ticket.description,
    documents: ticket.documents.map(({ id, fileName, mime, added, author, inline, size }) => ({
      ...{ id: Math.max(id, 0), fileName, mime, added: dates.iso(added), author: author ?? null },
      ...{ inline: inline !== undefined, image: inline?.number ?? null, size: size ?? null },
    })),
    timeline: entries,
    actions: actionsOn(ticket, timeline),
    descriptionLeftOut: description.left,
    location: ticket.location ?? null,
    observers: ticket.observers ?? [],
    survey: surveyPart(survey, dates),
    approval: ticket.approval ?? null,
    ...aroundPart(shown, dates),
  }
}

function aroundPart({ ticket, timeline, waiting, links }: ShownTicket, dates: Dates): ValuesOf<typeof aroundFields> {
  return {
    technicians: ticket.technicians ?? [],
    groups: ticket.groups ?? [],
    observerGroups: ticket.observerGroups ?? [],
    takeBy: isoOf(ticket.takeBy, dates),
    takeLevel: ticket.takeLevel ?? null,
    solveLevel: ticket.solveLevel ?? null,
    overdue: isOverdue(ticket, dates.now),
    planned: plannedOn(timeline).map(({ id, begin, end, by, state }) => ({
      ...{ id, begin: dates.iso(begin), end: isoOf(end, dates), by: by ?? null, state },
    })),
    waiting: waitingPart(ticket.pendingReason, waiting, dates),
    links: (links ?? []).map(({ id, title, status, relation }) => ({ id, title, status, relation })),
  }
}

function waitingPart(
  reason: string | undefined,
  waiting: Waiting | undefined,
  dates: Dates,
): TicketPageRecord['waiting'] {
  if (reason === undefined && !waiting) return null
  const { reminder, remindersLeft, solvedOn } = waiting ?? {}
  return {
    ...{ reason: reason ?? null, reminder: isoOf(reminder, dates) },
    ...{ remindersLeft: remindersLeft ?? null, solvedOn: isoOf(solvedOn, dates) },
  }
}

/** In every language the same, as all that scripts read. */
function imageWord({ fileName, inline: { number, isUnnamed } }: ImageInText): string {
  return isUnnamed ? `image ${number}` : `image ${number}: ${fileName}`
}

function surveyPart(survey: Survey | undefined, dates: Dates): TicketPageRecord['survey'] {
  if (!survey) return null
  const { kind, mark, comment, answered } = survey
  return { kind, mark: mark ?? null, comment: comment ?? null, answered: isoOf(answered, dates) }
}

/** A text of HTML, and how many characters of it are not in it: none, unless it has no end. */
type Read = (html: string) => Promise<{ text: string; left: number }>

async function entryRecord(entry: TimelineEntry, dates: Dates, read: Read): Promise<EntryRecord> {
  const { kind, id, date, author, mine } = entry
  const head = { kind, id, date: dates.iso(date), author: author ?? null, mine }
  if (entry.kind === 'document') return { ...head, fileName: entry.fileName, mime: entry.mime }
  const { text, left } = await read(entry.html)
  const body = { text, html: entry.html, ...(left > 0 && { textLeftOut: left }) }
  if (entry.kind === 'followup') return { ...head, ...body }
  if (entry.kind === 'task') {
    const { state, timeSpent, begin, end, by } = entry
    const plan = { begin: isoOf(begin, dates), end: isoOf(end, dates), by: by ?? null }
    return { ...head, state, timeSpent, ...body, ...plan }
  }
  const { status, answered, answeredBy } = entry
  return { ...head, status, answered: isoOf(answered, dates), answeredBy: answeredBy ?? null, ...body }
}
