import { retrying } from './http/retry.ts'
import { bounded } from './http/transport.ts'
import { lateContracts, lateFaq, latePreferences, lateReservations } from './late-parts.ts'
import type { ConnectOptions, Platform } from './platform.ts'
import { type DateReader, type ServerDates, serverDates } from './session/clock.ts'
import { customerProfiles, heldEntities, heldProfiles } from './session/role.ts'
import { startSession } from './session/session.ts'
import { addFollowup, findFollowup } from './ticket/followup.ts'
import { solutionsOf } from './ticket/solution.ts'
import { createTicket, getTicket } from './ticket/ticket.ts'
import { findTicket, searchTickets } from './ticket/ticket-search.ts'
import { readNewest, readTimeline } from './ticket/timeline.ts'

/**
 * The platform, as one account sees it. Nothing is asked before the first call, which opens a session when there is
 * none: a warm `tickets.list` is one request.
 */
export function connect(options: ConnectOptions): Platform {
  const told = bounded(options.http, options.trace)
  const http = options.retry ? retrying(told, options.retry) : told
  const session = startSession(options, http)
  const now = (): Date => options.clock?.now() ?? new Date()
  // Read the same way for as long as this connection lives, whatever becomes of this computer's clock and of the session:
  // a date that is read twice is the same moment.
  let known: ServerDates | undefined
  const clock = async (): Promise<ServerDates> => {
    known ??= serverDates(await session.current(), now())
    return known
  }
  const dates = async (): Promise<DateReader> => (await clock()).read

  return {
    session: () => session.current(),
    async whoAmI() {
      const { person } = session.fresh ? await session.current() : await session.reopen()
      return person
    },
    async inspect() {
      const { inspect } = await import('./session/inspect.ts')
      return inspect(session, now)
    },
    close: () => session.close(),
    roles: {
      profiles: () => heldProfiles(session.ask),
      entities: () => heldEntities(session.ask),
      take: async (role) => (await session.become(role)).person,
      customerProfiles: async () => customerProfiles(session.ask, (await session.current()).person),
    },
    tickets: {
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
        const { createTickets } = await import('./ticket/ticket-batch.ts')
        return createTickets(session, requests)
      },
      async findByMarks(start, most) {
        const { findTickets } = await import('./ticket/ticket-batch.ts')
        return findTickets(session, start, most)
      },
      async update(id, changes) {
        const { updateTicket } = await import('./ticket/change-ticket.ts')
        return updateTicket(session, id, changes)
      },
      async cancel(id) {
        const { cancelTicket } = await import('./ticket/change-ticket.ts')
        return cancelTicket(session, id)
      },
      link: async (id) => linkIn((await session.current()).rootUrl, id),
      async links() {
        const { rootUrl } = await session.current()
        return (id) => linkIn(rootUrl, id)
      },
    },
    followups: {
      add: (ticketId, text, { mark } = {}) => addFollowup(session, ticketId, { text, mark }),
      findByMark: (ticketId, mark) => findFollowup(session, ticketId, mark),
    },
    solutions: solutionsOf(session),
    documents: {
      async attach(ticketId, file, onProgress) {
        const { attachFile } = await import('./document/document.ts')
        return attachFile(session, ticketId, file, onProgress)
      },
      async download(ticketId, documentId) {
        const { downloadDocument } = await import('./document/download.ts')
        return downloadDocument(session, http, { itemtype: 'Ticket', id: ticketId }, documentId)
      },
    },
    api: {
      async send(call) {
        const { sendCall } = await import('./api/send-call.ts')
        return sendCall(session, call)
      },
      async *pages(call) {
        const { callPages } = await import('./api/send-call.ts')
        yield* callPages(session, call)
      },
    },
    form: {
      async read(reading = {}) {
        const { readForm } = await import('./form/read.ts')
        return readForm({ session, http, cache: options.formCache }, reading)
      },
    },
    faq: lateFaq(session, http, dates),
    contracts: lateContracts(session),
    preferences: latePreferences({ session, http, formCache: options.formCache }),
    reservations: lateReservations(session, http, clock),
  }
}

function linkIn(rootUrl: string, id: number): string {
  return `${rootUrl}/front/ticket.form.php?id=${id}`
}
