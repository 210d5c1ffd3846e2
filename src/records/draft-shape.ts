import { draftKinds, draftStages } from '../drafts/describe.ts'
import { bytes, integer, listOf, maybe, moment, object, oneOf, shape, text, truth } from './record-shape.ts'

/** What the platform does not have yet. */
export const draftShape = shape({
  name: 'draft',
  fields: {
    id: text,
    kind: oneOf(draftKinds),
    stage: oneOf(draftStages),
    ticketId: maybe(integer),
    title: maybe(text),
    text: maybe(text),
    answers: maybe({ type: 'object' }),
    files: listOf(object({ name: text, path: text, size: bytes, sent: truth })),
    user: text,
    platform: text,
    created: moment,
    changed: moment,
    command: text,
  },
  columns: ['id', 'kind', 'stage', 'ticketId', 'title', 'user', 'platform', 'changed'],
  list: true,
})
