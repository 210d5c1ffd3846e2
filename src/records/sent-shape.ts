import { address, integer, listOf, maybe, object, shape, text } from './record-shape.ts'

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
  columns: ['ticket', 'followup', 'files', 'url'],
  list: false,
})
