import { platform as systemOf } from 'node:os'
import { Failed } from '../../errors/error.ts'
import { type SecretServiceState, secretServiceState } from './dbus/secret-service.ts'
import { keyringLibrary, UnusablePart } from './native-part.ts'
import { type KeptSecrets, parseSecrets, type SecretStore } from './store.ts'

export interface KeychainOptions {
  /** Where the session's bus is looked for (Linux). */
  env: Record<string, string | undefined>
  /** The folder of what may be lost: the lone executable unpacks the keychain's part there. */
  cache: string
  platform?: NodeJS.Platform
  /** Milliseconds that one call may take; 3 seconds when absent. */
  timeout?: number
}

export type KeychainTrouble = 'absent' | 'locked' | 'silent' | 'denied' | 'broken' | UnusablePart['trouble']

/** The keychain cannot be used; the hint names the ways out. */
export class KeychainUnavailable extends Failed {
  constructor(
    readonly trouble: KeychainTrouble,
    cause?: unknown,
  ) {
    super(`keychain-${trouble}`, cause instanceof UnusablePart ? { path: cause.path } : undefined, { cause })
  }
}

const service = 'ipeos'

/**
 * The keychain of the system: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows; one item for
 * each account, named `ipeos` and the account. Every call rejects with `KeychainUnavailable` when it cannot be used.
 */
export function keychain({ env, cache, platform = systemOf(), timeout = 3000 }: KeychainOptions): SecretStore {
  const state = async (): Promise<SecretServiceState> =>
    platform === 'linux' ? secretServiceState(env, timeout) : 'ready'
  const item = async (account: string) => {
    const { AsyncEntry } = await keyringLibrary(cache)
    // Without the pin, a missing Secret Service is silently replaced by the kernel's memory, lost at the next start.
    return new AsyncEntry(service, account, { linux: { store: 'secret-service' } })
  }
  const check = async (): Promise<void> => {
    const found = await state()
    if (found !== 'ready') throw new KeychainUnavailable(found === 'empty' ? 'locked' : found)
    await bounded(timeout, () => keyringLibrary(cache))
  }
  /** True when there is something to read from. */
  const checkForReading = async (): Promise<boolean> => {
    const found = await state()
    if (found !== 'ready' && found !== 'empty') throw new KeychainUnavailable(found)
    return found === 'ready'
  }
  return {
    check,
    get: async (account) => {
      if (!(await checkForReading())) return undefined
      const text = await bounded(timeout, async () => (await item(account)).getPassword())
      return text ? parse(text) : undefined
    },
    set: async (account, secrets) => {
      await check()
      await bounded(timeout, async () => (await item(account)).setPassword(JSON.stringify(secrets)))
    },
    remove: async (account) =>
      (await checkForReading()) && bounded(timeout, async () => (await item(account)).deleteCredential()),
  }
}

/** A value that is not ours counts as none: logging in again replaces it. */
function parse(text: string): KeptSecrets | undefined {
  try {
    return parseSecrets(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function bounded<Result>(timeout: number, work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KeychainUnavailable('silent')), timeout)
  })
  try {
    return await Promise.race([work(), tooLong])
  } catch (error) {
    throw error instanceof KeychainUnavailable ? error : new KeychainUnavailable(troubleOf(error), error)
  } finally {
    clearTimeout(timer)
  }
}

/** The library's errors have no codes: only their messages tell them apart. */
function troubleOf(error: unknown): KeychainTrouble {
  if (error instanceof UnusablePart) return error.trouble
  const text = error instanceof Error ? error.message : ''
  if (/locked|dismissed|interaction is not allowed/i.test(text)) return 'locked'
  if (/denied|not permitted|canceled|cancelled/i.test(text)) return 'denied'
  if (/did not receive a reply|timed? ?out/i.test(text)) return 'silent'
  if (/d-?bus|not provided by any|no such service|cannot find (native binding|module|package)/i.test(text))
    return 'absent'
  return 'broken'
}
