import type { Credential, KeptSession } from '../glpi/platform.ts'

/** What is kept of an account, all of it secret: how one logs in, and the session of the last command. */
export interface Secrets {
  credential?: Credential
  appToken?: string
  session?: KeptSession
}

/** Where secrets came from or are: the keychain, a 0600 file that was asked for, or the environment. */
export type SecretSource = 'keychain' | 'file' | 'environment'

/** The account in use: a user on a platform. */
export interface Account {
  /** `alice@support.ipeos.com`; undefined when nobody ever logged in on this platform. */
  readonly name: string | undefined
  /** The platform's address. */
  readonly url: string
  /** The credential of this call. Rejects with `NotLoggedIn`. */
  credential(): Promise<Credential>
  /** Where the credential comes from; undefined when there is none. */
  source(): Promise<SecretSource | undefined>
  appToken(): Promise<string | undefined>
  session(): Promise<KeptSession | undefined>
  /** Keeps the session for the next command, where there is a place for it. */
  keepSession(session: KeptSession | undefined): Promise<void>
  /** True when a session can be kept for the next command. */
  canKeepSession(): Promise<boolean>
  /** Keeps a credential that the platform accepted. Rejects when there is no keychain, with the ways out. */
  store(secrets: Secrets & { user: string }): Promise<SecretSource>
  /** Forgets the secrets of this account. False when there were none. */
  forget(): Promise<boolean>
  /** Forgets the secrets of all accounts; gives their names. */
  forgetAll(): Promise<string[]>
}
