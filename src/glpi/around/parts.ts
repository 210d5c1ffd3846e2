import * as z from 'zod/mini'
import { NotAllowed, NotFound } from '../../errors/error.ts'
import { knownFields } from '../../itil/known-fields.ts'
import type { Person } from '../../itil/person.ts'
import type { StoredPerson } from '../../itil/ticket.ts'
import { isGroup, type ObserverKey } from '../../itil/ticket-form.ts'
import type { TicketPart } from '../../itil/ticket-part.ts'
import { everyItem } from '../range.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import { partiesIn } from '../ticket/people.ts'
import { whereGiven } from '../ticket/where-given.ts'
import { integer, label, parse, reference } from '../wire.ts'
import type { ObserverPart } from './around.ts'

// Contract, «by number, muted, and by address» and «as logins».
const rows = z.array(
  z.object({
    id: integer,
    users_id: integer,
    type: integer,
    use_notification: integer,
    alternative_email: z.nullish(label),
  }),
)
const named = z.array(z.object({ id: integer, users_id: reference }))

const observerType = 3
const parts: Record<number, StoredPerson['part']> = { 1: 'requester', 2: 'assignee', [observerType]: 'observer' }

/** Everybody's part in a ticket. Rejects with `NotFound` where it is not this customer's. */
export async function partsIn(session: Session, ticketId: number): Promise<TicketPart[]> {
  const path = `Ticket/${ticketId}/Ticket_User?get_hateoas=false`
  const [all, logins, names, groups] = await Promise.all([
    ofTicket(ticketId, everyItem(session, path)),
    ofTicket(ticketId, everyItem(session, `${path}&expand_dropdowns=true`)),
    fullNames(session, ticketId),
    whereGiven(groupsIn(session, ticketId)),
  ])
  const { person } = await session.current()
  const loginOf = new Map(parse(named, logins, 'Ticket_User').map(({ id, users_id }) => [id, users_id]))
  const people = parse(rows, all, 'Ticket_User').flatMap((row): TicketPart[] => {
    const part = parts[row.type]
    if (!part) return []
    const { id, users_id: user, alternative_email } = row
    const login = loginOf.get(id)
    const email = alternative_email ?? ''
    const mine = user === person.id
    const name = nameOf({ user, login, email, mine }, names, person)
    return [{ id, part, user, notified: row.use_notification === 1, email, name, mine, ...knownFields({ login }) }]
  })
  return [...people, ...(groups ?? [])]
}

// Contract, «the observing group».
const groupRows = z.array(z.object({ id: integer, groups_id: integer, type: integer }))
const groupNames = z.array(z.object({ id: integer, groups_id: reference }))

/** The groups that have a part in a ticket, by their names. */
async function groupsIn(session: Session, ticketId: number): Promise<TicketPart[]> {
  const path = `Ticket/${ticketId}/Group_Ticket?get_hateoas=false`
  const all = parse(groupRows, await everyItem(session, path), 'Group_Ticket')
  const names = all.length > 0 ? await everyItem(session, `${path}&expand_dropdowns=true`) : []
  const nameOfRow = new Map(parse(groupNames, names, 'Group_Ticket').map(({ id, groups_id }) => [id, groups_id]))
  return all.flatMap(({ id, groups_id: group, type }): TicketPart[] => {
    const part = parts[type]
    const name = nameOfRow.get(id) ?? String(group)
    return part ? [{ id, part, user: 0, group, name, notified: true, email: '', mine: false }] : []
  })
}

function nameOf(
  { user, login, email, mine }: { user: number; login: string | undefined; email: string; mine: boolean },
  names: ReadonlyMap<number, string>,
  person: Person,
): string {
  if (mine) return person.name
  return (user > 0 ? (names.get(user) ?? login) : undefined) || email || String(user)
}

async function ofTicket<Result>(id: number, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound || error instanceof NotAllowed)
      throw new NotFound('ticket-not-found', { id }, { cause: error })
    throw error
  }
}

/** Requesters, technicians and observers, in the search (GLPI-CUSTOMER.md, a). */
const shown = [4, 5, 66]
const found = z.object({
  data: z.optional(z.array(z.record(z.string(), z.unknown()))),
  data_html: z.optional(z.array(z.record(z.string(), z.unknown()))),
})

/** The API tells logins alone; a search tells full names, in the order of the numbers that it tells beside them. */
async function fullNames(session: Session, ticketId: number): Promise<ReadonlyMap<number, string>> {
  const criterion = `criteria[0][field]=2&criteria[0][searchtype]=equals&criteria[0][value]=${ticketId}`
  const columns = shown.map((field, place) => `forcedisplay[${place}]=${field}`).join('&')
  const answer = await session.ask({ path: `search/Ticket?${criterion}&${columns}&giveItems=true&range=0-0` })
  const read = z.safeParse(found, answer.status === 200 || answer.status === 206 ? answer.json : undefined)
  const names = new Map<number, string>()
  for (const field of read.success ? shown : []) {
    const parties = partiesIn(read.data?.data?.[0]?.[field], read.data?.data_html?.[0]?.[field])
    for (const { id, name } of parties ?? []) if (id !== undefined) names.set(id, name)
  }
  return names
}

/** Groups have rows of their own. */
function itemtypeOf(one: ObserverKey | TicketPart): 'Ticket_User' | 'Group_Ticket' {
  return isGroup(one) ? 'Group_Ticket' : 'Ticket_User'
}

export async function addObserver(
  session: Session,
  ticketId: number,
  observer: ObserverKey,
  { notified }: { notified: boolean },
): Promise<void> {
  const person = (who: Record<string, unknown>) => ({ ...who, use_notification: notified ? 1 : 0 })
  const who =
    'group' in observer
      ? { groups_id: observer.group }
      : person('user' in observer ? { users_id: observer.user } : { users_id: 0, alternative_email: observer.email })
  const input = { tickets_id: ticketId, ...who, type: observerType }
  const answer = await session.ask({ method: 'POST', path: itemtypeOf(observer), json: { input } })
  if (answer.status === 201) return
  const { code, message } = readRefusal(answer.json)
  throw code === 'ERROR_GLPI_ADD' ? new NotAllowed('observer-refused', { id: ticketId, message }) : refused(answer)
}

export async function notifyPart(session: Session, { id }: Pick<TicketPart, 'id'>, isWanted: boolean): Promise<void> {
  const input = { use_notification: isWanted ? 1 : 0 }
  const answer = await session.ask({ method: 'PUT', path: `Ticket_User/${id}`, json: { input } })
  if (answer.status !== 200) throw refused(answer)
}

export async function removeObserver(session: Session, part: ObserverPart): Promise<void> {
  const answer = await session.ask({ method: 'DELETE', path: `${itemtypeOf(part)}/${part.id}` })
  // Somebody else was faster.
  if (answer.status !== 200 && answer.status !== 404) throw refused(answer)
}
