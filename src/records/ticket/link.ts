import { type LinkRelation, linkRelations } from '../../itil/ticket-link.ts'
import { bool, integer, oneOf, type RecordOf, shape } from '../shape.ts'

/** Two tickets, and what the first is to the other, or was. */
export const linkShape = shape({
  name: 'ticket-link',
  fields: { ticket: integer, other: integer, relation: oneOf(linkRelations), linked: bool },
  list: false,
})

export function linkRecord(
  { id, other, relation }: { id: number; other: number; relation: LinkRelation },
  linked: boolean,
): RecordOf<typeof linkShape> {
  return { ticket: id, other, relation, linked }
}
