import type { Ticket } from './ticket.ts'
import type { TicketStatus } from './ticket-words.ts'

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
  | { kind: 'followup' | 'task' | 'solution'; id: number; html: string }
  /** The answer to the solution of this number. */
  | { kind: 'solution-accepted' | 'solution-refused'; id: number }
  | { kind: 'document'; id: number; fileName: string; mime: string }
)
