import { randomInt } from 'node:crypto'
import { escapeHtml } from '../../html-text.ts'
import { parsePhpQuery, textAt } from '../../php-query.ts'
import { NotDone } from '../../rest/answer.ts'
import { answerApproval } from '../../rest/itemtype/approval.ts'
import { type Exchange, transact } from '../../site.ts'
import type { TicketRow } from '../../store/rows.ts'
import { APPROVAL, isAsked, mayApprove } from '../../ticket/approval.ts'
import { ROLE } from '../../ticket/ticket-words.ts'
import { friendlyName } from '../../viewer.ts'
import { keepMessage } from '../account/message.ts'
import { accessDenied, html } from '../page.ts'
import { csrfToken, goBack, isCsrfToken, type Visitor } from '../visitor.ts'

/** A ticket with all that was written on it, each thing with the full name of its author; 11.0 shows no people. */
export function ticketTab(visitor: Visitor, ticket: TicketRow): string {
  const { store, version } = visitor.site
  const followups = store.table('ITILFollowup').by('items_id', ticket.id)
  const tasks = store.table('TicketTask').by('tickets_id', ticket.id)
  const handles = visitor.viewer.profile.handlesTickets
  const written = [
    { itemtype: 'Ticket', ...ticket, users_id: ticket.users_id_recipient },
    ...[
      ...followups.map((followup) => ({ ...followup, itemtype: 'ITILFollowup' })),
      ...tasks.map((task) => ({ ...task, itemtype: 'TicketTask' })),
    ].filter(({ is_private }) => is_private === 0 || handles),
    ...store
      .table('ITILSolution')
      .by('items_id', ticket.id)
      .map((row) => ({ ...row, itemtype: 'ITILSolution' })),
    ...store
      .table('Document_Item')
      .by('items_id', ticket.id)
      .filter(({ itemtype }) => itemtype === 'Ticket')
      .map(({ documents_id, users_id }) => ({ itemtype: 'Document_Item', id: documents_id, users_id, content: '' })),
  ]
  const items = written.map(
    ({
      itemtype,
      id,
      users_id,
      content,
    }) => `  <div class="timeline-item ${itemtype}" id="${itemtype}_${id}" data-itemtype="${itemtype}" data-items-id="${id}">
    <span id="user_${randomInt(2 ** 31)}">${escapeHtml(friendlyName(store.get('User', users_id)))}</span>
    <div class="rich_text_container">${content}</div>
  </div>`,
  )
  return [...items, ...approvals(visitor, ticket), ...(version === '10.0' ? [observers(visitor, ticket)] : [])].join(
    '\n',
  )
}

function observers({ site }: Visitor, { id }: TicketRow): string {
  const people = site.store.table('Ticket_User').by('tickets_id', id)
  const options = people
    .filter(({ type }) => type === ROLE.observer)
    .map(({ users_id, alternative_email }) => {
      const name = friendlyName(site.store.get('User', users_id)) || alternative_email
      return `<option selected value="User_${users_id}">${escapeHtml(name)}</option>`
    })
  return `  <select multiple data-actor-type="observer" name="_actors_observer">${options.join('')}</select>`
}

/** The requests for an approval, to whom may give one. */
function approvals(visitor: Visitor, { id }: TicketRow): string[] {
  const { site, viewer } = visitor
  if (!mayApprove(viewer)) return []
  return site.store
    .table('TicketValidation')
    .by('tickets_id', id)
    .map((row) => {
      const isOpen = row.status === APPROVAL.waiting && isAsked(site.store, viewer, row)
      const asked = isOpen ? answerForm(visitor, row.id) : ''
      return `  <div class="timeline-item ITILValidation" id="TicketValidation_${row.id}">${row.comment_submission}${asked}</div>`
    })
}

function answerForm(visitor: Visitor, id: number): string {
  const { site, viewer } = visitor
  return `<form id="validationanswers_id_${id}" method="post" action="${site.configuration.basePath}/front/ticketvalidation.form.php">
    <input type="hidden" name="id" value="${id}"><input type="hidden" name="users_id_validate" value="${viewer.user.id}">
    <textarea name="comment_validation"></textarea>
    <button type="submit" name="approval_action" value="approve">OK</button>
    <button type="submit" name="approval_action" value="refuse">KO</button>
    <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}">
  </form>`
}

/** `POST /front/ticketvalidation.form.php`: with `update` beside it, the comment alone is written (GLPI-CUSTOMER.md, d). */
export async function sendApproval(visitor: Visitor, exchange: Exchange): Promise<Response> {
  const { site, viewer, request } = visitor
  const posted = parsePhpQuery(await request.text())
  const row = site.store.get('TicketValidation', Number(textAt(posted, 'id')))
  if (!isCsrfToken(visitor, textAt(posted, '_glpi_csrf_token')) || !row || !mayApprove(viewer)) return denied(visitor)
  const action = textAt(posted, 'approval_action')
  const isAnswer = textAt(posted, 'update') === undefined
  const answer = action === 'approve' ? APPROVAL.granted : action === 'refuse' ? APPROVAL.refused : undefined
  const input = {
    comment_validation: textAt(posted, 'comment_validation'),
    ...(isAnswer && answer ? { status: answer } : {}),
  }
  transact(site, exchange, () => {
    try {
      answerApproval({ site, viewer, language: viewer.user.language }, row.id, input)
    } catch (error) {
      if (!(error instanceof NotDone)) throw error
      keepMessage(visitor, { isError: true, text: error.said ?? '' })
    }
  })
  return goBack(visitor)
}

/** 10.0 says so on a page of 200 (contract step "and its form is refused"). */
function denied({ site, viewer }: Visitor): Response {
  if (site.version === '11.0') return accessDenied(viewer.user.language)
  return html(200, { language: viewer.user.language, title: 'Accès refusé', body: '    <p>Accès refusé</p>' })
}
