import type { ApprovalRow } from '../store/customer-rows.ts'
import type { TicketRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { APPROVAL } from '../ticket/approval.ts'
import { about, type OptionOf, several } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** What was asked of whom about a ticket; whoever sees the ticket sees it (contract step "a search shows it"). */
export function approvalOptions(): TicketOption[] {
  return [
    {
      ...about(52, 'Validation', 'Approval', 'glpi_tickets.global_validation', 'specific'),
      raw: ({ global_validation = APPROVAL.none }) => global_validation,
    },
    texts(53, 'Commentaires de la demande', 'Request comments', 'comment_submission'),
    texts(54, 'Commentaires de la validation', 'Approval comments', 'comment_validation'),
    texts(55, 'Statut de la validation', 'Approval status', 'status'),
    texts(56, 'Date de la demande', 'Request date', 'submission_date'),
    texts(57, 'Date de la validation', 'Approval date', 'validation_date'),
    people(58, 'Demandeur de la validation', 'Approval requester', ({ users_id }) => users_id),
    people(59, 'Valideur', 'Approver', ({ itemtype_target, items_id_target }) =>
      itemtype_target === 'User' ? items_id_target : undefined,
    ),
    people(196, 'Groupe valideur', 'Approver group', ({ itemtype_target, items_id_target }) =>
      itemtype_target === 'Group' ? items_id_target : undefined,
    ),
  ]
}

type Column = keyof ApprovalRow & ('comment_submission' | 'comment_validation' | 'status' | `${string}_date`)

function rowsOf(store: Store, { id }: TicketRow): ApprovalRow[] {
  return store.table('TicketValidation').by('tickets_id', id)
}

function texts(id: number, fr_FR: string, en_GB: string, column: Column): TicketOption {
  return {
    ...about(id, fr_FR, en_GB, `glpi_ticketvalidations.${column}`, 'text'),
    raw: (ticket, { store }) => several(rowsOf(store, ticket).flatMap((row) => row[column] ?? [])),
  }
}

function people(
  id: number,
  fr_FR: string,
  en_GB: string,
  whom: (row: ApprovalRow) => number | undefined,
): TicketOption {
  const ids = (ticket: TicketRow, store: Store) => rowsOf(store, ticket).flatMap((row) => whom(row) ?? [])
  return {
    ...about(id, fr_FR, en_GB, 'glpi_users.name', 'dropdown'),
    raw: (ticket, { store }) => several(ids(ticket, store)),
    ids: (ticket, { store }) => ids(ticket, store),
  }
}
