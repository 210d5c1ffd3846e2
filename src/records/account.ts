import type { KnownAccount } from '../settings/account/accounts.ts'
import { bool, maybe, oneOf, type RecordOf, shape, text } from './shape.ts'

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
