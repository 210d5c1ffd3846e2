import { parsePhpQuery, textAt } from '../../php-query.ts'
import { maySee } from '../../ticket/visibility.ts'
import { preferenceTab } from '../account/preference.ts'
import { accessDenied } from '../page.ts'
import type { Visitor } from '../visitor.ts'
import { feedsPiece, remindersPiece } from './news.ts'
import { surveyTab } from './survey.ts'
import { ticketTab } from './ticket.ts'

const HOME = String.raw`Glpi\Helpdesk\HomePageTabs`

/** `GET /ajax/common.tabs.php`: what stands in a tab of a page, as a piece of a page. */
export function tab(visitor: Visitor): Response {
  const query = parsePhpQuery(new URL(visitor.request.url).search)
  const itemtype = textAt(query, '_itemtype')
  const name = textAt(query, '_glpi_tab') ?? ''
  if (name.startsWith('User$')) return preferenceTab(visitor)
  if (itemtype === HOME && visitor.site.version === '11.0') return piece(homeTab(visitor, name))
  const { site, viewer } = visitor
  const ticket = itemtype === 'Ticket' ? site.store.get('Ticket', Number(textAt(query, 'id'))) : undefined
  if (!ticket || !maySee(site.store, viewer, ticket)) return accessDenied(viewer.user.language)
  if (name === 'Ticket$main') return piece(ticketTab(visitor, ticket))
  return piece(name === 'Ticket$3' ? surveyTab(visitor, ticket) : '')
}

function homeTab(visitor: Visitor, name: string): string {
  if (name === `${HOME}$3`) return remindersPiece(visitor)
  return name === `${HOME}$4` ? feedsPiece(visitor) : ''
}

function piece(markup: string): Response {
  return new Response(markup, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } })
}
