import { Failed, NotAllowed } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { Ticket, TimelineEntry } from '../../itil/ticket.ts'
import { lastWritten, waitsForAnswer } from '../../itil/ticket-action.ts'

/** A ticket that this account may write on. Rejects with `NotAllowed` for one that it only reads. */
export async function writableTicketOf(ticketId: number, platform: Platform): Promise<Ticket> {
  const [ticket, { person }] = await Promise.all([platform.tickets.get(ticketId), platform.session()])
  if (!ticket.readOnly) return ticket
  if (ticket.observed || !person.readsOthers) throw new NotAllowed('observer', { id: ticketId })
  throw new NotAllowed('read-only', { id: ticketId, profile: person.profile.name })
}

/** One that still takes messages. Rejects also with `Failed` for one that is closed. */
export async function openTicketOf(ticketId: number, platform: Platform): Promise<Ticket> {
  const ticket = await writableTicketOf(ticketId, platform)
  if (ticket.status === 'closed') throw closed(ticketId)
  return ticket
}

/** A ticket that this person may still edit, cancel or close. Rejects with `NotAllowed`, saying why not. */
export async function unwrittenTicketOf(
  ticketId: number,
  to: 'edit' | 'cancel' | 'close',
  platform: Platform,
): Promise<Ticket> {
  const [ticket, { person }] = await Promise.all([writableTicketOf(ticketId, platform), platform.session()])
  if (ticket.status === 'closed' && to === 'cancel') throw new Failed('closed-not-cancelled', { id: ticketId })
  if (ticket.status === 'closed') throw closed(ticketId)
  // A technician works on what is written.
  if (person.interface === 'central') return ticket
  if (ticket.status === 'solved')
    throw new NotAllowed(to === 'close' ? 'close-solved' : 'ticket-solved', { id: ticketId })
  const written = lastWritten(await platform.tickets.timeline(ticket))
  if (!written) return ticket
  if (written.author === undefined) throw new NotAllowed(`${to}-written`, { id: ticketId })
  throw new NotAllowed(`${to}-written-by`, { id: ticketId, author: written.author })
}

/** A ticket whose solution waits for an answer, and all that happened to it. Rejects with `Failed` when none does. */
export async function needWaitingSolution(
  ticketId: number,
  platform: Platform,
): Promise<{ ticket: Ticket; timeline: TimelineEntry[] }> {
  const ticket = await openTicketOf(ticketId, platform)
  const timeline = await platform.tickets.timeline(ticket)
  if (waitsForAnswer(ticket, timeline)) return { ticket, timeline }
  throw new Failed('no-solution', { id: ticketId })
}

function closed(id: number): Failed {
  return new Failed('ticket-closed', { id })
}
