import type { Ticket, TimelineEntry } from './ticket.ts'
import type { TicketStatus } from './ticket-words.ts'

/** When something is to be done, and who comes. */
type Plan = Pick<TimelineEntry & { kind: 'task' }, 'begin' | 'end' | 'by'>

/** Something that happened to a ticket. Scripts tell them apart by `kind`: its words never change. */
export type TicketEvent = {
  /** The ticket as it was when the event was seen. */
  ticket: Pick<Ticket, 'id' | 'title' | 'status'>
  /** The platform's date of it. */
  date: Date
  /** Undefined where the platform does not say it. */
  author?: string
  /** Whether this account did it, where that is known. */
  mine?: boolean
} & (
  | { kind: 'opened'; html: string }
  /** From what it was when it was last looked at. */
  | { kind: 'status'; from: TicketStatus; to: TicketStatus }
  | { kind: 'followup' | 'solution'; id: number; html: string }
  | ({ kind: 'task'; id: number; html: string } & Plan)
  /** The task of this number is planned, or for another time; without `begin`, not any more. */
  | ({ kind: 'planned'; id: number } & Plan)
  /** The answer to the solution of this number. */
  | { kind: 'solution-accepted' | 'solution-refused'; id: number }
  | { kind: 'document'; id: number; fileName: string; mime: string }
)
