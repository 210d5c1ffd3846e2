import type { TicketSummary } from './ticket.ts'
import type { TicketStatus, TicketType, Urgency } from './ticket-words.ts'

/** Which tickets: those for which all that is given here is so. */
export interface TicketFilter {
  /** None: all of them, closed too. */
  statuses?: TicketStatus[]
  urgencies?: Urgency[]
  types?: TicketType[]
  /** The numbers of categories: in one of them, or in one under them. */
  categories?: number[]
  /** Text looked for in titles and descriptions. */
  text?: string
  /** This ticket alone. */
  id?: number
  /** Changed after this moment: one that the platform itself gave, as the `changed` of a ticket. */
  changedSince?: Date
  /** Changed, or opened, within these moments, both counted; to the second. */
  changed?: Period
  opened?: Period
  /** Solved, and this person is the one to say whether it is. */
  awaitsMe?: boolean
  /** Closed, and its requester, who is this person, did not answer its survey yet. */
  toRate?: boolean
  /** This person only observes them: the platform cannot be asked for those alone, so that all that fit are read. */
  observed?: boolean
  /** Past the moment by which it was to be solved, whatever its status. */
  overdue?: boolean
}

export interface Period {
  from?: Date | undefined
  until?: Date | undefined
}

export const sortableFields = [
  'changed',
  'opened',
  'id',
  'title',
  'status',
  'urgency',
  'priority',
  'type',
  'category',
  'dueBy',
  'solved',
  'closed',
] as const

export interface TicketSort {
  by: (typeof sortableFields)[number]
  order: 'ascending' | 'descending'
}

/** A page of the tickets that a filter lets through. */
export interface TicketQuery extends TicketFilter {
  /** `changed` newest first when absent. */
  sort?: TicketSort
  /** Only those before, or after, this number. */
  below?: number
  above?: number
  /** Tells `takenAfter`, too. */
  withTaking?: boolean
  /** Tells `surveyState`, too. */
  withSurvey?: boolean
  /** Tells `observed`, too. */
  withObserved?: boolean
  first: number
  count: number
}

export interface TicketPage {
  tickets: TicketSummary[]
  total: number
  /** Those of it that the platform fails to show, by their numbers; undefined for one whose number it does not tell. */
  leftOut?: Array<number | undefined>
}

/** The same of a large page, whose tickets are made as they are taken, and once. */
export interface TicketRows {
  /** How many there are on it. */
  count: number
  total: number
  /** Some of them at a time. */
  pieces: Iterable<TicketSummary[]>
}
