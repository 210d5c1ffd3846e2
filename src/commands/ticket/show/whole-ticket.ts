import type { Platform } from '../../../glpi/platform.ts'
import type { ShownTicket, Ticket } from '../../../itil/ticket.ts'

/** A ticket that was read, with all else that there is to be told of it. */
export async function wholeTicket(
  ticket: Ticket,
  { tickets, documents }: Pick<Platform, 'tickets' | 'documents'>,
): Promise<ShownTicket> {
  const story = async () => {
    const timeline = await tickets.timeline(ticket)
    return { timeline, documents: await documents.withImages(ticket, timeline) }
  }
  const [{ timeline, documents: all }, { equipment, ...around }, url] = await Promise.all([
    story(),
    tickets.around(ticket),
    tickets.link(ticket.id),
  ])
  return { ticket: { ...ticket, equipment, documents: all }, timeline, url, ...around }
}
