import { folded } from '../folded.ts'
import { type PhpValues, textAt } from '../php-query.ts'
import { entity, entityTree, friendlyName } from '../viewer.ts'
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
  const itemtype = textAt(asked, 'itemtype') ?? ''
  const isMine = isHandedOut(visitor, asked) && textAt(asked, 'entity_restrict') !== undefined
  if (!isMine) return new Response('', { headers: { 'Content-Type': 'application/json' } })
  return Response.json(pageOf(visitor, entriesOf(visitor, itemtype), asked))
}

function entriesOf({ site, viewer }: Visitor, itemtype: string): Entry[] {
  const { store } = site
  switch (itemtype) {
    case 'ITILCategory':
      return [...store.table('ITILCategory').all()]
        .filter(({ is_helpdeskvisible }) => is_helpdeskvisible === 1)
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

/** `POST /Form/Question/ActorsDropdown`: the people of the entity; a customer gets neither groups nor suppliers. */
export function actorsDropdown(visitor: Visitor, asked: PhpValues): Response {
  const { site, viewer } = visitor
  const formId = textAt(asked, 'form_id')
  if (formId === undefined) return refusal('bad request', refused(visitor))
  if (!site.configuration.catalogue.forms.some(({ id }) => String(id) === formId))
    return refusal('unknown', refused(visitor))
  const types = asked.allowed_types
  const isAsked = typeof types === 'object' && Object.values(types).includes('User')
  const wanted = folded(textAt(asked, 'searchText') ?? '')
  const onlyWorkers = textAt(asked, 'right_for_users') === 'own_ticket'
  const { start, length } = linesAsked(asked, Number.POSITIVE_INFINITY)
  const people = isAsked ? peopleOf(visitor, onlyWorkers) : []
  const page = people
    .filter(({ text, title }) => folded(`${text} ${title}`).includes(wanted))
    .slice(start, start + length)
  if (page.length === 0) return Response.json({ results: [], count: 0 })
  const name = viewer.user.language === 'fr_FR' ? 'Utilisateur' : 'User'
  return Response.json({ results: [{ itemtype: 'User', text: name, title: name, children: page }], count: page.length })
}

interface PersonChoice {
  id: string
  itemtype: 'User'
  text: string
  title: string
  selection_text: string
}

function peopleOf({ site, viewer }: Visitor, onlyWorkers: boolean): PersonChoice[] {
  const { store } = site
  const isHere = (userId: number): boolean =>
    store
      .table('Profile_User')
      .by('users_id', userId)
      .some(({ entities_id, is_recursive, profiles_id }) => {
        const reach = is_recursive ? entityTree(store, entities_id) : [entities_id]
        return reach.includes(viewer.session.entities_id) && !(onlyWorkers && profiles_id === 1)
      })
  return [...store.table('User').all()]
    .filter(({ id }) => isHere(id))
    .map((user) => {
      const text = friendlyName(user)
      return {
        ...{ id: `users_id-${user.id}`, itemtype: 'User' as const, text, title: `${text} - ${user.name}` },
        selection_text: `User - ${text}`,
      }
    })
    .sort((a, b) => a.text.localeCompare(b.text, 'fr'))
}
