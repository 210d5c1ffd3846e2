import { say } from '../../messages.ts'
import { maySee } from '../../ticket/visibility.ts'
import { type Call, NotDone, notDone } from '../answer.ts'
import { type Added, type Fields, numberIn, tableResource } from '../resource.ts'

const LINKED = 1

/**
 * Two tickets that belong together. Its lists are not filtered, not even below a ticket's path: they hold the links of
 * everybody (contract step "under a ticket’s path the links of all tickets come").
 */
export const linkResource = tableResource('Ticket_Ticket', {
  mayList: () => true,
  mayRead: () => true,
  idsOf: ({ site }, parent) =>
    parent === 'Ticket' ? [...site.store.table('Ticket_Ticket').all()].map(({ id }) => id) : undefined,
  create: (call, input) => createLink(call, numberIn(input, 'tickets_id_1') ?? 0, input),
  remove: removeLink,
})

/** Ties a new ticket to another: `_link: {"tickets_id_1": 0, "link": 1, "tickets_id_2": N}`; with another's it is left untied. */
export function linkAtCreation(call: Call, ticketId: number, input: Fields): void {
  const given = input._link
  if (typeof given !== 'object' || given === null) return
  const link = given as Fields
  const other = numberIn(link, 'tickets_id_2') ?? 0
  if (other !== ticketId && isSeen(call, other)) createLink(call, ticketId, link)
}

function createLink(call: Call, first: number, input: Fields): Added {
  const { site, language } = call
  const second = numberIn(input, 'tickets_id_2') ?? 0
  if (!isSeen(call, first) || !isSeen(call, second)) throw notDone(call, 'rightMissing')
  const known = site.store.table('Ticket_Ticket').by('tickets_id_1', first)
  const back = site.store.table('Ticket_Ticket').by('tickets_id_2', first)
  const isKnown = known.some((row) => row.tickets_id_2 === second) || back.some((row) => row.tickets_id_1 === second)
  if (first === second || isKnown) throw new NotDone('')
  const { id } = site.store.add('Ticket_Ticket', {
    ...{ tickets_id_1: first, tickets_id_2: second, link: numberIn(input, 'link') ?? LINKED },
  })
  return { id, message: say(language, 'added', { name: say(language, 'linked', { id }) }) }
}

function removeLink(call: Call, id: number): void {
  const row = call.site.store.get('Ticket_Ticket', id)
  if (!row || !(isSeen(call, row.tickets_id_1) || isSeen(call, row.tickets_id_2))) throw notDone(call, 'rightMissing')
  call.site.store.remove('Ticket_Ticket', id)
}

function isSeen({ site, viewer }: Call, id: number): boolean {
  const ticket = site.store.get('Ticket', id)
  return ticket !== undefined && maySee(site.store, viewer, ticket)
}
