import { folded } from '../folded.ts'
import { type PhpValues, partsAt, textAt } from '../php-query.ts'
import { groupsAt, peopleAt } from '../ticket/actors.ts'
import { entity, entityTree, friendlyName, isInReach } from '../viewer.ts'
import { isHandedOut, linesAsked } from './form-parts.ts'
import { refusal } from './refusal.ts'
import { refused, type Visitor } from './visitor.ts'

/** Something that may be chosen in a drop-down. */
interface Entry {
  id: number
  text: string
  /** Of what stands in a tree. */
  level?: number
  title: string
  parent?: number
  entities_id: number
}

/** `POST /ajax/getDropdownValue.php` of GLPI 11 (GLPI-11-FORMS.md, 5): with a token that is not this page's, nothing at all. */
export function dropdownValues11(visitor: Visitor, asked: PhpValues): Response {
  const isMine = isHandedOut(visitor, asked) && textAt(asked, 'entity_restrict') !== undefined
  if (!isMine) return new Response('', { headers: { 'Content-Type': 'application/json' } })
  return offered(visitor, asked)
}

/** A page of what a drop-down offers, by entity. */
export function offered(visitor: Visitor, asked: PhpValues): Response {
  return Response.json(pageOf(visitor, entriesOf(visitor, textAt(asked, 'itemtype') ?? ''), asked))
}

function entriesOf({ site, viewer }: Visitor, itemtype: string): Entry[] {
  const { store } = site
  switch (itemtype) {
    case 'ITILCategory':
      return [...store.table('ITILCategory').all()]
        .filter((row) => row.is_helpdeskvisible === 1 && isInReach(store, viewer, row))
        .map((row) => inTree(row, row.itilcategories_id))
    case 'Location':
      return [...store.table('Location').all()]
        .filter((row) => reaches(viewer.session.entities_id, row.entities_id))
        .map((row) => inTree(row, row.locations_id))
    case 'Computer':
      return [...store.table('Computer').all()]
        .filter(({ is_deleted, entities_id }) => is_deleted === 0 && viewer.entities.has(entities_id))
        .map(({ id, name, entities_id }) => ({ id, text: name, title: name, entities_id }))
    default:
      return []
  }
  function reaches(own: number, of: number): boolean {
    return entityTree(store, of).includes(own)
  }
}

function inTree(
  {
    id,
    name,
    completename,
    level,
    entities_id,
  }: Omit<Entry, 'text' | 'title'> & { name: string; completename: string },
  parent: number,
): Entry {
  return { id, text: name, level: level ?? 1, title: completename, parent, entities_id }
}

function pageOf(visitor: Visitor, entries: Entry[], asked: PhpValues): unknown {
  const { start, length } = linesAsked(asked)
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const found = entries
    .filter(({ title }) => folded(title).includes(wanted))
    .sort((a, b) => a.entities_id - b.entities_id || a.title.localeCompare(b.title, 'fr'))
  const page = found.slice(start, start + length)
  const results = grouped(visitor, page, { entries, isSearch: wanted !== '', before: found[start - 1] })
  if (textAt(asked, 'display_emptychoice') !== '0' && start === 0)
    results.unshift({ id: 0, text: textAt(asked, 'emptylabel') ?? '-----' })
  return { results, count: page.length }
}

interface Around {
  entries: Entry[]
  isSearch: boolean
  /** The last one of the page before: its group goes on without its name. */
  before: Entry | undefined
}

/** By entity; a search shows the parents of what it found, which cannot be chosen. */
function grouped({ site }: Visitor, page: Entry[], { entries, isSearch, before }: Around): unknown[] {
  const results: unknown[] = []
  let into: unknown[] = results
  let group = before?.entities_id
  const shown = new Set<number>()
  for (const entry of page) {
    if (entry.entities_id !== group) {
      group = entry.entities_id
      into = []
      results.push({ text: entity(site.store, group).completename, children: into, itemtype: 'Entity' })
    }
    const parent = isSearch ? entries.find(({ id }) => id === entry.parent) : undefined
    if (parent && !shown.has(parent.id))
      into.push({ id: parent.id, text: parent.text, level: parent.level, disabled: true })
    shown.add(entry.id)
    if (parent) shown.add(parent.id)
    into.push(choiceOf(entry))
  }
  return results
}

function choiceOf({ id, text, level, title }: Entry): unknown {
  return level === undefined ? { id, text, title } : { id, text, level, title, selection_text: title }
}

/**
 * `POST /Form/Question/ActorsDropdown`: the people of the entity, and its groups, as far as their kind is asked for (step "groups that
 * the form offers as observers" of the customer's conversation).
 */
export function actorsDropdown(visitor: Visitor, asked: PhpValues): Response {
  const { site, viewer } = visitor
  const formId = textAt(asked, 'form_id')
  if (formId === undefined) return refusal('bad request', refused(visitor))
  if (!site.configuration.catalogue.forms.some(({ id }) => String(id) === formId))
    return refusal('unknown', refused(visitor))
  const kinds = partsAt(asked, 'allowed_types')
  const onlyWorkers = textAt(asked, 'right_for_users') === 'own_ticket'
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const { start, length } = linesAsked(asked, Number.POSITIVE_INFINITY)
  const page = [
    ...(kinds.includes('User') ? peopleOf(visitor, onlyWorkers) : []),
    ...(kinds.includes('Group') ? groupsOf(visitor, asked) : []),
  ]
    .filter(({ text, title }) => folded(`${text} ${title}`).includes(wanted))
    .slice(start, start + length)
  const isFrench = viewer.user.language === 'fr_FR'
  const names = { User: isFrench ? 'Utilisateur' : 'User', Group: isFrench ? 'Groupe' : 'Group' }
  const results = (['User', 'Group'] as const).flatMap((itemtype) => {
    const children = page.filter((one) => one.itemtype === itemtype)
    return children.length > 0 ? [{ itemtype, text: names[itemtype], title: names[itemtype], children }] : []
  })
  return Response.json({ results, count: page.length })
}

interface ActorChoice {
  id: string
  itemtype: 'User' | 'Group'
  text: string
  title: string
  selection_text: string
}

function groupsOf({ site, viewer }: Visitor, asked: PhpValues): ActorChoice[] {
  const conditions = Object.keys(typeof asked.group_conditions === 'object' ? asked.group_conditions : {})
  const part = (['is_requester', 'is_assign', 'is_watcher'] as const).find((one) => conditions.includes(one))
  return groupsAt(site.store, viewer.session.entities_id, part ?? 'is_watcher').map(({ id, name }) => ({
    ...{ id: `groups_id-${id}`, itemtype: 'Group' as const, text: name, title: name },
    selection_text: `Group - ${name}`,
  }))
}

function peopleOf(visitor: Visitor, onlyWorkers: boolean): ActorChoice[] {
  const { site, viewer } = visitor
  return peopleAt(site.store, viewer.session.entities_id, (profile) => !(onlyWorkers && profile === 1)).map((user) => {
    const text = friendlyName(user)
    return {
      ...{ id: `users_id-${user.id}`, itemtype: 'User' as const, text, title: `${text} - ${user.name}` },
      selection_text: `User - ${text}`,
    }
  })
}
