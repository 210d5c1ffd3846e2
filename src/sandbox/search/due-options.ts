import { SERVICE_LEVELS } from '../rest/expand.ts'
import type { TicketRow } from '../store/rows.ts'
import { STATUS } from '../ticket/ticket-words.ts'
import { about, type OptionOf, several } from './option.ts'

type TicketOption = OptionOf<TicketRow>

/** When somebody is to have taken it and when it is to be solved, by which service levels; and why it waits. */
export function dueOptions(): TicketOption[] {
  const levelOf = (id: number | undefined) => SERVICE_LEVELS.find((level) => level.id === id)?.name ?? null
  return [
    {
      ...about(30, 'SLA Temps de résolution', 'SLA Time to resolve', 'glpi_slas.name', 'dropdown'),
      raw: ({ slas_id_ttr }) => levelOf(slas_id_ttr),
    },
    {
      ...about(37, 'SLA Temps de prise en charge', 'SLA Time to own', 'glpi_slas.name', 'dropdown'),
      raw: ({ slas_id_tto }) => levelOf(slas_id_tto),
    },
    {
      ...about(155, 'Temps de prise en charge', 'Time to own', 'glpi_tickets.time_to_own', 'datetime'),
      raw: ({ time_to_own }) => time_to_own ?? null,
    },
    {
      ...about(159, 'Temps de prise en charge dépassé', 'Time to own exceeded', 'glpi_tickets.is_late', 'bool'),
      raw: ({ time_to_own, takeintoaccountdate, status }, { time }) => {
        if (!time_to_own || status === STATUS.pending) return 0
        return time_to_own < (takeintoaccountdate ?? time.now()) ? 1 : 0
      },
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
