import { escapeHtml } from '../../html-text.ts'
import { type PhpValues, parsePhpQuery, textAt } from '../../php-query.ts'
import { NotDone } from '../../rest/answer.ts'
import { answerSurvey, mayAnswer } from '../../rest/itemtype/survey.ts'
import { type Exchange, transact } from '../../site.ts'
import type { TicketRow } from '../../store/rows.ts'
import { surveyOf, surveySettings } from '../../ticket/survey.ts'
import { keepMessage } from '../account/message.ts'
import { accessDenied } from '../page.ts'
import { csrfToken, goBack, isCsrfToken, type Visitor } from '../visitor.ts'

const EXTERNAL = 2

/** The survey of a ticket: its scale stands here alone, and the address of an external one (GLPI-CUSTOMER.md, c). */
export function surveyTab(visitor: Visitor, ticket: TicketRow): string {
  const { site, viewer } = visitor
  const survey = surveyOf(site.store, ticket.id)
  const isFrench = viewer.user.language === 'fr_FR'
  if (!survey) return `<p>${isFrench ? 'Aucune enquête de satisfaction' : 'No generated survey'}</p>`
  const { url, highest, usual } = surveySettings(site.store, ticket.entities_id)
  const words = isFrench
    ? ['Satisfaction de la résolution du ticket', 'Commentaires', 'Sauvegarder', 'Enquête externe']
    : ['Satisfaction with the resolution of the ticket', 'Comments', 'Save', 'External survey']
  if (survey.type === EXTERNAL) {
    const href = escapeHtml(filledIn(url, ticket))
    if (site.version === '10.0')
      return `<div class='center spaced'><a href='${href}'>${words[3]}</a><br>(${href})</div>`
    return `<div class="form-field row col-12 mb-2"><label class="col-form-label col-xxl-3">${words[3]}</label>
  <div class="col-xxl-9 field-container"><a href="${href}">${href}</a></div></div>`
  }
  if (!mayAnswer({ site, viewer }, survey)) return `<p>${survey.satisfaction ?? ''}</p>`
  const chosen = survey.satisfaction ?? usual
  const marks = Array.from({ length: (site.version === '10.0' ? 5 : highest) + 1 }, (_, mark) => mark)
  const options = marks.map((mark) => `<option value='${mark}' ${mark === chosen ? 'selected' : ''}>${mark}</option>`)
  return `<form method="post" name="form" action="${site.configuration.basePath}/front/ticketsatisfaction.form.php">
  <input type="hidden" name="id" value="${survey.id}">
  <input type="hidden" name="tickets_id" value="${ticket.id}">
  <label>${words[0]}</label>
  <select id='satisfaction_data' name='satisfaction'>${options.join('')}</select>
  <div class='rateit' id='stars'></div>
  <label>${words[1]}</label>
  <textarea class="form-control" rows="7" name="comment">${escapeHtml(survey.comment ?? '')}</textarea>
  <button type="submit" name="update" value="1">${words[2]}</button>
  <input type="hidden" name="_glpi_csrf_token" value="${csrfToken(visitor)}">
</form>`
}

/** `[REQUESTER_ID]` stays as it is, as on both versions. */
function filledIn(url: string, { id, name, date, solvedate, priority, entities_id }: TicketRow): string {
  const values: Record<string, string> = {
    ...{ TICKET_ID: String(id), TICKET_NAME: encodeURIComponent(name), ENTITY_ID: String(entities_id) },
    ...{ TICKET_CREATEDATE: date, TICKET_SOLVEDATE: solvedate ?? '', TICKET_PRIORITY: String(priority) },
  }
  return url.replace(/\[(\w+)\]/g, (whole, key: string) => values[key] ?? whole)
}

/** `POST /front/ticketsatisfaction.form.php`: as by the API; a refusal stands on the next page. */
export async function sendSurvey(visitor: Visitor, exchange: Exchange): Promise<Response> {
  const { site, viewer, request } = visitor
  const posted: PhpValues = parsePhpQuery(await request.text())
  const isShown = isCsrfToken(visitor, textAt(posted, '_glpi_csrf_token'))
  const id = Number(textAt(posted, 'tickets_id'))
  if (!isShown || !surveyOf(site.store, id)) return accessDenied(viewer.user.language)
  transact(site, exchange, () => {
    try {
      answerSurvey({ site, viewer, language: viewer.user.language }, id, posted)
    } catch (error) {
      if (!(error instanceof NotDone)) throw error
      keepMessage(visitor, { isError: true, text: error.said ?? '' })
    }
  })
  return goBack(visitor)
}
