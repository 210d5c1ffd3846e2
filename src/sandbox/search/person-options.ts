import { escapeHtml } from '../html-text.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { friendlyName } from '../viewer.ts'
import { about, type OptionOf, several } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** What parts several values of one field in its markup. */
const BREAK = '#LBBR#'

/** Those who have this part in it; of somebody known by an address alone the number is null, and the markup a link. */
export function person(id: number, fr_FR: string, en_GB: string, role: number): TicketOption {
  const rows = (ticket: TicketRow, { store }: Site) =>
    store
      .table('Ticket_User')
      .by('tickets_id', ticket.id)
      .filter(({ type }) => type === role)
      // Contract step "observers in a search: numbers, full names in markup".
      .sort(
        (a, b) =>
          Number(a.users_id === 0) - Number(b.users_id === 0) ||
          (a.users_id === 0 ? a.alternative_email.localeCompare(b.alternative_email) : 0),
      )
  const people = (ticket: TicketRow, site: Site) => rows(ticket, site).map(({ users_id }) => users_id)
  const nameOf = (user: number, { store }: Site) => friendlyName(store.get('User', user))
  return {
    ...{ id, name: { fr_FR, en_GB }, table: 'glpi_users', field: 'name', datatype: 'dropdown' },
    raw: (ticket, site) => several(people(ticket, site).map((user) => (user === 0 ? null : user))),
    ids: people,
    text: (ticket, site) =>
      people(ticket, site)
        .map((user) => nameOf(user, site))
        .join(' '),
    html: (ticket, site) =>
      rows(ticket, site)
        .map(({ users_id, alternative_email }) => {
          const address = escapeHtml(alternative_email)
          return users_id === 0
            ? `<a href='mailto:${address}'>${address}</a>${BREAK}`
            : `${escapeHtml(nameOf(users_id, site))} `
        })
        .join(BREAK),
  }
}

/** The groups that have this part in it. */
export function group(id: number, fr_FR: string, en_GB: string, role: number): TicketOption {
  const groups = (ticket: TicketRow, { store }: Site) =>
    store
      .table('Group_Ticket')
      .by('tickets_id', ticket.id)
      .flatMap(({ type, groups_id }) => (type === role ? (store.get('Group', groups_id) ?? []) : []))
  return {
    ...about(id, fr_FR, en_GB, 'glpi_groups.completename', 'dropdown'),
    raw: (ticket, site) => several(groups(ticket, site).map(({ name }) => name)),
    ids: (ticket, site) => groups(ticket, site).map((one) => one.id),
  }
}

export function writer(): TicketOption {
  return {
    ...about(22, 'Rédacteur', 'Writer', 'glpi_users.name', 'dropdown'),
    raw: ({ users_id_recipient }) => users_id_recipient,
    ids: ({ users_id_recipient }) => [users_id_recipient],
    text: ({ users_id_recipient }, { store }) => friendlyName(store.get('User', users_id_recipient)),
    html: ({ users_id_recipient }, { store }) => escapeHtml(friendlyName(store.get('User', users_id_recipient))),
  }
}
