import * as z from 'zod/mini'
import { knownFields } from '../../itil/known-fields.ts'
import type { StoredFields } from '../../itil/ticket.ts'
import type { Session } from '../session/session.ts'
import { integer, parse } from '../wire.ts'
import { knownType, knownUrgency } from './ticket-words.ts'

const stored = z.object({ urgency: integer, type: z.nullable(integer), itilcategories_id: z.nullable(integer) })

/** What the platform made of what was chosen: it validates nothing, and its own rules may change it (GLPI.md, «v1 — items»). */
export async function storedFields(session: Session, id: number): Promise<StoredFields> {
  const fields = parse(stored, await session.call({ path: `Ticket/${id}?get_hateoas=false` }), 'Ticket')
  return {
    urgency: knownUrgency(fields.urgency, 'Ticket'),
    categoryId: fields.itilcategories_id ?? 0,
    ...knownFields({ type: knownType(fields.type) }),
  }
}
