import { NotAllowed } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import { ticketPages } from '../../glpi/ticket/every-ticket.ts'
import type { Approval } from '../../itil/approval.ts'
import type { Announcement } from '../../itil/news.ts'
import type { TicketSummary, TimelineEntry } from '../../itil/ticket.ts'
import type { TicketFilter } from '../../itil/ticket-query.ts'
import type { TicketStatus } from '../../itil/ticket-words.ts'
import type { HomePage, HomeReservation, HomeTicket, News } from '../../records/home.ts'
import { firstWords } from '../../terminal/html.ts'
import type { LeftOut } from '../left-out.ts'
import { inTime } from './in-time.ts'

const openStatuses = ['new', 'assigned', 'planned', 'pending', 'solved'] as const satisfies TicketStatus[]

/** As many as one page says how many there are of each status; beyond, the platform counts. */
const mostRead = 100
/** A home fits one screen. */
const mostShown = 4
const mostAwaiting = 4
const mostReservations = 2
const mostAnnouncements = 2
const mostToRate = 1
/** Milliseconds: reservations of the next month. */
const horizon = 31 * 24 * 3_600_000

/** All of the first page that the platform knows, and the tickets that it fails to list. */
export type PlatformPage = Omit<HomePage, 'drafts'> & { unlisted: LeftOut }

export interface HomeOptions {
  now: Date
  /** Milliseconds for what tickets are about, and for reservations; what is not there by then is left out. */
  patience: number
}

/** The first page, in few requests; what is slow is left out, and said to be. */
export async function readHome(platform: Platform, { now, patience }: HomeOptions): Promise<PlatformPage> {
  const { person } = await platform.session()
  const [open, awaiting, linkOf] = await Promise.all([
    firstOf(platform, { statuses: [...openStatuses] }, mostRead, now),
    firstOf(platform, { awaitsMe: true }, mostAwaiting, now),
    platform.tickets.links(),
  ])
  const counts = await countsOf(platform, open, now)
  const shown = latest(open.tickets, awaiting.tickets)
  const news = new Map<number, TimelineEntry | undefined>()
  let reservations: HomeReservation[] | undefined
  const askReservations = async (): Promise<void> => {
    reservations = await comingReservations(platform, now)
  }
  let announcements: Announcement[] | undefined
  const askAnnouncements = async (): Promise<void> => {
    announcements = (await platform.news.announcements()).slice(0, mostAnnouncements)
  }
  let toRate: FirstOnes | undefined
  const askSurveys = async (): Promise<void> => {
    toRate = await firstOf(platform, { toRate: true }, mostToRate, now)
  }
  let approvals: Approval[] | undefined
  const askApprovals = async (): Promise<void> => {
    approvals = await waitingApprovals(platform)
  }
  const askNews = shown.map((ticket) => async () => {
    news.set(ticket.id, isUntouched(ticket) ? undefined : await platform.tickets.newest(ticket))
  })
  // A job asks two things at once: no more than four are asked together.
  await inTime([askReservations, askApprovals, askSurveys, askAnnouncements, ...askNews], { lanes: 2, patience })
  const withUrl = (ticket: TicketSummary) => ({ ticket, url: linkOf(ticket.id) })
  return {
    person,
    open: open.total,
    counts,
    awaiting: awaiting.tickets.map(withUrl),
    awaitingTotal: awaiting.total,
    tickets: shown.map((ticket): HomeTicket => ({ ...withUrl(ticket), news: newsOf(news.get(ticket.id)) })),
    reservations: reservations ?? [],
    announcements: announcements ?? [],
    toRate: (toRate?.tickets ?? []).map(withUrl),
    toRateTotal: toRate?.total ?? 0,
    approvals: approvals ?? [],
    leftOut: [
      ...(news.size === shown.length ? [] : ['news' as const]),
      ...(reservations ? [] : ['reservations' as const]),
      ...(announcements ? [] : ['announcements' as const]),
      ...(toRate ? [] : ['surveys' as const]),
      ...(approvals ? [] : ['approvals' as const]),
    ],
    unlisted: [...new Set([...open.leftOut, ...awaiting.leftOut])],
  }
}

/** The latest, and as many of those that await no answer: what awaits one is shown by itself. */
function latest(tickets: TicketSummary[], awaiting: TicketSummary[]): TicketSummary[] {
  const waits = new Set(awaiting.map(({ id }) => id))
  const others = new Set(tickets.filter(({ id }) => !waits.has(id)).slice(0, mostShown))
  return tickets.filter((ticket, place) => place < mostShown || others.has(ticket))
}

interface FirstOnes {
  tickets: TicketSummary[]
  total: number
  leftOut: LeftOut
}

/** The latest that changed of some tickets. */
async function firstOf(platform: Platform, filter: TicketFilter, limit: number, now: Date): Promise<FirstOnes> {
  const found: FirstOnes = { tickets: [], total: 0, leftOut: [] }
  for await (const { tickets, total, leftOut = [] } of ticketPages(platform, { filter, limit }, now)) {
    found.tickets.push(...tickets)
    found.total = total
    found.leftOut.push(...leftOut)
  }
  return found
}

async function countsOf(
  platform: Platform,
  { tickets: read, total, leftOut }: FirstOnes,
  now: Date,
): Promise<HomePage['counts']> {
  const count = async (status: TicketStatus): Promise<number> => {
    if (total <= read.length + leftOut.length) return read.filter((ticket) => ticket.status === status).length
    return (await firstOf(platform, { statuses: [status] }, 1, now)).total
  }
  // Four that are asked for; the fifth is what is left of the total.
  const [fresh, assigned, planned, pending] = await Promise.all([
    count('new'),
    count('assigned'),
    count('planned'),
    count('pending'),
  ])
  return { new: fresh, assigned, planned, pending, solved: Math.max(0, total - fresh - assigned - planned - pending) }
}

/** This account's own, the first to begin first; none where its profile may reserve nothing. */
async function comingReservations({ reservations }: Platform, now: Date): Promise<HomeReservation[]> {
  try {
    const coming = await reservations.between(now, new Date(now.getTime() + horizon))
    const own = coming.filter(({ mine }) => mine).slice(0, mostReservations)
    return await Promise.all(own.map(async (one) => ({ ...one, url: await reservations.link(one.id) })))
  } catch (error) {
    if (error instanceof NotAllowed) return []
    throw error
  }
}

/** What waits for this account's word; nothing where its profile gives none, or none any more. */
export async function waitingApprovals(platform: Platform): Promise<Approval[]> {
  const { person } = await platform.session()
  if (!person.approves) return []
  try {
    return await platform.approvals.waiting()
  } catch (error) {
    if (error instanceof NotAllowed) return []
    throw error
  }
}

function isUntouched({ opened, changed, status }: TicketSummary): boolean {
  return status === 'new' && opened.getTime() === changed.getTime()
}

/** Characters of the latest news. */
const mostWords = 500

function newsOf(entry: TimelineEntry | undefined): News | undefined {
  if (!entry) return undefined
  const { kind, date, author, mine } = entry
  const said = 'html' in entry ? firstWords(entry.html, mostWords).slice(0, mostWords) : entry.fileName
  return { kind, date, author, mine, text: said }
}
