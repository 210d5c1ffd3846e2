import { type QuestionKind, questionKinds } from '../../itil/site-form.ts'
import { isGroup, type Observer } from '../../itil/ticket-form.ts'
import {
  type TicketType,
  ticketTypeId,
  ticketTypes,
  type Urgency,
  urgencies,
  urgencyId,
} from '../../itil/ticket-words.ts'
import { bool, bytes, integer, listOf, maybe, object, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What `ticket new --dry-run` would send; of a form of the site, what it does not ask is null. */
export const requestShape = shape({
  name: 'request',
  fields: {
    type: maybe(oneOf(ticketTypes)),
    typeId: maybe(integer),
    urgency: maybe(oneOf(urgencies)),
    urgencyId: maybe(integer),
    notify: bool,
    email: maybe(text),
    equipment: maybe(text),
    category: maybe(text),
    categoryId: maybe(integer),
    title: text,
    description: text,
    files: listOf(object({ name: text, size: bytes })),
    form: maybe(integer),
    formTitle: maybe(text),
    answers: listOf(object({ question: integer, label: text, kind: oneOf(questionKinds), values: listOf(text) })),
    items: listOf(text),
    observers: listOf(
      object({ name: text, user: maybe(integer), email: maybe(text), notified: bool, group: maybe(integer) }),
    ),
    location: maybe(text),
    locationId: maybe(integer),
    related: maybe(integer),
    onBehalfOf: maybe(object({ name: text, user: integer })),
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
  equipment: Array<{ key: string; name: string }>
  category: { id: number; fullName: string } | null
  title: string
  description: string
  files: Array<{ name: string; size: number }>
  observers: Observer[]
  location: { id: number; fullName: string } | null
}

/** `related`: the ticket that it is to be linked to. */
export function requestRecord(request: CompleteRequest, related?: number): RecordOf<typeof requestShape> {
  return {
    type: request.type,
    typeId: ticketTypeId(request.type),
    urgency: request.urgency,
    urgencyId: urgencyId(request.urgency),
    notify: request.notify,
    email: request.email ?? null,
    equipment: request.equipment[0]?.key ?? null,
    category: request.category?.fullName ?? null,
    categoryId: request.category?.id ?? null,
    title: request.title,
    description: request.description,
    files: request.files.map(({ name, size }) => ({ name, size })),
    items: request.equipment.map(({ key }) => key),
    observers: request.observers.map((one) => ({
      name: one.name,
      user: 'user' in one ? one.user : null,
      email: 'email' in one ? one.email : null,
      notified: !one.silent,
      group: isGroup(one) ? one.group : null,
    })),
    location: request.location?.fullName ?? null,
    locationId: request.location?.id ?? null,
    related: related ?? null,
    form: null,
    formTitle: null,
    answers: [],
    onBehalfOf: null,
  }
}

/** A request by a form of the site, before it is sent. */
export interface FormToSend {
  form: { id: number; title: string }
  answers: Array<{ question: number; label: string; kind: QuestionKind; values: string[] }>
  onBehalfOf: { name: string; user: number } | null
  /** What its questions for the usual things are answered with. */
  usual: Omit<CompleteRequest, 'type' | 'urgency'> & {
    type: TicketType | undefined
    urgency: Urgency | undefined
  }
}

export function formRequestRecord(
  { form, answers, onBehalfOf, usual }: FormToSend,
  related?: number,
): RecordOf<typeof requestShape> {
  const { type = 'incident', urgency = 'medium', ...others } = usual
  return {
    ...requestRecord({ ...others, type, urgency }, related),
    ...(usual.type === undefined && { type: null, typeId: null }),
    ...(usual.urgency === undefined && { urgency: null, urgencyId: null }),
    ...{ form: form.id, formTitle: form.title, answers, onBehalfOf },
  }
}
