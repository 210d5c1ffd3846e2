import { address, integer, maybe, oneOf, shape, text } from './record-shape.ts'

/** What became of one line of an import; `ready` with `--dry-run`, `waiting` when it has not been sent, or no answer came. */
export const importResults = ['created', 'refused', 'waiting', 'ready'] as const

export const importShape = shape({
  name: 'ticket-import',
  fields: {
    line: integer,
    result: oneOf(importResults),
    id: maybe(integer),
    title: text,
    error: maybe(text),
    url: maybe(address),
  },
  columns: ['line', 'result', 'id', 'title', 'error'],
  list: true,
})
