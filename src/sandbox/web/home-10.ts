import { isOn, parsePhpQuery } from '../php-query.ts'
import { formPage10 } from './form-10/form.ts'
import { helpdeskMenu } from './form-parts.ts'
import { accessDenied, html } from './page.ts'
import { feedsPiece, remindersPiece } from './tab/news.ts'
import { csrfToken, type Visitor } from './visitor.ts'

/** `/front/helpdesk.public.php` of GLPI 10: the form with `create_ticket=1`, else the home page with announcements and news. */
export function helpdeskPublic(visitor: Visitor): Response {
  const { viewer, request } = visitor
  if (isOn(parsePhpQuery(new URL(request.url).search), 'create_ticket')) return formPage10(visitor)
  const { language } = viewer.user
  if (viewer.profile.interface !== 'helpdesk') return accessDenied(language)
  const title = language === 'fr_FR' ? 'Interface simplifiée' : 'Standard interface'
  const body = `    ${remindersPiece(visitor)}\n    ${feedsPiece(visitor)}`
  return html(200, { language, title, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body })
}
