import type { ObserverKey } from '../../itil/ticket-form.ts'
import type { LinkRelation, TicketLink } from '../../itil/ticket-link.ts'
import type { TicketPart } from '../../itil/ticket-part.ts'

/** The part of somebody who observes. */
export type ObserverPart = TicketPart & { part: 'observer' }

/** What surrounds tickets: who takes part in one, and which belong together. What came of a change is to be read. */
export interface Around {
  /** Everybody's part in a ticket. Rejects with `NotFound` where it is not this customer's. */
  people(ticketId: number): Promise<TicketPart[]>
  /** Rejects with `NotAllowed` for somebody who would not see the ticket, as of another entity. */
  addObserver(ticketId: number, observer: ObserverKey, how: { notified: boolean }): Promise<void>
  /** Whether somebody gets mails of a ticket. */
  notify(part: Pick<TicketPart, 'id'>, isWanted: boolean): Promise<void>
  /** Takes the part of an observer away: the platform would take that of the technician, too. */
  removeObserver(part: ObserverPart): Promise<void>
  /** The links of a ticket, those to tickets of others too: whose they are is for the reader to look. */
  links(ticketId: number): Promise<TicketLink[]>
  /** Ties a ticket to another. Rejects with `NotAllowed` where the platform refuses it. */
  link(ticketId: number, other: number, relation: LinkRelation): Promise<void>
  unlink(link: Pick<TicketLink, 'id'>): Promise<void>
}
