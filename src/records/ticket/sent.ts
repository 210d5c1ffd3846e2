import type { Sent } from '../../drafts/send-message.ts'
import { address, integer, listOf, maybe, object, type RecordOf, shape, text } from '../shape.ts'

/** What was said on a ticket: a comment, an answer to a solution, files. */
export const sentShape = shape({
  name: 'ticket-message',
  fields: {
    ticket: integer,
    /** Null where files alone were sent. */
    followup: maybe(integer),
    /** In the order in which they were given; null for one that the platform does not have. */
    files: listOf(object({ id: maybe(integer), fileName: text })),
    url: address,
  },
  list: false,
})

export function sentRecord(ticket: number, { followup, files }: Sent, url: string): RecordOf<typeof sentShape> {
  const attached = files.map(({ document, name }) => ({ id: document ?? null, fileName: name }))
  return { ticket, followup: followup ?? null, files: attached, url }
}
