import type { TicketPart } from '../../itil/ticket-part.ts'
import { bool, integer, maybe, type RecordOf, shape, text } from '../shape.ts'

/** Those who observe a ticket. */
export const observerShape = shape({
  name: 'observer',
  fields: {
    ticket: integer,
    name: text,
    login: maybe(text),
    email: maybe(text),
    notified: bool,
    me: bool,
    group: maybe(integer),
  },
  columns: ['name', 'login', 'email', 'notified'],
  list: true,
})

export function observerRecord(
  ticket: number,
  { name, login, email, notified, mine, group }: TicketPart,
): RecordOf<typeof observerShape> {
  return { ticket, name, login: login ?? null, email: email || null, notified, me: mine, group: group ?? null }
}
