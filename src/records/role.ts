import type { Named, Person } from '../itil/person.ts'
import { bool, integer, listOf, type RecordOf, shape, text } from './shape.ts'

/** A profile that one holds. */
export const profileShape = shape({
  name: 'profile',
  fields: { id: integer, name: text, entities: listOf(text), current: bool },
  list: true,
})

/** An entity that one may be on. */
export const entityShape = shape({
  name: 'entity',
  fields: { id: integer, name: text, current: bool },
  list: true,
})

export type ProfileRecord = RecordOf<typeof profileShape>
export type EntityRecord = RecordOf<typeof entityShape>

export function profileRecord({ id, name, entities }: Named & { entities: Named[] }, person: Person): ProfileRecord {
  return { id, name, entities: entities.map((entity) => entity.name), current: id === person.profile.id }
}

export function entityRecord({ id, name }: Named, person: Person): EntityRecord {
  return { id, name, current: id === person.entity.id }
}
