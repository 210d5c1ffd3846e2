import { draftKinds } from '../drafts/describe.ts'
import { ticketStatuses } from '../itil/status.ts'
import { address, integer, listOf, maybe, moment, object, oneOf, shape, text, truth } from './record-shape.ts'

const news = object({
  kind: oneOf(['followup', 'task', 'solution', 'document']),
  date: moment,
  author: maybe(text),
  mine: truth,
  text,
})

const ticket = {
  id: integer,
  title: text,
  status: oneOf(ticketStatuses),
  urgency: text,
  changed: moment,
  url: address,
}

/** All that the first page says. */
export const homeShape = shape({
  name: 'home',
  fields: {
    name: text,
    profile: text,
    entity: text,
    reach: maybe(oneOf(['below', 'all'])),
    platform: text,
    open: integer,
    counts: object({ new: integer, assigned: integer, planned: integer, pending: integer, solved: integer }),
    awaitingCount: integer,
    awaiting: listOf(object(ticket)),
    tickets: listOf(object({ ...ticket, news: { ...news, type: ['object', 'null'] } })),
    drafts: listOf(object({ id: text, kind: oneOf(draftKinds), command: text })),
    reservations: listOf(object({ id: integer, item: text, start: moment, end: moment, url: address })),
    leftOut: listOf(oneOf(['news', 'reservations'])),
  },
  columns: ['name', 'profile', 'entity', 'platform', 'open', 'counts'],
  list: false,
})
