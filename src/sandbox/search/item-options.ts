import { escapeHtml } from '../html-text.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { about, type OptionOf, several } from './option.ts'

type TicketOption = OptionOf<TicketRow>

function tied({ id }: TicketRow, { store }: Site) {
  return store.table('Item_Ticket').by('tickets_id', id)
}

/** What it is about. */
export function items(): TicketOption {
  return {
    ...about(13, 'Éléments associés', 'Associated elements', 'glpi_items_tickets.items_id', 'specific'),
    raw: (ticket, site) => several(tied(ticket, site).map(({ items_id }) => items_id)),
    ids: (ticket, site) => tied(ticket, site).map(({ items_id }) => items_id),
    html: (ticket, site) =>
      tied(ticket, site)
        .map(({ itemtype, items_id }) => escapeHtml(nameOf(site, itemtype, items_id)))
        .join('<br>'),
  }
}

const NAMED = ['Computer', 'Monitor', 'Peripheral', 'Phone', 'Printer', 'Software'] as const

function nameOf({ store }: Site, itemtype: string, id: number): string {
  const kind = NAMED.find((one) => one === itemtype)
  return (kind && store.get(kind, id)?.name) ?? `${itemtype} ${id}`
}

/** Of what kind it is, with the number of the link, several in one text (contract step "place and items in a search"); a form is one. */
export function itemtypes(): TicketOption {
  return {
    ...about(131, "Type de l'élément associé", 'Associated item type', 'glpi_items_tickets.itemtype', 'specific'),
    raw: (ticket, site) => {
      const links = tied(ticket, site).map(({ itemtype, id }) => `${itemtype}$#$${id}`)
      return links.length > 0 ? links.join('$$##$$') : null
    },
    word: (ticket, asked, site) => tied(ticket, site).some(({ itemtype }) => itemtype === asked),
  }
}
