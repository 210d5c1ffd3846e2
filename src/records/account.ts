import type { SignInWays } from '../glpi/platform.ts'
import type { Person } from '../itil/person.ts'
import type { SecretSource } from '../settings/account/account.ts'
import type { KnownAccount } from '../settings/account/accounts.ts'
import { bool, integer, maybe, oneOf, type RecordOf, shape, text } from './shape.ts'

/** An account whose login is kept here. */
export const accountShape = shape({
  name: 'account',
  fields: {
    name: text,
    user: text,
    platform: text,
    storage: oneOf(['keychain', 'file']),
    profile: maybe(text),
    entity: maybe(text),
    current: bool,
  },
  list: true,
})

export type AccountRecord = RecordOf<typeof accountShape>

export function accountRecord(
  { name, user, url, storage, profile, entity }: KnownAccount,
  current: boolean,
): AccountRecord {
  return {
    ...{ name, user, platform: url, storage, current },
    profile: profile?.name ?? null,
    entity: entity === 'all' ? entity : (entity?.name ?? null),
  }
}

/** Who one is on the platform. */
export const identityShape = shape({
  name: 'identity',
  fields: {
    name: text,
    login: text,
    id: integer,
    email: maybe(text),
    profile: text,
    profileId: integer,
    entity: text,
    entityId: integer,
    platform: text,
    version: text,
    source: maybe(oneOf(['keychain', 'file', 'environment'])),
    reach: maybe(oneOf(['below', 'all'])),
    /** What the login here is. */
    credential: oneOf(['password', 'token']),
    /** What the site says of its ways to sign in. */
    takesTokens: maybe(bool),
    secondFactorEnforced: maybe(bool),
    singleSignOn: maybe(oneOf(['web-server', 'cas'])),
  },
  columns: ['name', 'login', 'email', 'profile', 'entity', 'platform', 'version', 'source'],
  list: false,
})

export type IdentityRecord = RecordOf<typeof identityShape>

interface IdentityParts {
  person: Person
  email: string | undefined
  glpiVersion: string
  url: string
  source: SecretSource | undefined
  credential: 'password' | 'token'
  signIn: SignInWays | undefined
}

export function identityRecord(parts: IdentityParts): IdentityRecord {
  const { person, email, glpiVersion, url, source, credential, signIn } = parts
  return {
    name: person.name,
    login: person.login,
    id: person.id,
    email: email ?? null,
    profile: person.profile.name,
    profileId: person.profile.id,
    entity: person.entity.name,
    entityId: person.entity.id,
    platform: url,
    version: glpiVersion,
    source: source ?? null,
    reach: person.reach ?? null,
    credential,
    takesTokens: signIn?.token ?? null,
    secondFactorEnforced: signIn?.secondFactor ?? null,
    singleSignOn: signIn?.singleSignOn ?? null,
  }
}
