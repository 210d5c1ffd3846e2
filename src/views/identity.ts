import type { Person } from '../itil/person.ts'
import type { identityShape } from '../records/identity-shape.ts'
import type { DataRecord } from '../records/records.ts'
import type { SecretSource } from '../settings/account/account.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Field, viewFields } from './fields.ts'
import type { Look } from './look.ts'

export type Identity = DataRecord<keyof typeof identityShape.fields>

type Reach = NonNullable<Person['reach']>

export interface IdentityParts {
  person: Person
  email: string | undefined
  glpiVersion: string
  url: string
  source: SecretSource | undefined
}

/** Who one is on the platform, for scripts. */
export function identityRecord({ person, email, glpiVersion, url, source }: IdentityParts): Identity {
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
  }
}

/** The same for a person; what the platform does not say is left out. */
export function viewIdentity(identity: Identity, look: Look): string {
  const { t } = look
  const { source, platform } = identity
  const known: Array<[label: string, value: unknown]> = [
    [t('whoami.name'), identity.name],
    [t('whoami.login'), identity.login],
    [t('whoami.email'), identity.email],
    [t('whoami.profile'), identity.profile],
    [
      t('whoami.entity'),
      identity.reach ? `${identity.entity} (${t(`whoami.reach.${identity.reach as Reach}`)})` : identity.entity,
    ],
    [t('whoami.platform'), platform === 'sandbox' ? t('whoami.sandbox') : platform],
    [t('whoami.version'), identity.version],
    [t('whoami.secret'), source === null ? null : t(`whoami.secret.${source as SecretSource}`)],
  ]
  const fields = known.flatMap(([label, value]): Field[] => (value ? [[label, plain(String(value))]] : []))
  return viewFields(fields, look)
}
