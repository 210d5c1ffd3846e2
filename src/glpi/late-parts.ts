import type { Contracts } from './contract/contract.ts'
import type { PreferenceAccess, Preferences } from './preferences/preferences.ts'
import type { Session } from './session/session.ts'

/** Contracts, whose part of the client is loaded when it is first asked for. */
export function lateContracts(session: Session): Contracts {
  return {
    async list() {
      const { listContracts } = await import('./contract/contract.ts')
      return listContracts(session)
    },
  }
}

/** The same of the preferences. */
export function latePreferences(access: PreferenceAccess): Preferences {
  const opened = async (): Promise<Preferences> => {
    const { preferencesOf } = await import('./preferences/preferences.ts')
    return preferencesOf(access)
  }
  return {
    read: async () => (await opened()).read(),
    change: async (changes) => (await opened()).change(changes),
  }
}
