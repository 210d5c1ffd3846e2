import { expect, test } from 'vitest'
import {
  fieldNames,
  integer,
  listOf,
  maybe,
  object,
  oneOf,
  type RecordOf,
  schemaOf,
  shape,
  text,
} from '../../src/records/shape.ts'

const bookShape = shape({
  name: 'book',
  fields: {
    title: text,
    state: oneOf(['here', 'lent']),
    author: maybe(text),
    chapters: listOf(object({ page: integer, title: text })),
  },
  columns: ['title', 'state'],
  list: false,
})
type Book = RecordOf<typeof bookShape>

const book: Book = { title: 'GLPI', state: 'here', author: null, chapters: [{ page: 1, title: 'Assistance' }] }

test('a record has a value for each field of its shape', () => {
  expect(Object.keys(book)).toEqual(fieldNames(bookShape))
})

// What the compiler refuses here stands in `npm run types`: an error that does not come is an error.
test('the compiler refuses a record without one of its fields', () => {
  const { author: _, ...rest } = book
  // @ts-expect-error: no author
  const anonymous: Book = rest
  expect(fieldNames(bookShape)).not.toEqual(Object.keys(anonymous))
})

test('the compiler refuses a field of another type, null where none may be, and a word that is not one of those', () => {
  const wrong: Book[] = [
    // @ts-expect-error: a number
    { ...book, title: 1 },
    // @ts-expect-error: always known
    { ...book, title: null },
    // @ts-expect-error: neither here nor lent
    { ...book, state: 'lost' },
    // @ts-expect-error: a page is a number
    { ...book, chapters: [{ page: '1', title: 'Assistance' }] },
  ]
  expect(wrong).not.toContainEqual(book)
})

test('the compiler refuses a column that is no field', () => {
  // @ts-expect-error: no such field
  const { columns } = shape({ name: 'book', fields: { title: text }, columns: ['name'], list: false })
  expect(columns).not.toEqual(['title'])
})

test('where no columns are named, all fields are', () => {
  expect(shape({ name: 'book', fields: { title: text, state: text }, list: false }).columns).toEqual(['title', 'state'])
})

test('the schema of a shape says what each field may hold, and that all are there', () => {
  expect(schemaOf(bookShape)).toMatchObject({
    title: 'book',
    properties: { author: { type: ['string', 'null'] }, state: { enum: ['here', 'lent'] } },
    required: ['title', 'state', 'author', 'chapters'],
  })
})
