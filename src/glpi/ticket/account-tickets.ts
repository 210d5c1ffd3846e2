import type { DateReader, ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { createTicket, getTicket } from './ticket.ts'
import { findTicket, searchTickets } from './ticket-search.ts'
import type { Tickets } from './tickets.ts'
import { readNewest, readTimeline } from './timeline.ts'

/** The tickets of one account. What most commands never do is loaded when it is first asked for. */
export function ticketsOf(session: Session, clock: () => Promise<ServerDates>): Tickets {
  const dates = async (): Promise<DateReader> => (await clock()).read
  return {
    list: (query) => searchTickets(session, clock, query),
    get: (id) => getTicket(session, dates, id),
    timeline: (ticket) => readTimeline(session, dates, ticket),
    newest: (ticket) => readNewest(session, dates, ticket),
    create: (request) => createTicket(session, request),
    findByMark: (mark) => findTicket(session, mark),
    async withMark(mark) {
      const sort = { by: 'id', order: 'descending' } as const
      return (await searchTickets(session, clock, { text: `ipeos:${mark}`, sort, first: 0, count: 50 })).tickets
    },
    async createMany(requests) {
      const { createTickets } = await import('./ticket-batch.ts')
      return createTickets(session, requests)
    },
    async findByMarks(start, most) {
      const { findTickets } = await import('./ticket-batch.ts')
      return findTickets(session, start, most)
    },
    async update(id, changes) {
      const { updateTicket } = await import('./change-ticket.ts')
      return updateTicket(session, id, changes)
    },
    async cancel(id) {
      const { cancelTicket } = await import('./change-ticket.ts')
      return cancelTicket(session, id)
    },
    link: async (id) => linkIn((await session.current()).rootUrl, id),
    async links() {
      const { rootUrl } = await session.current()
      return (id) => linkIn(rootUrl, id)
    },
  }
}

function linkIn(rootUrl: string, id: number): string {
  return `${rootUrl}/front/ticket.form.php?id=${id}`
}
