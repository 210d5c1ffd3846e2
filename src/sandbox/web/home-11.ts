import { listedForms, titleOf } from '../forms/visible.ts'
import { escapeHtml } from '../html-text.ts'
import { helpdeskMenu } from './form-parts.ts'
import { html } from './page.ts'
import { refusal } from './refusal.ts'
import { csrfToken, refused, type Visitor } from './visitor.ts'

/** `/Helpdesk`: the home page of customers, with a search and tiles (GLPI-11-FORMS.md, 3). */
export function helpdeskHome(visitor: Visitor): Response {
  const { site, viewer } = visitor
  const { language } = viewer.user
  if (viewer.profile.interface !== 'helpdesk') return refusal('not allowed', refused(visitor))
  const { basePath } = site.configuration
  const tile = (href: string, title: string) => `      <a href="${basePath}${href}"><h2>${escapeHtml(title)}</h2></a>`
  const forms = listedForms(site, viewer)
    .slice(0, 2)
    .map((form) => tile(`/Form/Render/${form.id}`, titleOf(form, language)))
  const isFrench = language === 'fr_FR'
  const tiles = [...forms, tile('/ServiceCatalog', 'Browse help articles'), tile('/front/ticket.php', 'See my tickets')]
  const body = `    <h1 data-testid="home-title">${isFrench ? 'Comment pouvons-nous vous aider ?' : 'How can we help you?'}</h1>
    <input id="search-input" type="search">
    <div data-testid="quick-access">
${tiles.join('\n')}
    </div>`
  const title = isFrench ? 'Accueil' : 'Home'
  return html(200, { language, title, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body })
}
