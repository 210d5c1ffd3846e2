import type { TicketForm } from '../../itil/ticket-form.ts'
import { ticketTypeId, ticketTypes, urgencies, urgencyId } from '../../itil/ticket-words.ts'
import { bool, bytes, integer, listOf, maybe, object, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** The form that the platform gives; `fileLimit` in bytes. */
export const formShape = shape({
  name: 'ticket-form',
  fields: {
    source: oneOf(['api', 'web-form', 'none']),
    types: listOf(object({ id: integer, name: oneOf(ticketTypes) })),
    urgencies: listOf(object({ id: integer, name: oneOf(urgencies) })),
    defaultUrgency: oneOf(urgencies),
    defaultUrgencyId: integer,
    categories: listOf(object({ id: integer, name: text, fullName: text, level: integer })),
    equipment: listOf(object({ id: text, name: text, label: text })),
    mandatory: listOf(text),
    fileLimit: bytes,
    email: maybe(text),
    mandatoryElsewhere: listOf(text),
    locations: listOf(object({ id: integer, name: text, fullName: text, level: integer })),
    observersByAddress: maybe(bool),
    readOnly: listOf(text),
    hidden: listOf(text),
  },
  columns: ['source', 'defaultUrgency', 'fileLimit', 'email'],
  list: false,
})

export function formRecord(form: TicketForm): RecordOf<typeof formShape> {
  return {
    source: form.source,
    types: form.types.map((type) => ({ id: ticketTypeId(type), name: type })),
    urgencies: form.urgencies.map((level) => ({ id: urgencyId(level), name: level })),
    defaultUrgency: form.defaultUrgency,
    defaultUrgencyId: urgencyId(form.defaultUrgency),
    categories: form.categories.map(({ id, name, fullName, level }) => ({ id, name, fullName, level })),
    equipment: form.equipment.map(({ key, name, label }) => ({ id: key, name, label })),
    mandatory: form.mandatory,
    fileLimit: form.fileLimit,
    email: form.email ?? null,
    mandatoryElsewhere: form.elsewhere?.labels ?? [],
    locations: form.locations.map(({ id, name, fullName, level }) => ({ id, name, fullName, level })),
    observersByAddress: form.observers?.byAddress ?? null,
    readOnly: form.readOnly ?? [],
    hidden: form.hidden ?? [],
  }
}
