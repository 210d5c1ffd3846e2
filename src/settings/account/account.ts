import type { Credential, KeptSession } from '../../glpi/platform.ts'
import type { SavedRole } from './saved-account.ts'

/** As much of a session as ending it takes. */
export type LooseSession = Pick<KeptSession, 'apiUrl' | 'token'>

/** What is kept of an account, all of it secret: how one logs in, and the session of the last command. */
export interface Secrets {
  credential?: Credential
  appToken?: string
  session?: KeptSession
}

/** What a person who just logged in leaves to be kept. */
export interface AcceptedLogin extends Secrets {
  user: string
  /** The person accepted that what is sent can be read on the way. */
  allowHttp?: boolean
  /** What this account is to be from now on. */
  role?: SavedRole
  /** Where it is to be kept, if not in the usual place. */
  place?: SecretPlace
}

/** Where secrets can be kept: the keychain, or a 0600 file that was asked for. */
export type SecretPlace = 'keychain' | 'file'

/** Where secrets came from or are. */
export type SecretSource = SecretPlace | 'environment'

/** The account in use: a user on a platform. */
export interface Account {
  /** `alice@support.ipeos.com`; undefined when nobody ever logged in on this platform, and for a token of the environment. */
  readonly name: string | undefined
  /** The platform's address. */
  readonly url: string
  /** The account that a call without a login means: the one that it names, else the last that was logged in here. */
  readonly meant: string | undefined
  /** All accounts of this platform that were ever logged in here, the last first. */
  readonly known: readonly string[]
  /** Throws `WrongUsage` when what is sent to this address can be read on the way (plain http), and nobody accepted that. */
  checkAddress(options?: { allowHttp?: boolean | undefined }): void
  /** The credential of this call. Rejects with `NotLoggedIn`; with `WrongUsage` for an exposed address. */
  credential(): Promise<Credential>
  /** Where the credential comes from; undefined when there is none. */
  source(): Promise<SecretSource | undefined>
  appToken(): Promise<string | undefined>
  session(): Promise<KeptSession | undefined>
  /** Keeps the session for the next command, where there is a place for it. */
  keepSession(session: KeptSession | undefined): Promise<void>
  /** True when a session can be kept for the next command. */
  canKeepSession(): Promise<boolean>
  /** Where `store` would keep secrets, or whether it could in that place. Rejects when it could not, with the ways out. */
  placeToStore(place?: SecretPlace): Promise<SecretPlace>
  /** Keeps a credential that the platform accepted, and makes this account the one that commands use, and its platform theirs. */
  store(login: AcceptedLogin): Promise<SecretPlace>
  /** Has another password kept in the place of the one that is; all else stays. False where none is: a token, or nothing. */
  keepPassword(password: string): Promise<boolean>
  /** What this account chose to be. */
  role(): SavedRole
  /** Keeps what this account is to be from now on. False when its login is not kept here: there is no place for it. */
  keepRole(role: SavedRole): Promise<boolean>
  /** Forgets the secrets of this account. False when there were none. */
  forget(): Promise<boolean>
  /** The sessions of our platforms that stand in a damaged file of secrets: to be ended before that file goes. */
  looseSessions(): Promise<LooseSession[]>
  /** Forgets the secrets of all accounts; gives their names. */
  forgetAll(): Promise<string[]>
}
