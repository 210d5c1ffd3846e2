import { escapeHtml } from '../html-text.ts'
import { secondsBetween } from '../server-time.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { isOpen, ROLE, STATUS } from '../ticket/ticket-words.ts'
import { entityTree } from '../viewer.ts'
import { approvalOptions } from './approval-options.ts'
import { dueOptions } from './due-options.ts'
import { formAnswers, place } from './form-options.ts'
import { items, itemtypes } from './item-options.ts'
import { about, type OptionOf, searchTable, several } from './option.ts'
import { group, person, writer } from './person-options.ts'
import { surveyOptions } from './survey-options.ts'

type TicketOption = OptionOf<TicketRow>
type Column = { [K in keyof TicketRow]: TicketRow[K] extends string | number | null ? K : never }[keyof TicketRow] &
  string

/** The search options of Ticket (GLPI.md, "v1 — lists"; contract step "listSearchOptions"). */
export const TICKET_SEARCH = {
  // Contract steps "a search by technician is refused", "a search by observer is refused".
  notForCustomers: new Set([5, 8, 13, 52, 55, 64, 65, 66, 91, 93, 150, 151, 152, 153, 158]),
  ...searchTable(
    'Ticket',
    [2, 1, 12, 19, 15, 3, 4, 5, 7],
    [
      { ...column(1, 'Titre', 'Title', 'name', 'itemlink'), html: titleLink },
      column(2, 'ID', 'ID', 'id', 'number'),
      column(3, 'Priorité', 'Priority', 'priority', 'specific'),
      person(4, 'Demandeur', 'Requester', ROLE.requester),
      person(5, 'Technicien', 'Technician', ROLE.assigned),
      category(),
      group(8, 'Groupe de techniciens', 'Technician group', ROLE.assigned),
      column(10, 'Urgence', 'Urgency', 'urgency', 'specific'),
      column(11, 'Impact', 'Impact', 'impact', 'specific'),
      { ...column(12, 'Statut', 'Status', 'status', 'specific'), word: isInStatus },
      items(),
      column(14, 'Type', 'Type', 'type', 'specific'),
      column(15, "Date d'ouverture", 'Opening date', 'date', 'datetime'),
      column(16, 'Date de clôture', 'Closing date', 'closedate', 'datetime'),
      column(17, 'Date de résolution', 'Resolution date', 'solvedate', 'datetime'),
      column(18, 'TTR', 'Time to resolve', 'time_to_resolve', 'datetime'),
      column(19, 'Dernière modification', 'Last update', 'date_mod', 'datetime'),
      column(21, 'Description', 'Description', 'content', 'text'),
      writer(),
      children(25, 'Description du suivi', 'Followup description', 'ITILFollowup'),
      children(24, 'Solution', 'Solution', 'ITILSolution'),
      column(45, 'Durée totale', 'Total duration', 'actiontime', 'number'),
      person(66, 'Observateur', 'Observer', ROLE.observer),
      group(65, 'Groupe observateur', 'Observer group', ROLE.observer),
      group(71, 'Groupe demandeur', 'Requester group', ROLE.requester),
      entityOption(),
      overdue(),
      place(),
      documents(),
      takenAfter(),
      formAnswers(),
      itemtypes(),
      ...[...surveyOptions(), ...approvalOptions(), ...dueOptions()],
    ],
  ),
}

function column(
  id: number,
  fr_FR: string,
  en_GB: string,
  field: Column,
  datatype: TicketOption['datatype'],
): TicketOption {
  return { id, name: { fr_FR, en_GB }, table: 'glpi_tickets', field, datatype, raw: (ticket) => ticket[field] ?? null }
}

function titleLink({ id, name }: TicketRow): string {
  return `<a id="Ticket${id}" href="/front/ticket.form.php?id=${id}" data-hasqtip="0">${escapeHtml(name || `(${id})`)}</a>`
}

/** The words of field 12. */
function isInStatus({ status }: TicketRow, word: string): boolean | undefined {
  switch (word) {
    case 'all':
      return true
    case 'notold':
      return isOpen(status)
    case 'old':
      return !isOpen(status)
    case 'notclosed':
      return status !== STATUS.closed
    case 'process':
      return status === STATUS.assigned || status === STATUS.planned
    default:
      return undefined
  }
}

function category(): TicketOption {
  return {
    ...about(7, 'Catégorie', 'Category', 'glpi_itilcategories.completename', 'dropdown'),
    raw: ({ itilcategories_id }, { store }) => store.get('ITILCategory', itilcategories_id)?.completename ?? null,
    ids: ({ itilcategories_id }) => [itilcategories_id],
    isUnder: isCategoryUnder,
  }
}

function isCategoryUnder(id: number, ancestor: number, site: Site): boolean {
  if (id === ancestor) return true
  const parent = site.store.get('ITILCategory', id)?.itilcategories_id
  return parent ? isCategoryUnder(parent, ancestor, site) : false
}

function entityOption(): TicketOption {
  return {
    ...about(80, 'Entité', 'Entity', 'glpi_entities.completename', 'dropdown'),
    raw: ({ entities_id }, { store }) => store.get('Entity', entities_id)?.completename ?? null,
    ids: ({ entities_id }) => [entities_id],
    isUnder: (id, ancestor, { store }) => entityTree(store, ancestor).includes(id),
  }
}

/** A pending ticket is never late: its clock stands still. */
function overdue(): TicketOption {
  const isLate = ({ time_to_resolve, solvedate, status }: TicketRow, { time }: Site) =>
    time_to_resolve !== null && status !== STATUS.pending && time_to_resolve < (solvedate ?? time.now())
  return {
    ...about(82, 'Temps de résolution dépassé', 'Time to resolve exceeded', 'glpi_tickets.is_late', 'bool'),
    raw: (ticket, site) => (isLate(ticket, site) ? 1 : 0),
  }
}

/** Seconds until somebody of the support took it; 0 as long as nobody did. */
function takenAfter(): TicketOption {
  return {
    ...about(
      150,
      'Temps de prise en compte',
      'Take into account time',
      'glpi_tickets.takeintoaccount_delay_stat',
      'timestamp',
    ),
    raw: ({ date, takeintoaccountdate }) =>
      takeintoaccountdate === null ? 0 : secondsBetween(date, takeintoaccountdate),
  }
}

function documents(): TicketOption {
  return {
    ...about(142, 'Document', 'Document', 'glpi_documents.name', 'itemlink'),
    raw: ({ id }, { store }) =>
      several(
        store
          .table('Document_Item')
          .by('items_id', id)
          .flatMap(({ itemtype, documents_id }) =>
            itemtype === 'Ticket' ? [store.get('Document', documents_id)?.name ?? ''] : [],
          ),
      ),
  }
}

/** Contents of what belongs to the ticket; private followups are left out for everybody. */
function children(id: number, fr_FR: string, en_GB: string, itemtype: 'ITILFollowup' | 'ITILSolution'): TicketOption {
  return {
    ...{ id, name: { fr_FR, en_GB }, table: `glpi_${itemtype.toLowerCase()}s`, field: 'content', datatype: 'text' },
    raw: (ticket, { store }) =>
      several(
        itemtype === 'ITILSolution'
          ? store
              .table('ITILSolution')
              .by('items_id', ticket.id)
              .map(({ content }) => content)
          : store
              .table('ITILFollowup')
              .by('items_id', ticket.id)
              .flatMap(({ content, is_private }) => (is_private ? [] : [content])),
      ),
  }
}
