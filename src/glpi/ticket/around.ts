import * as z from 'zod/mini'
import { IpeosError, NotLoggedIn } from '../../errors/error.ts'
import { knownFields } from '../../itil/known-fields.ts'
import type { EquipmentReference, LinkedTicket, Ticket, TicketSurroundings, Waiting } from '../../itil/ticket.ts'
import { linksOf } from '../around/links.ts'
import { askRange, everyItem } from '../range.ts'
import { refused } from '../refusal.ts'
import type { DateReader } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { cell, integer, label, parse, reference, serverDate } from '../wire.ts'
import type { TicketAccess } from './ticket.ts'
import { numbersQuery, option } from './ticket-criteria.ts'
import { knownStatus } from './ticket-words.ts'

/**
 * What stands around a ticket, each asked for only where it can exist; what the platform refuses is left out, for a ticket
 * is worth showing without it.
 */
export async function readAround(
  { session, dates }: Omit<TicketAccess, 'names'>,
  ticket: Ticket,
): Promise<TicketSurroundings> {
  const [equipment, waiting, links] = await Promise.all([
    ticket.equipment.length > 0 ? good(namedEquipment(session, ticket)) : undefined,
    ticket.status === 'pending' ? good(waitingOf(session, ticket.id, dates)) : undefined,
    good(linkedTickets(session, ticket.id)),
  ])
  return { equipment: equipment ?? ticket.equipment, ...knownFields({ waiting, links }) }
}

/** Undefined where it cannot be had. */
async function good<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof IpeosError) || error instanceof NotLoggedIn) throw error
    return undefined
  }
}

const itemLink = z.array(z.object({ itemtype: label, items_id: reference }))

/** The same equipment by name, where it is in the same order still. */
async function namedEquipment(session: Session, { id, equipment }: Ticket): Promise<EquipmentReference[]> {
  const path = `Ticket/${id}/Item_Ticket?expand_dropdowns=true&get_hateoas=false`
  const links = parse(itemLink, await everyItem(session, path), 'Item_Ticket')
  const kinds = equipment.map((one) => one.key.replace(/:.*/, ''))
  const named = links.filter(({ itemtype }) => kinds.includes(itemtype))
  return equipment.map(({ key }, index) => {
    const { itemtype, items_id: name } = named[index] ?? {}
    return { key, ...(name && itemtype === kinds[index] && { name }) }
  })
}

const pending = z.array(
  z.object({
    itemtype: label,
    items_id: integer,
    followup_frequency: z.nullable(integer),
    followups_before_resolution: z.nullable(integer),
    bump_count: z.nullable(integer),
    last_bump_date: serverDate,
  }),
)

/** Contract, «why, and when it will be reminded». */
async function waitingOf(
  session: Session,
  ticketId: number,
  dates: () => Promise<DateReader>,
): Promise<Waiting | undefined> {
  const answer = await session.call({ path: `Ticket/${ticketId}/PendingReason_Item?get_hateoas=false&range=0-9` })
  const row = parse(pending, answer, 'PendingReason_Item').find(
    ({ itemtype, items_id }) => itemtype === 'Ticket' && items_id === ticketId,
  )
  const last = (await dates())(row?.last_bump_date)
  return row?.followup_frequency && last ? waitingFrom(row, row.followup_frequency, last) : undefined
}

/** `every`: seconds between two reminders. Below 0, it is solved without any; 0 is never. */
function waitingFrom(
  { followups_before_resolution, bump_count }: z.output<typeof pending>[number],
  every: number,
  last: Date,
): Waiting {
  const [before, done] = [followups_before_resolution ?? 0, bump_count ?? 0]
  const after = (rounds: number): Date => new Date(last.getTime() + rounds * every * 1000)
  if (before === 0) return { reminder: after(1) }
  const remindersLeft = Math.max(Math.max(before, 0) - done, 0)
  return { ...(remindersLeft > 0 && { reminder: after(1) }), remindersLeft, solvedOn: after(remindersLeft + 1) }
}

/** More are not looked at. */
const mostLinks = 50

/** Of the tickets at the other ends of its links, only those that a search of this account finds. */
async function linkedTickets(session: Session, ticketId: number): Promise<LinkedTicket[]> {
  const links = (await linksOf(session, ticketId)).filter(({ other }) => other !== ticketId).slice(0, mostLinks)
  if (links.length === 0) return []
  const own = await ownTickets(session, [...new Set(links.map(({ other }) => other))])
  return links.flatMap(({ other, relation }) => {
    const ticket = own.get(other)
    return ticket ? [{ ...ticket, relation }] : []
  })
}

const found = z.object({
  data: z.optional(z.array(z.object({ [option.id]: integer, [option.title]: cell, [option.status]: integer }))),
})

async function ownTickets(session: Session, ids: number[]): Promise<Map<number, Omit<LinkedTicket, 'relation'>>> {
  const path = `search/Ticket?${numbersQuery(ids, [option.id, option.title, option.status])}`
  const answer = await askRange(session, path, { first: 0, count: mostLinks, once: true })
  if (answer.status !== 200 && answer.status !== 206) throw refused(answer)
  const { data: rows = [] } = parse(found, answer.json, 'search/Ticket')
  return new Map(
    rows.map((row) => {
      const [id, title] = [row[option.id], row[option.title]]
      return [id, { id, title, status: knownStatus(row[option.status], 'search/Ticket') }]
    }),
  )
}
