import * as z from 'zod/mini'
import { knownFields } from '../../itil/known-fields.ts'
import type { StoredFields, StoredPerson } from '../../itil/ticket.ts'
import { everyItem } from '../range.ts'
import type { Session } from '../session/session.ts'
import { html, integer, label, parse } from '../wire.ts'
import { knownType, knownUrgency } from './ticket-words.ts'

const stored = z.object({
  name: label,
  content: html,
  urgency: integer,
  type: z.nullable(integer),
  itilcategories_id: z.nullable(integer),
  locations_id: z.optional(z.nullable(integer)),
})

/** What the platform made of what was chosen: it validates nothing, and its own rules may change it (GLPI.md, «v1 — items»). */
export async function storedFields(
  session: Session,
  id: number,
  { people = false, groups = false, items = false }: { people?: boolean; groups?: boolean; items?: boolean } = {},
): Promise<StoredFields> {
  const [answer, actors, groupActors, links] = await Promise.all([
    session.call({ path: `Ticket/${id}?get_hateoas=false` }),
    people ? peopleOf(session, id) : undefined,
    groups ? groupsOf(session, id) : undefined,
    items ? itemsOf(session, id) : undefined,
  ])
  const fields = parse(stored, answer, 'Ticket')
  return {
    title: fields.name,
    content: fields.content,
    urgency: knownUrgency(fields.urgency, 'Ticket'),
    categoryId: fields.itilcategories_id ?? 0,
    locationId: fields.locations_id ?? 0,
    ...knownFields({ type: knownType(fields.type), people: actors, groups: groupActors, items: links }),
  }
}

const person = z.array(
  z.object({ users_id: integer, type: integer, use_notification: integer, alternative_email: z.nullish(label) }),
)
const parts: Record<number, StoredPerson['part']> = { 1: 'requester', 2: 'assignee', 3: 'observer' }

async function peopleOf(session: Session, id: number): Promise<StoredPerson[]> {
  const rows = await everyItem(session, `Ticket/${id}/Ticket_User?get_hateoas=false`)
  return parse(person, rows, 'Ticket_User').flatMap(({ users_id, type, use_notification, alternative_email }) => {
    const part = parts[type]
    return part ? [{ part, user: users_id, notified: use_notification === 1, email: alternative_email ?? '' }] : []
  })
}

const group = z.array(z.object({ groups_id: integer, type: integer }))

async function groupsOf(session: Session, id: number): Promise<number[]> {
  const rows = parse(group, await everyItem(session, `Ticket/${id}/Group_Ticket?get_hateoas=false`), 'Group_Ticket')
  return rows.flatMap(({ groups_id, type }) => (parts[type] === 'observer' ? [groups_id] : []))
}

const link = z.array(z.object({ itemtype: label, items_id: integer }))

async function itemsOf(session: Session, id: number): Promise<string[]> {
  const rows = await everyItem(session, `Ticket/${id}/Item_Ticket?get_hateoas=false`)
  return parse(link, rows, 'Item_Ticket').map(({ itemtype, items_id }) => `${itemtype}:${items_id}`)
}
