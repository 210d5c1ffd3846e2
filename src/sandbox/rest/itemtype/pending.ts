import type { TicketRow } from '../../store/rows.ts'
import { STATUS } from '../../ticket/ticket-words.ts'
import { isInReach } from '../../viewer.ts'
import type { Call } from '../answer.ts'
import { type Fields, isSet, numberIn, tableResource } from '../resource.ts'
import { administered } from './administered.ts'
import { idsIn, isOfSeenTicket } from './ticket-people.ts'

/** Reasons to wait; a customer reads their names in a search alone (contract step "the reason itself is closed to Self-Service"). */
export const pendingReasonResource = tableResource('PendingReason', {
  mayList: ({ viewer }) => viewer.profile.readsConfiguration,
  mayRead: ({ site, viewer }, row) => isInReach(site.store, viewer, row),
  ...administered('PendingReason', ({ site }) => ({
    ...{
      name: '',
      comment: '',
      entities_id: 0,
      is_recursive: 0 as const,
      followup_frequency: 0,
      followups_before_resolution: 0,
    },
    ...{ date_creation: site.time.now(), date_mod: site.time.now() },
  })),
})

/** Why a ticket waits, and when its requester is reminded. */
export const pendingItemResource = tableResource('PendingReason_Item', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.items_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('PendingReason_Item').by('items_id', id)) : undefined,
})

/** What a technician's followup does that lets the ticket wait: `pending: 1` with a reason, which may be none. */
export function waits({ site, viewer }: Call, ticket: TicketRow, input: Fields): Partial<TicketRow> | undefined {
  if (!viewer.profile.handlesTickets || !isSet(input, 'pending')) return undefined
  const reason = site.store.get('PendingReason', numberIn(input, 'pendingreasons_id') ?? 0)
  if (reason) {
    goesOn({ site }, ticket)
    site.store.add('PendingReason_Item', {
      ...{ pendingreasons_id: reason.id, itemtype: 'Ticket', items_id: ticket.id },
      followup_frequency: numberIn(input, 'followup_frequency') ?? reason.followup_frequency,
      followups_before_resolution: numberIn(input, 'followups_before_resolution') ?? reason.followups_before_resolution,
      ...{ bump_count: 0, last_bump_date: site.time.now(), previous_status: ticket.status },
    })
  }
  return { status: STATUS.pending }
}

/** Forgets why a ticket waited. */
export function goesOn({ site }: Pick<Call, 'site'>, { id }: TicketRow): void {
  for (const row of site.store.table('PendingReason_Item').by('items_id', id))
    site.store.remove('PendingReason_Item', row.id)
}
