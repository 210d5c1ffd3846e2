import { plainText } from '../html-text.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { isHere } from './actors.ts'
import { ROLE } from './ticket-words.ts'

/** Tells its requesters, and its observers who see it, as far as they wish it, that a ticket is registered. */
export function notifyNewTicket(site: Site, ticket: TicketRow): void {
  notify(site, ticket, `[GLPI #${number(ticket)}] Nouveau ticket ${ticket.name}`, ticket.content, [
    ROLE.requester,
    ROLE.observer,
  ])
}

/** Tells the requesters who wish it that the support answered. */
export function notifyAnswer(site: Site, ticket: TicketRow, content: string): void {
  notify(site, ticket, `[GLPI #${number(ticket)}] ${ticket.name}`, content, [ROLE.requester])
}

/** Asks the requesters who wish to be told what they think of it. */
export function notifySurvey(site: Site, ticket: TicketRow): void {
  const content = 'Votre ticket est clos. Êtes-vous satisfait ? Répondez à l’enquête sur sa page.'
  notify(site, ticket, `[GLPI #${number(ticket)}] Enquête de satisfaction : ${ticket.name}`, content, [ROLE.requester])
}

function notify(site: Site, ticket: TicketRow, subject: string, content: string, roles: number[]): void {
  if (!site.configuration.notificationsEnabled) return
  for (const to of addresses(site, ticket, roles)) site.mailbox.send({ to, subject, text: plainText(content) })
}

function addresses({ store }: Site, ticket: TicketRow, roles: number[]): string[] {
  const found: string[] = []
  for (const person of store.table('Ticket_User').by('tickets_id', ticket.id)) {
    if (!roles.includes(person.type) || person.use_notification === 0) continue
    // An observer of another entity is stored, and never hears of it (GLPI-CUSTOMER.md, a).
    const isStranger = person.type === ROLE.observer && person.users_id !== 0
    if (isStranger && !isHere(store, person.users_id, ticket.entities_id)) continue
    const own = store.table('UserEmail').by('users_id', person.users_id)
    const email = person.alternative_email || own.find(({ is_default }) => is_default)?.email
    if (email) found.push(email)
  }
  return found
}

function number({ id }: TicketRow): string {
  return String(id).padStart(7, '0')
}
