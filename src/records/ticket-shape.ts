import { solutionStatuses } from '../itil/solution-status.ts'
import { ticketStatuses } from '../itil/status.ts'
import { taskStates } from '../itil/task-state.ts'
import { ticketActions } from '../itil/ticket-action.ts'
import { ticketTypes } from '../itil/ticket-type.ts'
import { priorities, urgencies } from '../itil/urgency.ts'
import {
  address,
  bytes,
  integer,
  listOf,
  maybe,
  moment,
  object,
  oneOf,
  seconds,
  shape,
  text,
  truth,
} from './record-shape.ts'

/** What every kind of ticket begins with. */
export const heart = {
  id: integer,
  title: text,
  status: oneOf(ticketStatuses),
  statusId: integer,
  urgency: oneOf(urgencies),
  urgencyId: integer,
  priority: maybe(oneOf(priorities)),
  priorityId: maybe(integer),
  type: maybe(oneOf(ticketTypes)),
  typeId: maybe(integer),
  category: maybe(text),
  opened: moment,
  changed: moment,
  url: address,
}

/** A row of the list. */
export const ticketShape = shape({
  name: 'ticket',
  fields: { ...heart, solved: maybe(moment), closed: maybe(moment), dueBy: maybe(moment), overdue: truth },
  columns: ['id', 'status', 'urgency', 'title', 'category', 'opened', 'changed', 'url'],
  list: true,
})

/** A ticket of the past; `took` in seconds. */
export const historyShape = shape({
  name: 'past-ticket',
  fields: {
    ...heart,
    year: integer,
    solved: maybe(moment),
    closed: maybe(moment),
    took: maybe(seconds),
    dueBy: maybe(moment),
    overdue: truth,
  },
  columns: ['year', 'id', 'status', 'title', 'category', 'opened', 'solved', 'closed', 'took', 'url'],
  list: true,
})

/** A line of `ticket stats`: a number of tickets, or of seconds. */
export const figureShape = shape({
  name: 'ticket-figure',
  fields: {
    figure: oneOf(['tickets', 'seconds-to-take', 'seconds-to-solve']),
    by: oneOf(['total', 'status', 'category', 'month', 'count', 'median', 'ninety-percent']),
    name: maybe(text),
    value: integer,
  },
  columns: ['figure', 'by', 'name', 'value'],
  list: true,
})

const timelineEntry = {
  ...object({ kind: oneOf(['followup', 'task', 'solution', 'document']), id: integer, date: moment, mine: truth }),
  properties: {
    kind: oneOf(['followup', 'task', 'solution', 'document']),
    id: integer,
    date: moment,
    author: maybe(text),
    mine: truth,
    text,
    html: text,
    state: oneOf(taskStates),
    timeSpent: seconds,
    status: oneOf(solutionStatuses),
    answered: maybe(moment),
    answeredBy: maybe(text),
    fileName: text,
    mime: text,
  },
}

/** A whole ticket; times in seconds. */
export const ticketPageShape = shape({
  name: 'ticket-page',
  fields: {
    ...heart,
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
    documents: listOf(object({ id: integer, fileName: text, mime: text, added: moment, author: maybe(text) })),
    timeline: listOf(timelineEntry),
    actions: listOf(oneOf(ticketActions)),
  },
  columns: ['id', 'status', 'urgency', 'title', 'category', 'opened', 'changed', 'url'],
  list: false,
})

/** What `ticket watch` tells; null for what the kind of event does not have. */
export const eventShape = shape({
  name: 'ticket-event',
  fields: {
    event: text,
    date: moment,
    ticket: integer,
    title: text,
    status: oneOf(ticketStatuses),
    statusId: integer,
    author: maybe(text),
    mine: maybe(truth),
    id: maybe(integer),
    text: maybe(text),
    html: maybe(text),
    from: maybe(text),
    to: maybe(text),
    fileName: maybe(text),
    mime: maybe(text),
    url: address,
  },
  columns: ['date', 'event', 'ticket', 'title', 'author', 'text'],
  list: false,
})

/** What `ticket new --dry-run` would send. */
export const requestShape = shape({
  name: 'request',
  fields: {
    type: oneOf(ticketTypes),
    typeId: integer,
    urgency: oneOf(urgencies),
    urgencyId: integer,
    notify: truth,
    email: maybe(text),
    equipment: maybe(text),
    category: maybe(text),
    categoryId: maybe(integer),
    title: text,
    description: text,
    files: listOf(object({ name: text, size: bytes })),
  },
  columns: ['type', 'urgency', 'category', 'title', 'description'],
  list: false,
})

/** The form that the platform gives; `fileLimit` in bytes. */
export const formShape = shape({
  name: 'ticket-form',
  fields: {
    source: oneOf(['api', 'web-form', 'none']),
    types: listOf(object({ id: integer, name: oneOf(ticketTypes) })),
    urgencies: listOf(object({ id: integer, name: oneOf(urgencies) })),
    defaultUrgency: oneOf(urgencies),
    defaultUrgencyId: integer,
    categories: listOf(object({ id: integer, name: text, fullName: text, level: integer })),
    equipment: listOf(object({ id: text, name: text, label: text })),
    mandatory: listOf(text),
    fileLimit: bytes,
    email: maybe(text),
  },
  columns: ['source', 'defaultUrgency', 'fileLimit', 'email'],
  list: false,
})
