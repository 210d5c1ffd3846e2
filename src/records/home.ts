import type { Dates } from '../dates/dates.ts'
import { draftKinds, resumeCommand } from '../drafts/describe.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Approval } from '../itil/approval.ts'
import type { Announcement } from '../itil/news.ts'
import type { Person } from '../itil/person.ts'
import type { Reservation } from '../itil/reservation.ts'
import type { TicketSummary } from '../itil/ticket.ts'
import { ticketStatuses } from '../itil/ticket-words.ts'
import { address, bool, integer, listOf, maybe, moment, object, oneOf, type RecordOf, shape, text } from './shape.ts'

const news = object({
  kind: oneOf(['followup', 'task', 'solution', 'document']),
  date: moment,
  author: maybe(text),
  mine: bool,
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
    tickets: listOf(object({ ...ticket, news: maybe(news) })),
    drafts: listOf(object({ id: text, kind: oneOf(draftKinds), command: text })),
    reservations: listOf(object({ id: integer, item: text, start: moment, end: moment, url: address })),
    leftOut: listOf(oneOf(['news', 'reservations', 'announcements', 'surveys', 'approvals'])),
    announcements: listOf(object({ id: integer, title: text, date: maybe(moment), url: address })),
    toRateCount: integer,
    toRate: listOf(object(ticket)),
    approvalCount: integer,
    approvals: listOf(object({ id: integer, ticket: integer, title: maybe(text), asked: maybe(moment) })),
  },
  columns: ['name', 'profile', 'entity', 'platform', 'open', 'counts'],
  list: false,
})

type HomeRecord = RecordOf<typeof homeShape>

/** What was written last on a ticket, on one line. */
export interface News {
  kind: 'followup' | 'task' | 'solution' | 'document'
  date: Date
  author?: string | undefined
  mine: boolean
  text: string
}

/** A ticket of the first page. */
export interface HomeTicket {
  ticket: TicketSummary
  url: string
  news?: News | undefined
}

/** A reservation to come, with the address of its page. */
export type HomeReservation = Reservation & { url: string }

/** All that the first page says. */
export interface HomePage {
  person: Person
  /** Tickets that are not closed. */
  open: number
  counts: HomeRecord['counts']
  awaiting: HomeTicket[]
  awaitingTotal: number
  tickets: HomeTicket[]
  /** What this account began and did not send. */
  drafts: Draft[]
  /** This account's own that are to come. */
  reservations: HomeReservation[]
  /** The last closed of those whose surveys wait, and how many there are. */
  toRate: HomeTicket[]
  toRateTotal: number
  /** Those that wait for this account's word, the oldest first; none where its profile gives none. */
  approvals: Approval[]
  /** The newest that the support announces. */
  announcements: Announcement[]
  /** What was too slow. */
  leftOut: HomeRecord['leftOut']
}

export function homeRecord(page: HomePage, platform: string, { iso }: Dates): HomeRecord {
  const { person, open, counts, awaiting, awaitingTotal, tickets, drafts, reservations, leftOut, announcements } = page
  const { toRate, toRateTotal, approvals } = page
  const ticketOf = ({ ticket: { id, title, status, urgency, changed }, url }: HomeTicket) => {
    return { id, title, status, urgency, changed: iso(changed), url }
  }
  const newsOf = ({ kind, date, author, mine, text }: News) => {
    return { kind, date: iso(date), author: author ?? null, mine, text }
  }
  return {
    name: person.name,
    profile: person.profile.name,
    entity: person.entity.name,
    reach: person.reach ?? null,
    platform,
    open,
    counts,
    awaitingCount: awaitingTotal,
    awaiting: awaiting.map(ticketOf),
    tickets: tickets.map((one) => ({ ...ticketOf(one), news: one.news ? newsOf(one.news) : null })),
    drafts: drafts.map((draft) => ({ id: draft.id, kind: draft.kind, command: resumeCommand(draft) })),
    reservations: reservations.map(({ id, itemName, start, end, url }) => ({
      ...{ id, item: itemName, url },
      start: iso(start),
      end: iso(end),
    })),
    leftOut,
    announcements: announcements.map(({ id, title, since, url }) => ({
      id,
      title,
      date: since ? iso(since) : null,
      url,
    })),
    toRateCount: toRateTotal,
    toRate: toRate.map(ticketOf),
    approvalCount: approvals.length,
    approvals: approvals.map(({ id, ticketId, ticketTitle, asked }) => ({
      ...{ id, ticket: ticketId, title: ticketTitle ?? null, asked: asked ? iso(asked) : null },
    })),
  }
}
