import type { FormPage } from '../../itil/site-form.ts'
import { type TicketType, ticketTypeId, ticketTypes } from '../../itil/ticket-words.ts'

/** As a new server names them, whatever language they are shown in. */
const stockTitles: Record<TicketType, string> = { incident: 'Report an issue', request: 'Request a service' }

/** The type of ticket that a form of a new server opens; undefined for a form that the site made. */
export function stockType({ id, storedTitle }: Pick<FormPage, 'id' | 'storedTitle'>): TicketType | undefined {
  return ticketTypes.find((type) => id === ticketTypeId(type) && storedTitle === stockTitles[type])
}
