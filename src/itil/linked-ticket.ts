import type { TicketStatus } from './ticket-words.ts'

/** What one ticket is to another: `child-of` is one of which the other is the parent. */
export const ticketLinks = ['related', 'duplicate-of', 'duplicated-by', 'child-of', 'parent-of'] as const

export type TicketLink = (typeof ticketLinks)[number]

/** A ticket that another one is tied to. */
export interface LinkedTicket {
  id: number
  title: string
  status: TicketStatus
  /** What the ticket at hand is to this one. */
  link: TicketLink
}
