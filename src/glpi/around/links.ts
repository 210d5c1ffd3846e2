import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import { type LinkRelation, type TicketLink, turned } from '../../itil/ticket-link.ts'
import { everyItem } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { integer, parse } from '../wire.ts'

// Contract, «its links, as the first of two».
const rows = z.array(z.object({ id: integer, tickets_id_1: integer, tickets_id_2: integer, link: integer }))

/** What the first ticket of a row is to the second. */
const relations: Record<number, LinkRelation> = { 1: 'related', 2: 'duplicate-of', 3: 'child-of', 4: 'parent-of' }

/** Below a ticket's own path the links of everybody come (GLPI-CUSTOMER.md, h): they are looked for from both ends instead. */
export async function linksOf(session: Session, ticketId: number): Promise<TicketLink[]> {
  const from = async (end: 'tickets_id_1' | 'tickets_id_2') => {
    const path = `Ticket_Ticket?searchText[${end}]=^${ticketId}$&get_hateoas=false`
    const found = parse(rows, await everyItem(session, path), 'Ticket_Ticket')
    return found.filter((row) => row[end] === ticketId)
  }
  const [first, second] = await Promise.all([from('tickets_id_1'), from('tickets_id_2')])
  return [
    ...first.map(({ id, tickets_id_2, link }) => ({ id, other: tickets_id_2, relation: relationOf(link) })),
    ...second.map(({ id, tickets_id_1, link }) => ({ id, other: tickets_id_1, relation: turned(relationOf(link)) })),
  ].sort((one, other) => one.other - other.other)
}

function relationOf(link: number): LinkRelation {
  return relations[link] ?? 'related'
}

/** GLPI has one way round for each kind of link; the other one is that of the tickets turned. */
const numbers = { related: 1, 'duplicate-of': 2, 'child-of': 3 } as const

export async function linkTickets(
  session: Session,
  ticketId: number,
  other: number,
  relation: LinkRelation,
): Promise<void> {
  if (relation === 'duplicated-by' || relation === 'parent-of')
    return linkTickets(session, other, ticketId, turned(relation))
  const input = { tickets_id_1: ticketId, tickets_id_2: other, link: numbers[relation] }
  const answer = await session.ask({ method: 'POST', path: 'Ticket_Ticket', json: { input } })
  if (answer.status === 201) return
  const { code, message } = readRefusal(answer.json)
  throw code === 'ERROR_GLPI_ADD' ? new NotAllowed('link-refused', { id: ticketId, other, message }) : refused(answer)
}

export async function unlinkTickets(session: Session, { id }: Pick<TicketLink, 'id'>): Promise<void> {
  const answer = await session.ask({ method: 'DELETE', path: `Ticket_Ticket/${id}` })
  // Somebody else was faster.
  if (answer.status !== 200 && answer.status !== 404) throw refused(answer)
}
