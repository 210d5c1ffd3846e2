import type { Contract } from '../itil/contract.ts'
import type { HeldProfile, Named, Person, Role } from '../itil/person.ts'
import type { FormChoice, TicketForm } from '../itil/ticket-form.ts'
import type { Api } from './api/api.ts'
import type { Approvals } from './approval/approvals.ts'
import type { Around } from './around/around.ts'
import type { Documents } from './document/documents.ts'
import type { Faq } from './faq/faq.ts'
import type { Forms } from './forms/forms.ts'
import type { Http } from './http/http.ts'
import type { RetryOptions } from './http/retry.ts'
import type { News } from './news/news.ts'
import type { Passwords } from './password/passwords.ts'
import type { People } from './people/people.ts'
import type { Reservations } from './reservation/reservations.ts'
import type { Surveys } from './survey/surveys.ts'
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
  /** When both were asked, by this computer's clock: milliseconds since 1970. */
  clockRead?: number
  /** The platform's file limit, in bytes. */
  fileLimit: number
  /** The role that was asked for (`roleKey`); absent when the platform chose it. */
  role?: string
  /** Absent where the platform does not say it. */
  signIn?: SignInWays
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
  /** Asks the server how its clock goes now; gives whether its dates are read otherwise since. */
  readClock(): Promise<boolean>
  /** Ends the session on the platform and forgets it. */
  close(): Promise<void>
  readonly roles: Roles
  readonly tickets: Tickets
  readonly followups: Followups
  readonly solutions: Solutions
  readonly documents: Documents
  readonly form: Form
  readonly forms: Forms
  readonly people: People
  readonly around: Around
  readonly faq: Faq
  readonly news: News
  /** Whatever has no place here. */
  readonly api: Api
  readonly approvals: Approvals
  readonly contracts: Contracts
  readonly password: Passwords
  readonly preferences: Preferences
  readonly personalToken: PersonalToken
  readonly reservations: Reservations
  readonly surveys: Surveys
}

/** How the form is read. */
export interface FormReading {
  /** Asks the platform again, whatever is kept. */
  refresh?: boolean
  /** Asks again what was kept longer ago than so many milliseconds; where nobody answers, the kept one is good enough. */
  newerThan?: number
}

export interface Form {
  /** The form that the platform gives this account, kept for the session. */
  read(reading?: FormReading): Promise<TicketForm>
  /**
   * That form as its page shows it where a type, or a category, is chosen: a category may have a template of its own. The
   * same form where it follows none, or where the page does not answer as it should.
   */
  chosen(form: TicketForm, choice: FormChoice): Promise<TicketForm>
  /** The page on the web where this account finds it. */
  link(): Promise<string>
}

export interface Contracts {
  /** Those that this account may see. Rejects with `NotAllowed` where its profile may read none, as a customer's usually. */
  list(): Promise<Contract[]>
}

/** What a session allows, and how its server's clock goes: for whoever looks for what is wrong. */
export interface Inspection {
  /** Whether the profile may open tickets; undefined where the platform does not say it. */
  mayCreate: boolean | undefined
  /** Milliseconds that the server's clock is ahead of this one; undefined where that cannot be told. */
  clockAhead: number | undefined
  /** Minutes that its zone is ahead of where it was when the session of the last command was opened; 0 as a rule. */
  zoneMoved: number
}

/** The roles of an account on the platform. */
export interface Roles {
  /** The profiles that this account holds. */
  profiles(): Promise<HeldProfile[]>
  /** The entities that its profile of now may take, those below included, by their full names. */
  entities(): Promise<Named[]>
  /** Takes another role, here and in the commands that use this session after. Rejects with `NotFound` for what one does not hold. */
  take(role: Role): Promise<Person>
  /**
   * Those of the other profiles that customers have (interface `helpdesk`). The platform says that only of a profile in
   * use, so each is taken in turn, and the first one again at the end: for a session that nothing else uses yet.
   */
  customerProfiles(): Promise<HeldProfile[]>
}

/** What a person prefers on the platform. */
export interface PlatformPreferences {
  /** As GLPI writes it: `fr_FR`. */
  language?: string
  /** Those that the platform offers; none where it does not let this person choose. */
  languages: Array<{ code: string; name: string }>
  /** Where mail goes by default. */
  email?: string
}

/** What a site says, to whoever is logged in, of the ways by which one signs in. */
export interface SignInWays {
  /** The API takes a name with its password. */
  password: boolean
  /** The API takes personal tokens; where not, each is refused as if it were wrong. */
  token: boolean
  /** A second factor is enforced on the pages of the site, never by its API; undefined where GLPI knows none. */
  secondFactor?: boolean
  /** What signs people in to the pages before GLPI does: its web server, or a CAS; undefined for nothing. */
  singleSignOn?: 'web-server' | 'cas'
}

/**
 * The personal token of this person, which stands on the page of the preferences: one a person, for whatever program uses
 * it. Each rejects with `NotAllowed` where the site does not show that page to this account.
 */
export interface PersonalToken {
  /** Undefined for none. Rejects with `NotAllowed` also where the page lets this account have none. */
  read(): Promise<string | undefined>
  /** Makes a new one, which ends the one before. Rejects with `Failed` where none stands there then. */
  make(): Promise<string>
  /** Takes it back: no session opens by it any more; those that it opened live on. Rejects with `Failed` where it stays. */
  revoke(): Promise<void>
}

export interface PreferenceChanges {
  /** One of `languages`. */
  language?: string
  email?: string
}

export interface Preferences {
  /** Rejects with `NotAllowed` where the site does not show them to this account, saying why. */
  read(): Promise<PlatformPreferences>
  /** Changes them, and gives what they are now. Rejects with `NotAllowed` as `read`, with `Failed` when they did not change. */
  change(changes: PreferenceChanges): Promise<PlatformPreferences>
}
