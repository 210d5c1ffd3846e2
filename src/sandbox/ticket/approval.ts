import { MAY_APPROVE, MAY_ASK_APPROVAL } from '../profiles.ts'
import type { ApprovalRow } from '../store/customer-rows.ts'
import type { Store } from '../store/store.ts'
import type { Viewer } from '../viewer.ts'

/** The states of a request for an approval, and of a ticket that has some. */
export const APPROVAL = { none: 1, waiting: 2, granted: 3, refused: 4 } as const

/** Whether a profile may ask for approvals. */
export function mayAskApproval({ profile }: Pick<Viewer, 'profile'>): boolean {
  return ((profile.rights.ticketvalidation ?? 0) & MAY_ASK_APPROVAL) !== 0
}

/** Whether a profile may give approvals. */
export function mayApprove({ profile }: Pick<Viewer, 'profile'>): boolean {
  return ((profile.rights.ticketvalidation ?? 0) & MAY_APPROVE) !== 0
}

/** Whether it is the viewer who is asked, or a group of his. */
export function isAsked(
  store: Store,
  { user }: Viewer,
  { itemtype_target, items_id_target }: Pick<ApprovalRow, 'itemtype_target' | 'items_id_target'>,
): boolean {
  if (itemtype_target === 'User') return items_id_target === user.id
  return store
    .table('Group_User')
    .by('groups_id', items_id_target)
    .some(({ users_id }) => users_id === user.id)
}

/** Whether the viewer is asked to approve a ticket, and may: he sees it then, though he has no part in it. */
export function approves(store: Store, viewer: Viewer, ticketId: number): boolean {
  if (!mayApprove(viewer)) return false
  const rows = store.table('TicketValidation').by('tickets_id', ticketId)
  return rows.some((row) => isAsked(store, viewer, row))
}

/** What the ticket as a whole is: waiting while one waits, else refused if one refused. */
export function globalApproval(rows: readonly ApprovalRow[]): number {
  const states = rows.map(({ status }) => status)
  for (const state of [APPROVAL.waiting, APPROVAL.refused, APPROVAL.granted]) if (states.includes(state)) return state
  return APPROVAL.none
}
