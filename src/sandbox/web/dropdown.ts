import { folded } from '../folded.ts'
import { type PhpValues, parsePhpQuery, textAt } from '../php-query.ts'
import type { CategoryRow } from '../store/rows.ts'
import { isInReach } from '../viewer.ts'
import { offered } from './dropdown-11.ts'
import { isOfType } from './form-10/shown.ts'
import { isHandedOut, linesAsked, typeAsked } from './form-parts.ts'
import { accessDenied } from './page.ts'
import { isAjax } from './refusal.ts'
import { isCsrfToken, type Visitor } from './visitor.ts'

interface Choice {
  id: number
  text: string
  level: number
  title: string
  /** Shown only as the parent of one that was found. */
  disabled?: true
}

/**
 * `POST /ajax/getDropdownValue.php` of GLPI 10 (GLPI.md, "The ticket form", step 4): a page of a drop-down. Without the CSRF
 * header the refusal is HTML; with parameters that the page did not hand out to this session, nothing at all.
 */
export async function dropdownValues(visitor: Visitor): Promise<Response> {
  if (!showsToken(visitor)) return deniedAjax(visitor)
  const asked = parsePhpQuery(await visitor.request.text())
  if (!isHandedOut(visitor, asked)) return nothing()
  return textAt(asked, 'itemtype') === 'ITILCategory'
    ? Response.json(categoryPage(visitor, asked))
    : offered(visitor, asked)
}

/** Whether a script of a page asks, with the page's token. */
export function showsToken(visitor: Visitor): boolean {
  const { request } = visitor
  return isAjax(request) && isCsrfToken(visitor, request.headers.get('x-glpi-csrf-token'))
}

/** What a script of a page of 10 gets without its token: 200, and a page (contract step "without the page’s token"). */
export function deniedAjax({ viewer }: Visitor): Response {
  const denied = accessDenied(viewer.user.language)
  return new Response(denied.body, { status: 200, headers: denied.headers })
}

/** What is answered where a page did not hand out what was sent: 200, and not a byte. */
export function nothing(): Response {
  return new Response('', { headers: { 'Content-Type': 'application/json' } })
}

function categoryPage(visitor: Visitor, asked: PhpValues): unknown {
  const { site, viewer } = visitor
  const type = typeAsked(visitor, asked)
  const { start, length } = linesAsked(asked)
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const visible = [...site.store.table('ITILCategory').all()].filter(
    (category) =>
      category.is_helpdeskvisible === 1 &&
      isInReach(site.store, viewer, category) &&
      (type === undefined || isOfType(visitor, category.id, type)),
  )
  const found = visible
    .filter(({ completename }) => folded(completename).includes(wanted))
    .sort((a, b) => a.completename.localeCompare(b.completename, 'fr'))
  const page = found.slice(start, start + length)
  const children = withParents(page, visible)
  const results: unknown[] = children.length > 0 ? [{ text: site.store.get('Entity', 0)?.name ?? '', children }] : []
  const wantsNothing = textAt(asked, 'display_emptychoice') !== '0' && start === 0
  if (wantsNothing) results.unshift({ id: 0, text: textAt(asked, 'emptylabel') ?? '-----' })
  return { results, count: page.length }
}

/** A category whose parent is not just above it on this page is shown under that parent, which cannot be chosen. */
function withParents(page: CategoryRow[], visible: CategoryRow[]): Choice[] {
  const shown = new Set<number>()
  return page.flatMap((category) => {
    const parent = visible.find(({ id }) => id === category.itilcategories_id)
    const needsParent = parent !== undefined && !shown.has(parent.id)
    shown.add(category.id)
    if (needsParent) shown.add(parent.id)
    return needsParent ? [{ ...choice(parent), disabled: true as const }, choice(category)] : [choice(category)]
  })
}

function choice({ id, name, level, completename }: CategoryRow): Choice {
  return { id, text: name, level, title: completename }
}
