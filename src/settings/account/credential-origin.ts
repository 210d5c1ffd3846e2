import { createHmac } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { Failed } from '../../errors/error.ts'
import type { Credential, KeptSession } from '../../glpi/platform.ts'
import { lazy } from '../../itil/lazy.ts'
import type { SecretStore } from '../secrets/store.ts'
import type { SecretPlace, SecretSource } from './account.ts'

/** Where the credential of a call comes from, and where its session is kept. */
export interface CredentialOrigin {
  credential(): Promise<Credential | undefined>
  source(): Promise<SecretSource | undefined>
  appToken(): Promise<string | undefined>
  session(): Promise<KeptSession | undefined>
  keepSession(session: KeptSession | undefined): Promise<void>
  /** False where there is no place for it, and where another command kept its own meanwhile: ours ends with the call. */
  canKeepSession(): Promise<boolean>
}

/**
 * A credential of the environment. Its session is kept under `item`, with the proof of the credential. A place that
 * fails, for whatever reason, counts as none and is not tried again: the command has all that it needs without it.
 */
export function environmentOrigin(
  credential: Credential,
  place: SecretStore,
  item: string,
  exclusively: Exclusively,
): CredentialOrigin {
  let usable = true
  let ours: string | undefined
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    if (!usable) return undefined
    try {
      return await work()
    } catch {
      usable = false
      return undefined
    }
  }
  const kept = lazy(() => attempt(() => place.get(item)))
  return {
    credential: async () => credential,
    source: async () => 'environment',
    appToken: async () => undefined,
    session: async () => {
      const { session, proof } = (await kept()) ?? {}
      return session && proof === sessionProof(session.token, credential) ? session : undefined
    },
    keepSession: async (session) => {
      const used = (await kept())?.session?.token
      const replace = async (): Promise<void> => {
        const current = await place.get(item)
        const isOfSomebody = current?.session && current.proof !== sessionProof(current.session.token, credential)
        if (!isOfSomebody && isOfAnother(current?.session, session, ours ?? used)) {
          usable = false
          return
        }
        if (session) await place.set(item, { session, proof: sessionProof(session.token, credential) })
        else await place.remove(item)
        ours = session?.token
      }
      await attempt(() => exclusively(replace))
    },
    canKeepSession: async () => {
      await kept()
      return usable
    },
  }
}

/** Whether the session that is kept came neither from us nor from before us: of several commands that began cold, one keeps its own. */
function isOfAnother(
  current: KeptSession | undefined,
  session: KeptSession | undefined,
  known: string | undefined,
): boolean {
  return current !== undefined && current.token !== known && current.token !== session?.token
}

/** Runs work while no other command changes the secrets of its account. */
export type Exclusively = <Result>(work: () => Promise<Result>) => Promise<Result>

/** What `ipeos login` stored: one read gives the credential and the session. */
export function storedOrigin(
  name: string,
  place: SecretPlace,
  store: SecretStore,
  exclusively: Exclusively,
): CredentialOrigin {
  let usable = true
  let ours: string | undefined
  const kept = lazy(() => store.get(name))
  const replaceSession = async (session: KeptSession | undefined): Promise<void> => {
    const [used, current] = [await kept(), await store.get(name)]
    // Another command may have logged in again since: its credential must not be undone by our session.
    if (!used || !isDeepStrictEqual(used.credential, current?.credential)) {
      usable = session === undefined && usable
      return
    }
    // Or have opened the session that is kept now: that one lives, and ours ends with this command.
    if (isOfAnother(current?.session, session, ours ?? used.session?.token)) {
      usable = session === undefined && usable
      return
    }
    const { session: _, ...others } = current ?? {}
    await store.set(name, session ? { ...others, session } : others)
    ours = session?.token
  }
  return {
    credential: async () => (await kept())?.credential,
    source: async () => ((await kept())?.credential ? place : undefined),
    appToken: async () => (await kept())?.appToken,
    session: async () => (await kept())?.session,
    keepSession: async (session) => {
      try {
        await exclusively(() => replaceSession(session))
      } catch (error) {
        // Locked since it was read, or no place to write: the command goes on, and its session ends with it.
        if (!(error instanceof Failed)) throw error
        usable = false
      }
    },
    canKeepSession: async () => usable,
  }
}

/** Nobody logged in. */
export const nowhere: CredentialOrigin = {
  credential: async () => undefined,
  source: async () => undefined,
  appToken: async () => undefined,
  session: async () => undefined,
  keepSession: async () => undefined,
  // There is no session that would have to end with the command.
  canKeepSession: async () => true,
}

/**
 * Says that a session was opened with this very credential, without keeping the credential: a session is used again
 * only by who can show the same one.
 */
export function sessionProof(sessionToken: string, credential: Credential): string {
  const parts = 'token' in credential ? [credential.token] : [credential.user, credential.password]
  return createHmac('sha256', sessionToken).update(JSON.stringify(parts)).digest('hex')
}
