import * as z from 'zod/mini'
import type { Person } from '../../itil/person.ts'
import type { Http } from '../http/http.ts'
import { everyItem } from '../range.ts'
import type { Session } from '../session/session.ts'
import { integer, parse, reference } from '../wire.ts'
import type { Names, Who } from './names.ts'
import { whereGiven } from './where-given.ts'

export interface AuthorAccess {
  session: Session
  http: Http
  names: Names
}

/** Something that was written on a ticket, or hung on it, and who had a part in that: its author first. */
export interface Written {
  itemtype: 'ITILFollowup' | 'TicketTask' | 'ITILSolution' | 'Document_Item'
  id: number
  people: Array<Who | undefined>
  /** The group that is to do it. */
  group?: Who | undefined
}

/**
 * Learns the names of those who wrote on a ticket and have no other part in it: from its page, where the full ones stand;
 * failing that, their logins. Nothing is asked where all are known, and what is refused is left out.
 */
export async function learnAuthors(access: AuthorAccess, ticketId: number, written: Written[]): Promise<void> {
  const { session, names } = access
  const { person } = await session.current()
  if (written.some(({ people: [author] }) => isUnknown(author, person, names)))
    await learnFromPage(access, ticketId, written)
  await learnLogins(access, ticketId, written)
  // What was not told now is not asked again.
  for (const { people: ones, group } of written) {
    for (const one of ones) if (isUnknown(one, person, names)) names.people.set(Number(one), '')
    if (isUnknownGroup(group, names)) names.groups.set(Number(group), '')
  }
}

function isUnknown(one: Who | undefined, person: Person, { people }: Names): boolean {
  return typeof one === 'number' && one !== person.id && !people.has(one)
}

function isUnknownGroup(group: Who | undefined, { groups }: Names): boolean {
  return typeof group === 'number' && !groups.has(group)
}

/** A site that shows no pages names fewer people, and all else. */
async function learnFromPage(
  { session, http, names }: AuthorAccess,
  ticketId: number,
  written: Written[],
): Promise<void> {
  const { authorsOnPage } = await import('./author-page.ts')
  const authors = await authorsOnPage(session, http, ticketId)
  for (const { itemtype, id, people } of written) keep(names.people, people[0], authors?.get(`${itemtype}_${id}`))
}

const named = z.object({
  id: integer,
  users_id: z.optional(reference),
  users_id_tech: z.optional(reference),
  users_id_approval: z.optional(reference),
  groups_id_tech: z.optional(reference),
})

/** Learns the logins of those who have no name yet, and the names of groups: a list for each kind of thing that they wrote. */
export async function learnLogins(
  { session, names }: Pick<AuthorAccess, 'session' | 'names'>,
  ticketId: number,
  written: Written[],
): Promise<void> {
  const { person } = await session.current()
  const unnamed = written.filter(
    ({ people, group }) => people.some((one) => isUnknown(one, person, names)) || isUnknownGroup(group, names),
  )
  // Documents have no list of their own.
  const itemtypes = new Set(unnamed.map(({ itemtype }) => itemtype).filter((itemtype) => itemtype !== 'Document_Item'))
  await Promise.all(
    [...itemtypes].map(async (itemtype) => {
      const path = `Ticket/${ticketId}/${itemtype}?expand_dropdowns=true&get_hateoas=false`
      const rows = parse(z.array(named), (await whereGiven(everyItem(session, path))) ?? [], itemtype)
      const rowOf = new Map(rows.map((row) => [row.id, row]))
      for (const one of unnamed) if (one.itemtype === itemtype) learnFromRow(rowOf.get(one.id), one, names)
    }),
  )
}

function learnFromRow(row: z.output<typeof named> | undefined, { people, group }: Written, names: Names): void {
  const [author, other] = people
  keep(names.people, author, row?.users_id)
  keep(names.people, other, row?.users_id_tech ?? row?.users_id_approval)
  keep(names.groups, group, row?.groups_id_tech)
}

function keep(known: Map<number, string>, one: Who | undefined, name: string | undefined): void {
  if (typeof one === 'number' && name && !known.has(one)) known.set(one, name)
}
