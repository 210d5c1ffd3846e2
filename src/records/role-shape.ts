import { integer, listOf, shape, text, truth } from './record-shape.ts'

/** A profile that one holds. */
export const profileShape = shape({
  name: 'profile',
  fields: {
    id: integer,
    name: text,
    entities: listOf(text),
    current: truth,
  },
  columns: ['id', 'name', 'entities', 'current'],
  list: true,
})

/** An entity that one may be on. */
export const entityShape = shape({
  name: 'entity',
  fields: {
    id: integer,
    name: text,
    current: truth,
  },
  columns: ['id', 'name', 'current'],
  list: true,
})
