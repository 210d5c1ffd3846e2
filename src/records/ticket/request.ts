import {
  type TicketType,
  ticketTypeId,
  ticketTypes,
  type Urgency,
  urgencies,
  urgencyId,
} from '../../itil/ticket-words.ts'
import { bool, bytes, integer, listOf, maybe, object, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What `ticket new --dry-run` would send. */
export const requestShape = shape({
  name: 'request',
  fields: {
    type: oneOf(ticketTypes),
    typeId: integer,
    urgency: oneOf(urgencies),
    urgencyId: integer,
    notify: bool,
    email: maybe(text),
    equipment: maybe(text),
    category: maybe(text),
    categoryId: maybe(integer),
    title: text,
    description: text,
    files: listOf(object({ name: text, size: bytes })),
  },
  columns: ['type', 'urgency', 'category', 'title', 'description'],
  list: false,
})

/** A request before it is sent. */
export interface CompleteRequest {
  type: TicketType
  urgency: Urgency
  notify: boolean
  email: string | undefined
  equipment: { key: string; name: string } | null
  category: { id: number; fullName: string } | null
  title: string
  description: string
  files: Array<{ name: string; size: number }>
}

export function requestRecord(request: CompleteRequest): RecordOf<typeof requestShape> {
  return {
    type: request.type,
    typeId: ticketTypeId(request.type),
    urgency: request.urgency,
    urgencyId: urgencyId(request.urgency),
    notify: request.notify,
    email: request.email ?? null,
    equipment: request.equipment?.key ?? null,
    category: request.category?.fullName ?? null,
    categoryId: request.category?.id ?? null,
    title: request.title,
    description: request.description,
    files: request.files.map(({ name, size }) => ({ name, size })),
  }
}
