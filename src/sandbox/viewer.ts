import { MAY_APPROVE, type Profile, profileById } from './profiles.ts'
import { hashToken, isPassword, newSessionToken } from './secret.ts'
import type { ServerTime } from './server-time.ts'
import type { Site } from './site.ts'
import type { EntityRow, ProfileUserRow, SessionRow, UserRow } from './store/rows.ts'
import type { Store } from './store/store.ts'

/** Somebody who is logged in, as the profile and on the entities that are active. */
export interface Viewer {
  readonly session: SessionRow
  readonly user: UserRow
  readonly profile: Profile
  /** The active entities. */
  readonly entities: ReadonlySet<number>
}

const WEEK_SECONDS = 7 * 86_400

/** Who a session token stands for; undefined when the session is dead or never was. */
export function viewerOf(
  { store, configuration }: Pick<Site, 'store' | 'configuration'>,
  token: string,
): Viewer | undefined {
  const [session] = store.table('Session').by('token', hashToken(token))
  const user = session && store.get('User', session.users_id)
  if (!session || !user) return undefined
  const profile = profileAt(configuration, session.profiles_id)
  return { session, user, profile, entities: new Set(activeEntities(store, session)) }
}

/** A profile with the rights that this site gives it beside the stock ones. */
function profileAt({ customerMayApprove, customerMayChangePassword }: Site['configuration'], id: number): Profile {
  const profile = profileById(id)
  if (profile.interface !== 'helpdesk') return profile
  const changed = {
    ...(customerMayApprove ? { ticketvalidation: MAY_APPROVE } : {}),
    ...(customerMayChangePassword ? {} : { password_update: 0 }),
  }
  return { ...profile, rights: { ...profile.rights, ...changed } }
}

function activeEntities(store: Store, session: SessionRow): number[] {
  const { users_id, profiles_id, entities_id, is_recursive } = session
  if (session.is_full) return heldEntities(store, users_id, profiles_id).flatMap((held) => reach(store, held))
  return is_recursive ? entityTree(store, entities_id) : [entities_id]
}

function reach(store: Store, { entities_id, is_recursive }: ProfileUserRow): number[] {
  return is_recursive ? entityTree(store, entities_id) : [entities_id]
}

/** Who has this name and this password; undefined when nobody, as of those who sign in elsewhere. */
export function userByCredentials(
  { store, configuration }: Pick<Site, 'store' | 'configuration'>,
  name: string,
  password: string,
): UserRow | undefined {
  if (configuration.singleSignOn.people.includes(name)) return undefined
  const [user] = store.table('User').by('name', name)
  return user && isPassword(password, user.password) ? user : undefined
}

/** Who has this personal API token; undefined when nobody. */
export function userByToken(store: Store, token: string): UserRow | undefined {
  return store.table('User').by('api_token', hashToken(token))[0]
}

/** Opens a session on the server's choice of profile and entity, and gives its token; inside a transaction. */
export function openSession(store: Store, time: ServerTime, user: UserRow, isExpired = false): string {
  forgetOldSessions(store, time)
  const token = newSessionToken()
  const held = heldProfiles(store, user.id)
  const wanted = held.find(({ profiles_id }) => profiles_id === user.profiles_id) ?? held[0]
  store.add('Session', {
    token: hashToken(token),
    users_id: user.id,
    ...roleOf(store, user, wanted?.profiles_id ?? 1),
    date_creation: time.now(),
    ...(isExpired ? { is_expired: 1 } : {}),
  })
  return token
}

/** What is active in a session. */
export type SessionRole = Pick<SessionRow, 'profiles_id' | 'entities_id' | 'is_recursive' | 'is_full'>

/**
 * Where GLPI puts somebody who takes a profile: on their default entity when the profile is held there or, below a
 * recursive one, reaches it; else on all entities of the profile at once.
 */
export function roleOf(store: Store, user: UserRow, profiles_id: number): SessionRole {
  const held = heldEntities(store, user.id, profiles_id)
  const usual = held.find(({ entities_id }) => entities_id === user.entities_id)
  if (usual) return { profiles_id, entities_id: usual.entities_id, is_recursive: usual.is_recursive }
  const reaches = held.some((one) => one.is_recursive && entityTree(store, one.entities_id).includes(user.entities_id))
  if (reaches) return { profiles_id, entities_id: user.entities_id, is_recursive: 1 }
  return { profiles_id, entities_id: held[0]?.entities_id ?? 0, is_recursive: 0, is_full: 1 }
}

/** Ends a session; inside a transaction. Gives whether there was one. */
export function killSession(store: Store, token: string): boolean {
  const [session] = store.table('Session').by('token', hashToken(token))
  if (session) store.remove('Session', session.id)
  return session !== undefined
}

/** The profiles that somebody holds, with the entities on which. */
export function heldProfiles(store: Store, userId: number): ProfileUserRow[] {
  return store.table('Profile_User').by('users_id', userId)
}

/** The entities on which somebody holds a profile. */
export function heldEntities(store: Store, userId: number, profileId: number): ProfileUserRow[] {
  return heldProfiles(store, userId).filter(({ profiles_id }) => profiles_id === profileId)
}

/** An entity and all those below it. */
export function entityTree(store: Store, root: number): number[] {
  const found = [root]
  for (const entity of found) for (const child of store.table('Entity').by('entities_id', entity)) found.push(child.id)
  return found
}

/** Whether something of an entity is seen from the active ones: in one of them, or above one of them and recursive. */
export function isInReach(
  store: Store,
  { entities }: Viewer,
  { entities_id, is_recursive }: { entities_id: number; is_recursive: 0 | 1 },
): boolean {
  if (entities.has(entities_id)) return true
  return is_recursive === 1 && entityTree(store, entities_id).some((id) => entities.has(id))
}

/** An entity by its number; a nameless one when it is gone. */
export function entity(store: Store, id: number): EntityRow {
  return store.get('Entity', id) ?? { id, name: '', completename: '', entities_id: null, level: 1 }
}

/** Somebody's name as GLPI writes it: «Durand Alice». */
export function friendlyName(user: UserRow | undefined): string {
  return user ? `${user.realname} ${user.firstname}`.trim() || user.name : ''
}

/** A short mark of who looks, and as what: two sessions with the same mark see the same things. */
export function viewMark({ user, profile, entities }: Viewer): string {
  return `${user.id} ${profile.id} ${[...entities].join(',')}`
}

function forgetOldSessions(store: Store, time: ServerTime): void {
  const limit = time.format(time.instant().getTime() - WEEK_SECONDS * 1000)
  for (const { id, date_creation } of [...store.table('Session').all()])
    if (date_creation < limit) store.remove('Session', id)
}
