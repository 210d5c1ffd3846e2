import { setTimeout as timer } from 'node:timers/promises'
import { IpeosError } from '../../errors.ts'
import type { Platform, TimelineEntry } from '../../glpi/platform.ts'
import type { TicketSummary } from '../../glpi/ticket-query.ts'
import type { TicketStatus } from '../../itil/status.ts'
import type { HomePage, HomeTicket } from '../../views/home.ts'

const openStatuses = ['new', 'assigned', 'planned', 'pending', 'solved'] as const satisfies TicketStatus[]

/** As many as one page says how many there are of each status; beyond, the platform counts. */
const mostRead = 100
/** A home fits one screen. */
const mostShown = 4
const mostAwaiting = 2
/** Requests at once. */
const mostAtOnce = 4

export interface HomeOptions {
  /** Milliseconds for what tickets are about; what is not there by then is left out. */
  patience: number
}

/** The first page, in few requests; what is slow is left out, and said to be. */
export async function readHome(platform: Platform, { patience }: HomeOptions): Promise<HomePage> {
  const { person } = await platform.session()
  const [open, awaiting, linkOf] = await Promise.all([
    platform.tickets.list({ statuses: [...openStatuses], first: 0, count: mostRead }),
    platform.tickets.list({ awaitsMe: true, first: 0, count: mostAwaiting }),
    platform.tickets.links(),
  ])
  const counts = await countsOf(platform, open)
  const shown = open.tickets.slice(0, mostShown)
  const news = await newsOf(platform, shown, patience)
  const withUrl = (ticket: TicketSummary) => ({ ticket, url: linkOf(ticket.id) })
  return {
    person,
    open: open.total,
    counts,
    awaiting: awaiting.tickets.map(withUrl),
    awaitingTotal: awaiting.total,
    tickets: shown.map((ticket): HomeTicket => ({ ...withUrl(ticket), news: news.get(ticket.id) })),
    leftOut: shown.every(({ id }) => news.has(id)) ? [] : ['news'],
  }
}

async function countsOf(
  { tickets }: Platform,
  { tickets: read, total }: { tickets: TicketSummary[]; total: number },
): Promise<HomePage['counts']> {
  const count = async (status: TicketStatus): Promise<number> => {
    if (total <= read.length) return read.filter((ticket) => ticket.status === status).length
    return (await tickets.list({ statuses: [status], first: 0, count: 1 })).total
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

/** What was written last on each of these tickets; a ticket that is missing there was too slow. */
async function newsOf(
  { tickets }: Platform,
  shown: TicketSummary[],
  patience: number,
): Promise<Map<number, TimelineEntry | undefined>> {
  const news = new Map<number, TimelineEntry | undefined>()
  const enough = new AbortController()
  const waiting = [...shown]
  const work = async (): Promise<void> => {
    for (let ticket = waiting.shift(); ticket && !enough.signal.aborted; ticket = waiting.shift()) {
      news.set(ticket.id, isUntouched(ticket) ? undefined : await tickets.newest(ticket))
    }
  }
  // Each asks two things at once.
  const all = Promise.all(Array.from({ length: mostAtOnce / 2 }, work)).then(
    () => undefined,
    (error: unknown) => {
      // The page is worth showing without its news; and nobody waits for what comes after it.
      if (!(error instanceof IpeosError) && !enough.signal.aborted) throw error
    },
  )
  await Promise.race([all, timer(patience, undefined, { signal: enough.signal }).catch(() => undefined)])
  const known = new Map(news)
  enough.abort()
  return known
}

function isUntouched({ opened, changed, status }: TicketSummary): boolean {
  return status === 'new' && opened.getTime() === changed.getTime()
}
