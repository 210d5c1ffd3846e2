import type { StoredPerson } from './ticket.ts'

/** Somebody's part in a ticket, as it is to be told. */
export interface TicketPart extends StoredPerson {
  /** The number of this part on the platform. */
  id: number
  /** Full name; the login, or the address, where the platform does not tell it. */
  name: string
  login?: string
  /** True for this account. */
  mine: boolean
}
