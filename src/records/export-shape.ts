import { integer, maybe, oneOf, shape, text } from './record-shape.ts'

/** What became of one ticket of an export. */
export const exportResults = ['exported', 'refreshed', 'unchanged', 'failed'] as const

export const exportShape = shape({
  name: 'ticket-export',
  fields: {
    id: integer,
    result: oneOf(exportResults),
    title: maybe(text),
    folder: maybe(text),
    documents: maybe(integer),
    error: maybe(text),
  },
  columns: ['id', 'result', 'title', 'folder', 'documents', 'error'],
  list: true,
})
