import type { Ticket } from '../glpi/platform.ts'
import type { TicketStatus } from '../itil/status.ts'

/** The words by which scripts tell events apart; never changed, new ones come last. */
export const eventKinds = [
  'opened',
  'status',
  'followup',
  'task',
  'solution',
  'solution-accepted',
  'solution-refused',
  'document',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Something that happened to a ticket. */
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
