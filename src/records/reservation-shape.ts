import { address, integer, listOf, maybe, moment, object, shape, text, truth } from './record-shape.ts'

/** Something that can be reserved, and who has it on the day in question; `free` is null where that may not be read. */
export const reservableItemShape = shape({
  name: 'reservable-item',
  fields: {
    id: integer,
    name: text,
    kind: text,
    comment: maybe(text),
    free: maybe(truth),
    reservations: listOf(object({ id: integer, start: moment, end: moment, mine: truth, by: maybe(text) })),
  },
  columns: ['id', 'name', 'comment', 'free'],
  list: true,
})

/** A reservation. */
export const reservationShape = shape({
  name: 'reservation',
  fields: {
    id: integer,
    item: text,
    itemId: maybe(integer),
    start: moment,
    end: moment,
    mine: truth,
    by: maybe(text),
    comment: maybe(text),
    url: address,
  },
  columns: ['id', 'item', 'start', 'end', 'by', 'comment', 'url'],
  list: true,
})
