import type { GroupRow } from '../store/group-rows.ts'
import type { UserRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import { entityTree, friendlyName } from '../viewer.ts'
import { ROLE } from './ticket-words.ts'

export type Role = keyof typeof ROLE

/** Somebody who is to have a part in a ticket: a person, an address, a group. */
export interface Actor {
  itemtype: 'User' | 'Group'
  /** 0 with an address. */
  items_id: number
  use_notification: 0 | 1
  alternative_email: string
}

/**
 * Puts one more into a ticket. What the platform does not know is dropped in silence: an unknown number, a malformed address; doubles
 * are merged (contract steps "both are dropped in silence", "is accepted"). Gives whether he is new there.
 */
export function addActor(store: Store, tickets_id: number, role: Role, actor: Actor): boolean {
  return actor.itemtype === 'Group'
    ? addGroup(store, tickets_id, role, actor)
    : addPerson(store, tickets_id, role, actor)
}

function addGroup(store: Store, tickets_id: number, role: Role, { items_id }: Actor): boolean {
  const here = store.table('Group_Ticket').by('tickets_id', tickets_id)
  const isThere = here.some((row) => row.groups_id === items_id && row.type === ROLE[role])
  if (isThere || !store.get('Group', items_id)) return false
  store.add('Group_Ticket', { tickets_id, groups_id: items_id, type: ROLE[role] })
  return true
}

function addPerson(store: Store, tickets_id: number, role: Role, actor: Actor): boolean {
  const { items_id: users_id, alternative_email, use_notification } = actor
  const isKnown = users_id === 0 ? isAddress(alternative_email) : store.get('User', users_id) !== undefined
  const isThere = store
    .table('Ticket_User')
    .by('tickets_id', tickets_id)
    .some((row) => row.type === ROLE[role] && row.users_id === users_id && isSame(row.alternative_email))
  if (!isKnown || isThere) return false
  store.add('Ticket_User', { tickets_id, users_id, type: ROLE[role], use_notification, alternative_email })
  return true
  function isSame(other: string): boolean {
    return users_id !== 0 || other.toLowerCase() === alternative_email.toLowerCase()
  }
}

function isAddress(text: string): boolean {
  return /^[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+$/.test(text)
}

/** Who is mentioned in a text becomes an observer (contract step "a person mentioned in the text observes"). */
export function addMentioned(store: Store, tickets_id: number, html: string): void {
  for (const [tag] of html.matchAll(/<span\b[^<>]*>/g)) {
    if (!tag.includes('data-user-mention="true"')) continue
    const items_id = Number(/data-user-id="(\d+)"/.exec(tag)?.[1] ?? 0)
    if (items_id > 0)
      addActor(store, tickets_id, 'observer', {
        ...{ itemtype: 'User', items_id, use_notification: 1, alternative_email: '' },
      })
  }
}

/** Whether somebody has a profile on an entity, or on one above it that reaches it. */
export function isHere(store: Store, userId: number, entityId: number, profiles?: (id: number) => boolean): boolean {
  return store
    .table('Profile_User')
    .by('users_id', userId)
    .some(({ entities_id, is_recursive, profiles_id }) => {
      const reach = is_recursive ? entityTree(store, entities_id) : [entities_id]
      return reach.includes(entityId) && (profiles?.(profiles_id) ?? true)
    })
}

/** Those who are there, by their names, who has none first. */
export function peopleAt(store: Store, entityId: number, profiles?: (id: number) => boolean): UserRow[] {
  return (
    [...store.table('User').all()]
      .filter(({ id }) => isHere(store, id, entityId, profiles))
      // Who has no name but a login comes first (contract step "users whom the form offers as observers").
      .sort(
        (a, b) => a.realname.localeCompare(b.realname, 'fr') || friendlyName(a).localeCompare(friendlyName(b), 'fr'),
      )
  )
}

/** The groups that may have that part on an entity. */
export function groupsAt(
  store: Store,
  entityId: number,
  part: 'is_watcher' | 'is_requester' | 'is_assign',
): GroupRow[] {
  return [...store.table('Group').all()].filter((group) => group[part] === 1 && isGroupAt(store, group.id, entityId))
}

/** Whether a group is of an entity, or of one above it that reaches it. */
export function isGroupAt(store: Store, groupId: number, entityId: number): boolean {
  const group = store.get('Group', groupId)
  if (!group) return false
  const reach = group.is_recursive ? entityTree(store, group.entities_id) : [group.entities_id]
  return reach.includes(entityId)
}
