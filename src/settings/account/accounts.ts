import type { Holder } from '../../files/lock.ts'
import type { Settings } from '../settings.ts'
import { type SettingsData, updateSettingsFile } from '../settings-file.ts'
import type { SecretPlace } from './account.ts'
import { type SavedRole, withCurrent } from './saved-account.ts'

/** An account whose login is kept here. */
export interface KnownAccount extends SavedRole {
  /** `alice@support.ipeos.com`. */
  name: string
  user: string
  /** The platform's address, or `sandbox`. */
  url: string
  storage: SecretPlace
}

/** The accounts whose logins are kept here, on all platforms. */
export interface Accounts {
  list(): KnownAccount[]
  /** Makes this account the one that commands use, and its platform theirs. */
  use(name: string): Promise<void>
}

export interface AccountsOptions {
  settings: Settings
  /** What settings.json says; undefined when there is none. */
  file: SettingsData | undefined
  holder?: Holder | undefined
}

/** The accounts of this person, by name. Touches no secret. */
export function accountsIn({ settings, file, holder }: AccountsOptions): Accounts {
  return {
    list: () =>
      Object.entries(file?.accounts ?? {})
        .map(([name, { user, url, storage, profile, entity }]) => ({
          ...{ name, user, url, storage },
          ...(profile && { profile }),
          ...(entity && { entity }),
        }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    use: async (name) => {
      await updateSettingsFile(settings.folders.config, (data) => withCurrent(data, name, settings.usualUrl), holder)
    },
  }
}
