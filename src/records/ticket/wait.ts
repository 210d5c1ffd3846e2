import { ticketStatuses } from '../../itil/ticket-words.ts'
import { address, bool, integer, maybe, oneOf, type RecordOf, shape } from '../shape.ts'

export const waitConditions = ['solved', 'closed', 'reply', 'taken'] as const

/** How waiting for a ticket ended. */
export const waitShape = shape({
  name: 'ticket-wait',
  fields: {
    ticket: integer,
    until: oneOf(waitConditions),
    /** False when the time is up. */
    happened: bool,
    /** When it was last looked at; null when that never came to an answer. */
    status: maybe(oneOf(ticketStatuses)),
    url: address,
  },
  list: false,
})

export type WaitRecord = RecordOf<typeof waitShape>
