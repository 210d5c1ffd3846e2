import * as z from 'zod/mini'
import { NotFound } from '../../errors/error.ts'
import type { HeldProfile, Named, Person, Role, RoleChoice } from '../../itil/person.ts'
import type { Answer } from '../http/http.ts'
import type { Roles } from '../platform.ts'
import { refused } from '../refusal.ts'
import { integer, label, parse } from '../wire.ts'
import type { Call } from './call.ts'
import { readFullSession } from './person.ts'
import type { Session } from './session.ts'

/** Asks with the session whose role is changed. */
export type AskInSession = (call: Call) => Promise<Answer>

/** The roles of the account of this session. */
export function rolesOf(session: Session): Roles {
  const ask: AskInSession = (call) => session.ask(call)
  return {
    profiles: () => heldProfiles(ask),
    entities: () => heldEntities(ask),
    take: async (role) => (await session.become(role)).person,
    customerProfiles: async () => customerProfiles(ask, (await session.current()).person),
  }
}

/** What tells one role from another; undefined when a function has to choose, for that may choose anew each time. */
export function roleKey({ profile, entity, alone }: Role = {}): string | undefined {
  if (typeof profile === 'function' || typeof entity === 'function') return undefined
  if (profile === undefined && entity === undefined) return ''
  return `${profile ?? ''}/${entity ?? ''}${alone ? '/alone' : ''}`
}

/** Puts a session into a role, and gives who one is then: `now`, where that is so already. */
export async function takeRole(ask: AskInSession, role: Role, now: Person): Promise<Person> {
  const profiled = role.profile === undefined ? now : await takeProfile(ask, role.profile, now)
  if (role.entity === undefined) return profiled
  await takeEntity(ask, role.entity, role.alone ?? false)
  return readPerson(ask)
}

async function takeProfile(ask: AskInSession, choice: RoleChoice, now: Person): Promise<Person> {
  const id = typeof choice === 'number' ? choice : choice(await heldProfiles(ask)).id
  if (id === now.profile.id) return now
  const answer = await ask({ method: 'POST', path: 'changeActiveProfile', json: { profiles_id: id } })
  if (answer.status === 404) throw new NotFound('profile-not-found', { id })
  if (answer.status !== 200) throw refused(answer)
  return readPerson(ask)
}

/** With those below it where the profile is recursive there, as GLPI itself does when a session begins. */
async function takeEntity(ask: AskInSession, choice: RoleChoice | 'all', alone: boolean): Promise<void> {
  // GLPI makes the number 0 of the word «all»: all is what a call that names none gets (contract, «changeActiveEntities»).
  if (choice === 'all') return changeEntity(ask, {}, 0)
  const id = typeof choice === 'number' ? choice : choice(await heldEntities(ask)).id
  if (!alone && (await changesTo(ask, { entities_id: id, is_recursive: true }))) return
  await changeEntity(ask, { entities_id: id, is_recursive: false }, id)
}

async function changeEntity(ask: AskInSession, json: object, id: number): Promise<void> {
  if (await changesTo(ask, json)) return
  throw new NotFound('entity-not-found', { id })
}

/** 200 `false` says that nothing changed (GLPI.md, «v1 — session»). */
async function changesTo(ask: AskInSession, json: object): Promise<boolean> {
  const answer = await ask({ method: 'POST', path: 'changeActiveEntities', json })
  if (answer.status !== 200) throw refused(answer)
  return answer.json === true
}

const held = z.object({
  myprofiles: z.array(
    z.object({ id: integer, name: label, entities: z.array(z.object({ id: integer, name: label })) }),
  ),
})

/** The profiles that this account holds. */
async function heldProfiles(ask: AskInSession): Promise<HeldProfile[]> {
  return parse(held, await answerOf(ask, 'getMyProfiles'), 'getMyProfiles').myprofiles
}

const mine = z.object({ myentities: z.array(z.object({ id: integer, name: label })) })

/** The entities that the profile of now may take; their names come encoded on GLPI 10, whatever is asked for. */
async function heldEntities(ask: AskInSession): Promise<Named[]> {
  const { myentities } = parse(mine, await answerOf(ask, 'getMyEntities?is_recursive=true'), 'getMyEntities')
  const byId = new Map(myentities.map((entity) => [entity.id, entity]))
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name))
}

const withSession = z.object({ session: z.unknown() })

async function readPerson(ask: AskInSession): Promise<Person> {
  const { session } = parse(withSession, await answerOf(ask, 'getFullSession'), 'getFullSession')
  return readFullSession(session).person
}

async function answerOf(ask: AskInSession, path: string): Promise<unknown> {
  const answer = await ask({ path })
  if (answer.status !== 200) throw refused(answer)
  return answer.json
}

/** As many profiles as are looked into for those of customers: nobody holds more in earnest. */
const mostProfiles = 5

/** The other profiles of this account that customers have; at the end the session is again what it was. */
async function customerProfiles(ask: AskInSession, now: Person): Promise<HeldProfile[]> {
  const others = (await heldProfiles(ask)).filter(({ id }) => id !== now.profile.id).slice(0, mostProfiles)
  const found: HeldProfile[] = []
  for (const profile of others) {
    const person = await takeProfile(ask, profile.id, now)
    if (person.interface === 'helpdesk') found.push(profile)
  }
  if (others.length > 0) await takeProfile(ask, now.profile.id, { ...now, profile: { id: -1, name: '' } })
  return found
}
