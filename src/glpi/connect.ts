import type { TicketQuery } from '../itil/ticket-query.ts'
import type { Http } from './http/http.ts'
import { retrying } from './http/retry.ts'
import { bounded } from './http/transport.ts'
import {
  lazyApi,
  lazyApprovals,
  lazyAround,
  lazyContracts,
  lazyDocuments,
  lazyFaq,
  lazyForm,
  lazyForms,
  lazyNews,
  lazyPassword,
  lazyPeople,
  lazyPersonalToken,
  lazyPreferences,
  lazyReservations,
  lazySurveys,
} from './lazy-parts.ts'
import type { ConnectOptions, Platform } from './platform.ts'
import { AccountSession } from './session/account-session.ts'
import type { DateReader, ServerDates } from './session/clock.ts'
import { PlatformClock } from './session/platform-clock.ts'
import { rolesOf } from './session/role.ts'
import type { Session } from './session/session.ts'
import { followupsOf, solutionsOf } from './ticket/followup.ts'
import { ownOf } from './ticket/marked.ts'
import { createTicket, getTicket } from './ticket/ticket.ts'
import { searchNumbers, searchRows, searchTickets, ticketsOfMark, withFirst } from './ticket/ticket-search.ts'
import type { Tickets } from './ticket/tickets.ts'
import { readNewest, readTimeline } from './ticket/timeline.ts'

/**
 * The platform, as one account sees it. Nothing is asked before the first call, which opens a session when there is
 * none: a warm `tickets.list` is one request.
 */
export function connect(options: ConnectOptions): Platform {
  const traced = bounded(options.http, options.trace)
  const http = options.retry ? retrying(traced, options.retry) : traced
  const session = new AccountSession(options, http, traced)
  const now = (): Date => options.clock?.now() ?? new Date()
  const platformClock = new PlatformClock(session, now)
  const clock = (): Promise<ServerDates> => platformClock.dates()
  const { formCache } = options

  return {
    session: () => session.current(),
    async whoAmI() {
      const { person } = session.fresh ? await session.current() : await session.reopen()
      return person
    },
    async inspect() {
      const { inspect } = await import('./session/inspect.ts')
      return inspect(session, now, options.session)
    },
    readClock: () => platformClock.again(),
    close: () => session.close(),
    roles: rolesOf(session),
    tickets: ticketsOf(session, http, platformClock),
    followups: followupsOf(session),
    solutions: solutionsOf(session),
    documents: lazyDocuments(session, http),
    api: lazyApi(session),
    form: lazyForm({ session, http, cache: formCache, now }),
    forms: lazyForms(session, http, now),
    people: lazyPeople({ session, http, now }),
    around: lazyAround(session),
    faq: lazyFaq(session, http, async () => (await clock()).read),
    approvals: lazyApprovals(session, async () => (await clock()).read),
    surveys: lazySurveys({ session, http, dates: async () => (await clock()).read }),
    news: lazyNews({ session, http, now, dates: async () => (await clock()).read }),
    contracts: lazyContracts(session),
    password: lazyPassword({
      ...{ http, once: traced, url: options.url, appToken: options.appToken },
      credential: () => options.credential(),
    }),
    preferences: lazyPreferences({ session, http, formCache }),
    personalToken: lazyPersonalToken({ session, http }),
    reservations: lazyReservations(session, http, clock),
  }
}

/** The tickets of one account. What most commands never do is loaded when it is first asked for. */
function ticketsOf(session: Session, http: Http, platformClock: PlatformClock): Tickets {
  const clock = (): Promise<ServerDates> => platformClock.dates()
  const dates = async (): Promise<DateReader> => (await clock()).read
  const access = { session, http, dates, names: { people: new Map(), groups: new Map() } }
  const list = async (query: TicketQuery) => {
    const page = await searchTickets(session, clock, query)
    return (await platformClock.doubt(page.tickets[0]?.changed)) ? searchTickets(session, clock, query) : page
  }
  return {
    list,
    async rows(query, options) {
      const read = () => searchRows(session, clock, query, options)
      const { first, rows } = withFirst(await read())
      return (await platformClock.doubt(first?.changed)) ? read() : rows
    },
    numbers: (query) => searchNumbers(session, clock, query),
    async get(id) {
      const ticket = await getTicket(access, id)
      return (await platformClock.doubt(ticket.changed)) ? getTicket(access, id) : ticket
    },
    async around(ticket) {
      const { readAround } = await import('./ticket/around.ts')
      return readAround(access, ticket)
    },
    timeline: (ticket) => readTimeline(access, ticket),
    newest: (ticket) => readNewest(access, ticket),
    async create(request, { images = [], onProgress } = {}) {
      if (images.length === 0) return createTicket(session, request)
      const { createIllustrated } = await import('./ticket/illustrated-ticket.ts')
      return createIllustrated(session, request, images, onProgress)
    },
    async stored(id, parts) {
      const { storedFields } = await import('./ticket/stored-fields.ts')
      return storedFields(session, id, parts)
    },
    findByMark: async (mark) => (await ticketsOfMark(session, mark))[0],
    allWithMark: (mark, made) => ticketsOfMark(session, mark, made),
    async withMark(mark) {
      const sort = { by: 'id', order: 'descending' } as const
      const { tickets } = await list({ text: `ipeos:${mark}`, sort, first: 0, count: 50 })
      const ids = tickets.map(({ id }) => id)
      const ours = new Set(await ownOf(session, ids, (marks) => marks.includes(mark)))
      return tickets.filter(({ id }) => ours.has(id))
    },
    async createMany(requests) {
      const { createTickets } = await import('./ticket/ticket-batch.ts')
      return createTickets(session, requests)
    },
    async findByMarks(start, most, made) {
      const { findTickets } = await import('./ticket/ticket-batch.ts')
      return findTickets(session, start, most, made)
    },
    async update(id, changes, images) {
      const { updateTicket } = await import('./ticket/change-ticket.ts')
      return updateTicket(session, id, changes, images)
    },
    async addToDescription(id, text) {
      const { addToDescription } = await import('./ticket/change-ticket.ts')
      return addToDescription(session, id, text)
    },
    async cancel(id) {
      const { cancelTicket } = await import('./ticket/change-ticket.ts')
      return cancelTicket(session, id)
    },
    async close(id) {
      const { closeTicket } = await import('./ticket/change-ticket.ts')
      return closeTicket(session, id)
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
