import { folded } from '../folded.ts'
import { type PhpValues, parsePhpQuery, textAt } from '../php-query.ts'
import type { CategoryRow } from '../store/rows.ts'
import { isHandedOut, linesAsked } from './form-parts.ts'
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
 * `POST /ajax/getDropdownValue.php` (GLPI.md, "The ticket form", step 4): a page of a drop-down. Without the CSRF header,
 * or with parameters that the page did not hand out to this session, the refusal is HTML.
 */
export async function dropdownValues(visitor: Visitor): Promise<Response> {
  const { request, viewer } = visitor
  if (!isAjax(request) || !isCsrfToken(visitor, request.headers.get('x-glpi-csrf-token')))
    return accessDenied(viewer.user.language)
  const asked = parsePhpQuery(await request.text())
  if (!isHandedOut(visitor, asked)) return accessDenied(viewer.user.language)
  return Response.json(
    textAt(asked, 'itemtype') === 'ITILCategory' ? categoryPage(visitor, asked) : { results: [], count: 0 },
  )
}

function categoryPage({ site }: Visitor, asked: PhpValues): unknown {
  const { start, length } = linesAsked(asked)
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const visible = [...site.store.table('ITILCategory').all()].filter((category) => category.is_helpdeskvisible === 1)
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
