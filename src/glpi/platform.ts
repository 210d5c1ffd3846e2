import type { Person } from '../itil/person.ts'
import type { Role } from '../itil/role.ts'
import type { Api } from './api/api.ts'
import type { Contracts } from './contract/contracts.ts'
import type { Documents } from './document/documents.ts'
import type { Faq } from './faq/faq.ts'
import type { Form } from './form/form.ts'
import type { Http } from './http/http.ts'
import type { RetryOptions } from './http/retry.ts'
import type { Preferences } from './preferences/preferences.ts'
import type { Reservations } from './reservation/reservations.ts'
import type { Inspection } from './session/inspection.ts'
import type { Roles } from './session/roles.ts'
import type { Followups, Solutions, Tickets } from './ticket/tickets.ts'

/** What proves who one is: a user name with its password, or a personal token («user_token») of the platform. */
export type Credential = { user: string; password: string } | { token: string }

/** A session as it is kept between two commands, with all that a warm command needs so that it asks nothing twice. */
export interface KeptSession {
  /** The session token: a secret. */
  token: string
  /** The API that answered, without a slash at its end: `https://host/apirest.php`, `https://host/api.php/v1`… */
  apiUrl: string
  /** The site's root, without a slash at its end. */
  rootUrl: string
  person: Person
  glpiVersion: string
  /** What to add to the server's naive dates to get UTC, in minutes: −60 for Paris in winter. */
  clockOffset: number
  /** The zone of the server's dates, where the platform says it. */
  timeZone?: string
  /** The platform's file limit, in bytes. */
  fileLimit: number
  /** The role that was asked for (`roleKey`); absent when the platform chose it. */
  role?: string
}

export interface ConnectOptions {
  http: Http
  /** The site's root, a sub-path, or the API's own URL, as the person gave it. */
  url: string
  appToken?: string | undefined
  /** Asked only when a session must be opened. Rejects with `NotLoggedIn` when there is none. */
  credential(): Promise<Credential>
  /** The session of the last command, if any. */
  session?: KeptSession | undefined
  /** The role of this account; `any` for whatever it is. A kept session of another role is put into this one. */
  role?: Role | 'any' | undefined
  /** Called with each new session, and with undefined when it is dead. */
  keepSession(session: KeptSession | undefined): Promise<void>
  /** Where the ticket form is kept for the length of a session. */
  formCache?: Cache | undefined
  clock?: { now(): Date } | undefined
  retry?: RetryOptions | undefined
  /** Told of each exchange, without any secret: for `--debug`. */
  trace?: ((line: string) => void) | undefined
}

export interface Cache {
  read(): Promise<unknown>
  write(value: unknown): Promise<void>
}

/** The platform, as one account sees it. Every call opens or renews the session by itself (once). */
export interface Platform {
  /** The session in use; opens one when there is none. */
  session(): Promise<KeptSession>
  /** Asks the platform who this is, even when the session already says it: the credential is tested. */
  whoAmI(): Promise<Person>
  /** What this account may do, and how the server's clock goes. */
  inspect(): Promise<Inspection>
  /** Ends the session on the platform and forgets it. */
  close(): Promise<void>
  readonly roles: Roles
  readonly tickets: Tickets
  readonly followups: Followups
  readonly solutions: Solutions
  readonly documents: Documents
  readonly form: Form
  readonly faq: Faq
  /** Whatever has no place here. */
  readonly api: Api
  readonly contracts: Contracts
  readonly preferences: Preferences
  readonly reservations: Reservations
}
