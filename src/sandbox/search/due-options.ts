import type { TicketRow } from '../store/rows.ts'
import { about, type OptionOf, several } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** When somebody is to have taken it and when it is to be solved, of which no service level is set up here; and why it waits. */
export function dueOptions(): TicketOption[] {
  return [
    never(30, 'SLA Temps de résolution', 'SLA Time to resolve', 'glpi_slas.name', 'dropdown'),
    never(37, 'SLA Temps de prise en charge', 'SLA Time to own', 'glpi_slas.name', 'dropdown'),
    never(155, 'Temps de prise en charge', 'Time to own', 'glpi_tickets.time_to_own', 'datetime'),
    {
      ...about(159, 'Temps de prise en charge dépassé', 'Time to own exceeded', 'glpi_tickets.is_late', 'bool'),
      raw: () => 0,
    },
    {
      // Contract step "but a search gives its name".
      ...about(400, 'Raison de mise en attente', 'Pending reason', 'glpi_pendingreasons.name', 'dropdown'),
      raw: ({ id }, { store }) =>
        several(
          store
            .table('PendingReason_Item')
            .by('items_id', id)
            .map(({ pendingreasons_id }) => store.get('PendingReason', pendingreasons_id)?.name ?? ''),
        ),
    },
  ]
}

function never(
  id: number,
  fr_FR: string,
  en_GB: string,
  column: `${string}.${string}`,
  datatype: TicketOption['datatype'],
): TicketOption {
  return { ...about(id, fr_FR, en_GB, column, datatype), raw: () => null }
}
