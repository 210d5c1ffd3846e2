import type { Platform, TicketPage, TicketQuery, TicketSummary } from './platform.ts'
import { unreachable } from './refusal.ts'
import { hostOf } from './transport.ts'

/** Big pages are far cheaper by the row, but each must be answered well before a time-out. */
const ticketsPerPage = 500
/** Far more than a platform holds of one customer: a list that goes on for longer never ends. */
const mostTickets = 50_000
/** Characters of all titles and categories together. */
const longestText = 20_000_000
/** Milliseconds for all pages together. */
const patience = 10 * 60_000

/**
 * The tickets of a query, page after page, up to `limit` of them. A ticket that changes meanwhile moves between pages:
 * it is given once. Rejects with `Unreachable` when the list never ends.
 */
export async function everyTicket(
  platform: Pick<Platform, 'tickets' | 'session'>,
  query: Omit<TicketQuery, 'first' | 'count'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<TicketPage> {
  const deadline = performance.now() + patience
  const found = new Map<number, TicketSummary>()
  let total = 0
  let text = 0
  for (let first = 0; first < limit; ) {
    const { size } = found
    const page = await platform.tickets.list({ ...query, first, count: Math.min(ticketsPerPage, limit - first) })
    for (const ticket of page.tickets) {
      found.set(ticket.id, ticket)
      text += ticket.title.length + (ticket.category?.length ?? 0)
    }
    total = page.total
    first += page.tickets.length
    if (page.tickets.length === 0 || first >= total) break
    const isEndless = first > mostTickets || text > longestText || performance.now() > deadline
    if (isEndless || found.size === size) throw await endless(platform)
  }
  return { tickets: [...found.values()], total }
}

async function endless(platform: Pick<Platform, 'session'>): Promise<Error> {
  return unreachable('platform.endless-list', { host: hostOf((await platform.session()).rootUrl) })
}
