import { chosen } from '../commands/choose.ts'
import { roleKey } from '../glpi/session/role.ts'
import type { Named } from '../itil/person.ts'
import type { Role, RoleChoice } from '../itil/role.ts'
import { askedRole, type SavedRole } from '../settings/account/saved-account.ts'
import type { Settings } from '../settings/settings.ts'

/** Who one is in a call. */
export interface RoleOfCall {
  /** Undefined: whoever the platform takes one for. */
  role: Role | undefined
  /** For this call alone: nothing of it is kept. */
  oneOff: boolean
}

/** The role that a call asks for, else the one that its account chose. An entity goes with the profile it was chosen in. */
export function roleOfCall({ profile, entity }: Pick<Settings, 'profile' | 'entity'>, saved: SavedRole): RoleOfCall {
  const usual = askedRole(saved)
  if (profile === undefined && entity === undefined) return { role: usual, oneOff: false }
  const role: Role = {
    ...(profile === undefined ? pick(usual, 'profile') : { profile: named(profile, saved.profile, 'profile') }),
    ...(entity === undefined ? entityWith(usual, profile, saved) : { entity: entityNamed(entity, saved.entity) }),
  }
  return { role, oneOff: roleKey(role) === undefined || roleKey(role) !== roleKey(usual) }
}

function pick<Key extends keyof Role>(role: Role | undefined, key: Key): Pick<Role, Key> | undefined {
  return role?.[key] === undefined ? undefined : ({ [key]: role[key] } as Pick<Role, Key>)
}

function entityWith(usual: Role | undefined, profile: string | undefined, saved: SavedRole): Partial<Role> | undefined {
  if (profile !== undefined && !isNamed(profile, saved.profile)) return undefined
  return { ...pick(usual, 'entity'), ...pick(usual, 'alone') }
}

function entityNamed(text: string, saved: SavedRole['entity']): RoleChoice | 'all' {
  if (text.toLowerCase() === 'all') return 'all'
  return named(text, saved === 'all' ? undefined : saved, 'entity')
}

/** A name that is already known costs no question to the platform. */
function named(text: string, saved: Named | undefined, kind: 'profile' | 'entity'): RoleChoice {
  if (saved && isNamed(text, saved)) return saved.id
  return (offered) => chosen(text, offered, `unknown-${kind}`)
}

function isNamed(text: string, saved: Named | undefined): boolean {
  return saved !== undefined && (text === String(saved.id) || text.toLowerCase() === saved.name.toLowerCase())
}
