import { say } from '../../messages.ts'
import type { ApprovalRow } from '../../store/customer-rows.ts'
import { APPROVAL, globalApproval, isAsked, mayApprove, mayAskApproval } from '../../ticket/approval.ts'
import { maySee } from '../../ticket/visibility.ts'
import { friendlyName } from '../../viewer.ts'
import { type Call, NotDone, notDone } from '../answer.ts'
import { type Added, type Fields, numberIn, tableResource, textIn } from '../resource.ts'
import { idsIn } from './ticket-people.ts'

/**
 * Requests for approvals. Whoever may ask for them or give them reads all of the entity's, those of others too; a stock
 * customer may neither (contract step "Self-Service reads /TicketValidation").
 */
export const approvalResource = tableResource('TicketValidation', {
  mayList: ({ viewer }) => mayAskApproval(viewer) || mayApprove(viewer),
  mayRead: ({ viewer }, row) => viewer.entities.has(row.entities_id),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('TicketValidation').by('tickets_id', id)) : undefined,
  show: wireApproval,
  create: askApproval,
  update: answerApproval,
})

/** 10.0 knows persons alone; of a group 11.0 gives no person. */
function wireApproval({ site }: Call, { itemtype_target, items_id_target, ...row }: ApprovalRow): Fields {
  const users_id_validate = itemtype_target === 'User' ? items_id_target : 0
  const more = site.version === '10.0' ? {} : { itemtype_target, items_id_target, itils_validationsteps_id: 1 }
  return { ...row, users_id_validate, timeline_position: 1, ...more }
}

function askApproval(call: Call, input: Fields): Added {
  const { site, viewer, language } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'tickets_id') ?? 0)
  if (!ticket || !mayAskApproval(viewer) || !maySee(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  const target = targetIn(call, input)
  if (!target) throw new NotDone('')
  const { id } = site.store.add('TicketValidation', {
    ...{ tickets_id: ticket.id, entities_id: ticket.entities_id, users_id: viewer.user.id, ...target.column },
    ...{ comment_submission: textIn(input, 'comment_submission') ?? '', comment_validation: null },
    ...{ status: APPROVAL.waiting, submission_date: site.time.now(), validation_date: null },
  })
  sumUp(call, ticket.id)
  return { id, message: say(language, 'approvalAsked', { name: target.name }) }
}

interface Target {
  name: string
  column: Pick<ApprovalRow, 'itemtype_target' | 'items_id_target'>
}

function targetIn({ site }: Call, input: Fields): Target | undefined {
  const isGroup = site.version === '11.0' && input.itemtype_target === 'Group'
  const named = site.version === '11.0' ? numberIn(input, 'items_id_target') : undefined
  const items_id_target = named ?? numberIn(input, 'users_id_validate') ?? 0
  if (isGroup) {
    const group = site.store.get('Group', items_id_target)
    return group && { name: group.name, column: { itemtype_target: 'Group', items_id_target } }
  }
  const user = site.store.get('User', items_id_target)
  return user && { name: friendlyName(user), column: { itemtype_target: 'User', items_id_target } }
}

/** Who answers: by the API, or by the page. */
type Answering = Pick<Call, 'site' | 'viewer' | 'language'>

/**
 * Who is asked answers. Who is not, but may ask for approvals, is told that it is done: on 10.0 it is, in the place of the
 * one who is asked, and on 11.0 nothing changes (GLPI-CUSTOMER.md, d). An answer may be changed on 10.0 alone.
 */
export function answerApproval(call: Answering, id: number, input: Fields): void {
  const { site, viewer } = call
  const row = site.store.get('TicketValidation', id)
  const isMine = row !== undefined && isAsked(site.store, viewer, row) && mayApprove(viewer)
  if (!row || !(isMine || mayAskApproval(viewer))) throw notDone(call, 'rightMissing')
  const status = numberIn(input, 'status')
  const comment = textIn(input, 'comment_validation') ?? row.comment_validation
  if (status === APPROVAL.refused && !comment) throw notDone(call, 'refusalNeedsReason')
  if (site.version === '11.0') {
    if (!isMine) return
    if (row.status !== APPROVAL.waiting) throw notDone(call, 'rightMissing')
  }
  const isAnswer = status === APPROVAL.granted || status === APPROVAL.refused
  site.store.put('TicketValidation', {
    ...row,
    comment_validation: comment,
    ...(isAnswer ? { status, validation_date: site.time.now() } : {}),
  })
  sumUp(call, row.tickets_id)
}

function sumUp({ site }: Pick<Call, 'site'>, ticketId: number): void {
  const ticket = site.store.get('Ticket', ticketId)
  const global_validation = globalApproval(site.store.table('TicketValidation').by('tickets_id', ticketId))
  if (ticket) site.store.put('Ticket', { ...ticket, global_validation, date_mod: site.time.now() })
}
