import type { Context } from '../../../app/context.ts'
import type { TicketReading } from '../../../glpi/ticket/ticket-pager.ts'
import type { ListedTicket, TicketSummary } from '../../../itil/ticket.ts'
import type { SeenValue } from '../../../settings/read-seen.ts'
import type { LeftOut } from '../../left-out.ts'

export interface ListedPage {
  tickets: ListedTicket[]
  /** How many there are in all. */
  total: number
  leftOut?: LeftOut
}

/**
 * Tickets as they come, page by page, each with the address of its page on the web; there is always a first page. A
 * spinner turns while one waits, as long as nothing of them is on the screen: `isOnScreen` tells, after the first page.
 */
export async function* listedPages(
  reading: TicketReading,
  context: Context,
  isOnScreen: () => boolean = () => context.terminal.outputIsTerminal,
): AsyncGenerator<ListedPage> {
  const { terminal, t } = context
  const { ticketPages } = await import('../../../glpi/ticket/every-ticket.ts')
  const platform = await context.platform()
  const pages = ticketPages(platform, reading, context.clock.now())
  let next = await terminal.during(t('list.loading'), pages.next())
  const link = await platform.tickets.links()
  for (let shown = 0; !next.done; ) {
    const { tickets: listed, total, leftOut } = next.value
    const first = shown === 0 ? listed.slice(0, mostSeen) : []
    shown += listed.length
    // Nothing here holds the page any more: whoever takes it may forget each ticket once it is written.
    const tickets = listed.splice(0).map((ticket) => Object.assign(ticket, { url: link(ticket.id) }))
    yield { tickets, total, ...(leftOut && { leftOut }) }
    if (first.length > 0) await context.seen.remember('ticket', await seenOf(first, context))
    const coming = pages.next()
    next = await (isOnScreen() ? coming : terminal.during(() => t('list.loading-more', { shown, total }), coming))
  }
}

/** As many as completion may offer. */
const mostSeen = 200

async function seenOf(tickets: readonly TicketSummary[], { t }: Context): Promise<SeenValue[]> {
  const { seenTicket } = await import('../../request/arrival/seen-ticket.ts')
  return tickets.map((ticket) => seenTicket(ticket, t))
}

/** How far a list was read. */
export interface Read {
  count: number
  total: number
  leftOut: LeftOut
}

/** The pages, and how far they were read: for what is said at the end. */
export function counted(pages: AsyncGenerator<ListedPage>): { pages: AsyncGenerator<ListedPage>; read: Read } {
  const read: Read = { count: 0, total: 0, leftOut: [] }
  const counting = async function* () {
    for await (const page of pages) {
      read.count += page.tickets.length
      read.total = page.total
      read.leftOut.push(...(page.leftOut ?? []))
      yield page
    }
  }
  return { pages: counting(), read }
}

export async function* ticketsOf(pages: AsyncIterable<ListedPage>): AsyncGenerator<ListedTicket[]> {
  for await (const { tickets } of pages) yield tickets
}
