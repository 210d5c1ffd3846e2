import { folded } from '../folded.ts'
import { type PhpValues, parsePhpQuery, partsAt, textAt } from '../php-query.ts'
import type { UserRow } from '../store/rows.ts'
import { groupsAt, peopleAt } from '../ticket/actors.ts'
import { entity, friendlyName } from '../viewer.ts'
import { deniedAjax, nothing, showsToken } from './dropdown.ts'
import { isSealed, sealedToken, type Visitor } from './visitor.ts'

const PURPOSE = 'idor actors'

/** What the page hands out so that this session may ask for people. */
export function actorsToken(visitor: Visitor): string {
  return sealedToken(visitor, PURPOSE)
}

/**
 * `POST /ajax/actors.php` of GLPI 10 (GLPI-CUSTOMER.md, a): people, or groups, who may observe a ticket. Without the CSRF
 * header the refusal is HTML of status 200; with a wrong token of the page, nothing at all.
 */
export async function actors10(visitor: Visitor): Promise<Response> {
  if (!showsToken(visitor)) return deniedAjax(visitor)
  const asked = parsePhpQuery(await visitor.request.text())
  const isMine = textAt(asked, 'action') === 'getActors' && isSealed(visitor, PURPOSE, textAt(asked, '_idor_token'))
  if (!isMine) return nothing()
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const kinds = partsAt(asked, 'returned_itemtypes')
  const found = [
    ...(kinds.includes('User') ? people(visitor, wanted) : []),
    ...(kinds.includes('Group') ? groups(visitor, wanted) : []),
  ]
  const { start, length } = pageAsked(asked)
  const page = found.slice(start, start + length)
  const more = found.length > start + length
  return Response.json({ results: inGroups(visitor, page), count: page.length, ...(more && { pagination: { more } }) })
}

/** Without `page_limit` all of them. */
function pageAsked(asked: PhpValues): { start: number; length: number } {
  const length = Number(textAt(asked, 'page_limit')) || Number.MAX_SAFE_INTEGER
  return { start: ((Number(textAt(asked, 'page')) || 1) - 1) * length, length }
}

interface Found {
  id: string
  text: string
  /** The entity that a group stands under. */
  under?: number
}

function people({ site, viewer }: Visitor, wanted: string): Found[] {
  return peopleAt(site.store, viewer.session.entities_id)
    .map((user) => {
      const text = friendlyName(user)
      const email = emailOf(user)
      return {
        ...{ id: `User_${user.id}`, text, title: `${text} - ${user.name}`, itemtype: 'User', items_id: user.id },
        ...{ use_notification: email ? 1 : 0, default_email: email ?? null, alternative_email: '' },
      }
    })
    .filter(({ title }) => folded(title).includes(wanted))
  function emailOf({ id }: UserRow): string | undefined {
    const own = site.store.table('UserEmail').by('users_id', id)
    return own.find(({ is_default }) => is_default === 1)?.email
  }
}

/** Contract step "groups that the form offers as observers". */
function groups({ site, viewer }: Visitor, wanted: string): Found[] {
  return groupsAt(site.store, viewer.session.entities_id, 'is_watcher')
    .filter(({ name }) => folded(name).includes(wanted))
    .map(({ id, name, entities_id }) => ({
      ...{
        id: `Group_${id}`,
        text: name,
        level: 1,
        title: name,
        selection_text: name,
        items_id: id,
        itemtype: 'Group',
      },
      under: entities_id,
    }))
}

function inGroups({ site }: Visitor, found: Found[]): unknown[] {
  const results: unknown[] = []
  const children = new Map<number, unknown[]>()
  for (const { under, ...one } of found) {
    if (under === undefined) {
      results.push(one)
      continue
    }
    const before = children.get(under)
    if (before) before.push(one)
    else {
      const within: unknown[] = [one]
      children.set(under, within)
      results.push({ text: entity(site.store, under).completename, children: within, itemtype: 'Entity' })
    }
  }
  return results
}
