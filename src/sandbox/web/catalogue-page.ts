import { folded } from '../folded.ts'
import type { CatalogueCategory, FormDefinition } from '../forms/definition.ts'
import { ancestorsOf, descriptionOf, foundForms, listedForms, shelf, titleOf } from '../forms/visible.ts'
import { escapeHtml } from '../html-text.ts'
import { parsePhpQuery, textAt } from '../php-query.ts'
import { helpdeskMenu } from './form-parts.ts'
import { html } from './page.ts'
import { refusal } from './refusal.ts'
import { csrfToken, refused, type Visitor } from './visitor.ts'

const PAGE_LENGTH = 12
const ORDERS = ['popularity', 'alphabetical', 'reverse_alphabetical']

/** `/ServiceCatalog`: the first page of the root, whatever the address asks for (GLPI-11-FORMS.md, 3). */
export function catalogPage(visitor: Visitor): Response {
  const { site, viewer } = visitor
  if (site.configuration.catalogue.isOff || !site.configuration.formAvailable)
    return refusal('not allowed', refused(visitor))
  const { language } = viewer.user
  const title = language === 'fr_FR' ? 'Catalogue de services' : 'Service catalog'
  const cards = cardsOf(visitor, { category: 0, order: 'popularity' })
  const body = `    <div class="service-catalog">\n${listOf(visitor, cards, 1)}\n    </div>`
  return html(200, { language, title, csrfToken: csrfToken(visitor), menu: helpdeskMenu(visitor), body })
}

/** `/ServiceCatalog/Items`: a page of one category, or of what a search finds; a piece of a page. */
export function catalogItems(visitor: Visitor): Response {
  const asked = parsePhpQuery(new URL(visitor.request.url).search)
  const order = textAt(asked, 'sort_strategy') ?? 'popularity'
  if (!ORDERS.includes(order)) return refusal('bad request', refused(visitor))
  const filter = textAt(asked, 'filter') ?? ''
  const { catalogue } = visitor.site.configuration
  const category = textAt(asked, 'category') ?? '0'
  const isKnown = category === '0' || catalogue.categories.some(({ id }) => String(id) === category)
  if (!isKnown) return refusal('unknown', refused(visitor))
  const cards =
    filter === ''
      ? cardsOf(visitor, { category: Number(category), order })
      : foundForms(listedForms(visitor.site, visitor.viewer), filter).map((form) => formCard(visitor, form))
  const ancestors = filter === '' ? ancestorsOf(catalogue, Number(category)) : []
  const trail = JSON.stringify(ancestors.map(({ id, name }) => ({ id, name })))
  const page = Math.max(1, Math.trunc(Number(textAt(asked, 'page'))) || 1)
  return piece(
    `<span id="category-ancestors" data-ancestors="${escapeHtml(trail)}"></span>\n${listOf(visitor, cards, page)}`,
  )
}

/** `/Helpdesk/Search`: forms, those in categories too, and articles of the FAQ; without words all of them. */
export function helpdeskSearch(visitor: Visitor): Response {
  const { site, viewer, request } = visitor
  if (viewer.profile.interface !== 'helpdesk') return refusal('not allowed', refused(visitor))
  const wanted = folded(textAt(parsePhpQuery(new URL(request.url).search), 'filter') ?? '')
  const { language } = viewer.user
  const hit = (href: string, title: string, description: string) => `  <li class="list-group-item">
    <a href="${href}" aria-label="${escapeHtml(title)}"><span>${escapeHtml(title)}</span></a>
    <div class="text-secondary">${description}</div>
  </li>`
  const forms = foundForms(listedForms(site, viewer), wanted).map((form) =>
    hit(
      `${site.configuration.basePath}/Form/Render/${form.id}`,
      titleOf(form, language),
      descriptionOf(form, language),
    ),
  )
  const articles = [...site.store.table('KnowbaseItem').all()]
    .filter(({ is_faq, name }) => is_faq === 1 && folded(name).includes(wanted))
    .map(({ id, name }) => hit(`${site.configuration.basePath}/front/helpdesk.faq.php?id=${id}`, name, ''))
  const group = (items: string[]) => (items.length > 0 ? `<ul class="list-group">\n${items.join('\n')}\n</ul>` : '')
  return piece([group(forms), group(articles)].join('\n'))
}

function piece(markup: string): Response {
  return new Response(markup, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
}

/** Pinned ones first, then categories, then the rest. */
function cardsOf(visitor: Visitor, { category, order }: { category: number; order: string }): string[] {
  const { forms, categories } = shelf(visitor.site, visitor.viewer, category)
  const { language } = visitor.viewer.user
  const byTitle = (a: FormDefinition, b: FormDefinition) =>
    titleOf(a, language).localeCompare(titleOf(b, language), 'fr')
  const rest = forms.filter(({ pinned }) => !pinned)
  if (order !== 'popularity') rest.sort(byTitle)
  if (order === 'reverse_alphabetical') rest.reverse()
  return [
    ...forms.filter(({ pinned }) => pinned).map((form) => formCard(visitor, form)),
    ...categories.map((one) => categoryCard(one)),
    ...rest.map((form) => formCard(visitor, form)),
  ]
}

function formCard({ site, viewer }: Visitor, form: FormDefinition): string {
  const { language } = viewer.user
  const pin = form.pinned ? '<i class="ti ti-pin"></i>' : ''
  return card(
    `href="${site.configuration.basePath}/Form/Render/${form.id}"`,
    escapeHtml(titleOf(form, language)) + pin,
    descriptionOf(form, language),
  )
}

function categoryCard({ id, name, description }: CatalogueCategory): string {
  return card(
    `href="?category=${id}" data-children-url-parameters="category=${id}"`,
    escapeHtml(name),
    escapeHtml(description),
  )
}

function card(link: string, title: string, description: string): string {
  return `  <a class="card" ${link}>
    <div class="card-body"><h2 class="card-title">${title}</h2>
    <div class="text-secondary" data-testid="service-catalog-description">${description}</div></div>
  </a>`
}

function listOf({ viewer }: Visitor, cards: string[], page: number): string {
  const shown = cards.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH)
  const nothing = viewer.user.language === 'fr_FR' ? 'Aucun formulaire trouvé' : 'No forms found'
  if (shown.length === 0) return `<div class="empty"><p class="empty-title">${nothing}</p></div>`
  return [...shown, pager(page, Math.ceil(cards.length / PAGE_LENGTH))].join('\n')
}

/** First, previous, each, next, last; the «next» of the last page points past the end. */
function pager(page: number, pages: number): string {
  if (pages < 2) return ''
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)
  const links = [1, Math.max(1, page - 1), ...numbers, page + 1, pages].map(
    (to) => `<a class="page-link" data-pagination-item href="?page=${to}">${to}</a>`,
  )
  return `<nav aria-label="pages">${links.join('')}</nav>`
}
