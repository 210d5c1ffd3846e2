import { plainText } from '../html-text.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { ROLE } from './ticket-words.ts'

/** Tells the requesters who wish it that their ticket is registered. */
export function notifyNewTicket(site: Site, ticket: TicketRow): void {
  notify(site, ticket, `[GLPI #${number(ticket)}] Nouveau ticket ${ticket.name}`, ticket.content)
}

/** Tells the requesters who wish it that the support answered. */
export function notifyAnswer(site: Site, ticket: TicketRow, content: string): void {
  notify(site, ticket, `[GLPI #${number(ticket)}] ${ticket.name}`, content)
}

function notify(site: Site, ticket: TicketRow, subject: string, content: string): void {
  if (!site.configuration.notificationsEnabled) return
  for (const to of addresses(site, ticket)) site.mailbox.send({ to, subject, text: plainText(content) })
}

function addresses({ store }: Site, ticket: TicketRow): string[] {
  const found: string[] = []
  for (const person of store.table('Ticket_User').by('tickets_id', ticket.id)) {
    if (person.type !== ROLE.requester || person.use_notification === 0) continue
    const own = store.table('UserEmail').by('users_id', person.users_id)
    const email = person.alternative_email || own.find(({ is_default }) => is_default)?.email
    if (email) found.push(email)
  }
  return found
}

function number({ id }: TicketRow): string {
  return String(id).padStart(7, '0')
}
