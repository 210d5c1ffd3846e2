import type { Readable } from 'node:stream'
import type { SolutionStatus } from '../itil/solution-status.ts'
import type { TaskState } from '../itil/task-state.ts'
import type { TicketType } from '../itil/ticket-type.ts'
import type { Urgency } from '../itil/urgency.ts'
import type { Api } from './api/api.ts'
import type { Contracts } from './contract/contract.ts'
import type { Faq } from './faq/article.ts'
import type { Form } from './form/ticket-form.ts'
import type { Http } from './http/http.ts'
import type { RetryOptions } from './http/retry.ts'
import type { Preferences } from './preferences/preferences.ts'
import type { Reservations } from './reservation/reservation.ts'
import type { Inspection } from './session/inspection.ts'
import type { Role, Roles } from './session/role.ts'
import type { TicketPage, TicketQuery, TicketSummary } from './ticket/ticket-query.ts'

export type { TicketPage, TicketQuery, TicketSummary } from './ticket/ticket-query.ts'

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

/** Who is logged in, and as what. */
export interface Person {
  id: number
  login: string
  name: string
  /** Only where the platform says it. */
  email?: string
  profile: Named
  /** `helpdesk` for a customer, `central` for a technician. */
  interface: string
  /** Full name: «IPEOS > IPEOS-WTC». */
  entity: Named
  /** What else is active: the entities below it, or all of the profile's; absent when it is this one alone. */
  reach?: 'below' | 'all'
  /** As GLPI writes it: `fr_FR`. */
  language: string
  /** The profile may open no ticket. */
  opensNone?: true
  /** The profile shows tickets of others, and lets nobody write on them. */
  readsOthers?: true
}

export interface Named {
  id: number
  name: string
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

export interface Tickets {
  list(query: TicketQuery): Promise<TicketPage>
  /** Rejects with `NotFound` for a number that does not exist or is not this customer's. */
  get(id: number): Promise<Ticket>
  /** Everything that happened, oldest first. */
  timeline(ticket: Ticket): Promise<TimelineEntry[]>
  /** What was written last on a ticket, documents aside; undefined when nothing was. Cheaper than the timeline. */
  newest(ticket: Pick<Ticket, 'id' | 'status'>): Promise<TimelineEntry | undefined>
  create(request: NewTicket): Promise<{ id: number }>
  /** Creates several by one request; what became of each, in their order. A refusal of some keeps no other back. */
  createMany(requests: NewTicket[]): Promise<BatchOutcome[]>
  /** The tickets of any status whose descriptions carry this mark, the newest first; 50 at most. */
  withMark(mark: string): Promise<TicketSummary[]>
  /** The tickets whose descriptions carry marks that begin so, `most` at most, by their whole marks. */
  findByMarks(start: string, most: number): Promise<Map<string, number>>
  /** The ticket whose description carries this mark, were it created a second ago; undefined when there is none. */
  findByMark(mark: string): Promise<number | undefined>
  /** Changes a ticket that nobody took yet. Rejects with `NotAllowed` when somebody did. */
  update(id: number, changes: TicketChanges): Promise<void>
  /** Puts a ticket that nobody took yet into the trash. Rejects with `NotAllowed` when somebody did. */
  cancel(id: number): Promise<void>
  /** The page of the ticket on the web. */
  link(id: number): Promise<string>
  /** The same of many: gives what tells the page of each. */
  links(): Promise<(id: number) => string>
}

export type TicketChanges = Partial<Pick<NewTicket, 'title' | 'description' | 'urgency' | 'categoryId' | 'type'>>

export interface Ticket extends TicketSummary {
  /** HTML, as the platform holds it. */
  description: string
  entity?: string
  requester?: string
  /** Whoever of the support is in charge: login or full name, as the platform says it. */
  technician?: string
  equipment: EquipmentReference[]
  taken?: Date
  /** Seconds spent by technicians. */
  timeSpent: number
  documents: TicketDocument[]
  /** This account may read it, and not write on it. */
  readOnly?: true
}

export interface EquipmentReference {
  /** `Computer:3`. */
  key: string
  /** Where the platform says it. */
  name?: string
}

export interface TicketDocument {
  id: number
  fileName: string
  mime: string
  /** Of its bytes, in hexadecimal; undefined where the platform does not say it. */
  sha1?: string
  added: Date
  /** The author's name, or undefined where the platform does not say it. */
  author?: string
}

export type TimelineEntry = {
  id: number
  date: Date
  /** When it was written down: nobody can change that, as a technician can `date`. The date itself when absent. */
  created?: Date
  /** Login or full name; undefined where the platform does not say it. */
  author?: string
  /** True when this account wrote it. */
  mine: boolean
} & (
  | { kind: 'followup'; html: string }
  | { kind: 'task'; html: string; state: TaskState; timeSpent: number }
  | { kind: 'solution'; html: string; status: SolutionStatus; answered?: Date; answeredBy?: string }
  | { kind: 'document'; fileName: string; mime: string }
)

/** What became of one of several tickets; `refused` is the platform's reason, a line of plain text. */
export type BatchOutcome = { id: number } | { refused: string }

export interface NewTicket {
  type: TicketType
  urgency: Urgency
  title: string
  /** Plain text; turned into HTML here. */
  description: string
  categoryId?: number
  /** `Computer:3`. */
  equipment?: string
  /** By mail, to `email` or to the address that the platform knows. */
  notify: boolean
  email?: string
  /** The mark of this request, by which a later command recognises it; put into the description as an HTML comment. */
  mark?: string
  /** A mark that several tickets may have, one after the other: of what they are about. */
  keyMark?: string
}

/** What a person writes on a ticket; `mark` goes with the text, unseen, so that it can be found again. */
export interface Followups {
  /** Writes on a ticket. Rejects with `NotAllowed` when the platform takes nothing more on it. */
  add(ticketId: number, text: string, options?: { mark?: string }): Promise<{ id: number }>
  /** The followup that carries this mark; undefined when there is none. */
  findByMark(ticketId: number, mark: string): Promise<number | undefined>
}

/** The answers to a solution that waits: each gives its followup. Both reject with `NotAllowed` when none does. */
export interface Solutions {
  /** Accepts it, which closes the ticket; the mark is kept only where there is a text. */
  accept(ticketId: number, text?: string, options?: { mark?: string }): Promise<{ id: number }>
  /** Refuses it, which opens the ticket again; the reason is not empty. */
  refuse(ticketId: number, reason: string, options?: { mark?: string }): Promise<{ id: number }>
}

export interface Documents {
  /**
   * Sends one file and ties it to a ticket. Rejects with `Failed` when the platform refuses it, saying which of type
   * or size is the likely reason; `onProgress` is told the bytes sent so far.
   */
  attach(ticketId: number, file: OutgoingFile, onProgress?: (bytes: number) => void): Promise<{ id: number }>
  /** The bytes of a document of a ticket. Rejects with `NotFound` or `NotAllowed` when the platform does not give them. */
  download(ticketId: number, documentId: number): Promise<IncomingFile>
}

export interface IncomingFile {
  /** Bytes, where the platform says it. */
  size?: number
  mime?: string
  /** Fails with `Unreachable` when it is cut, stands still, or never ends; to be read or destroyed. */
  stream: Readable
}

export interface OutgoingFile {
  name: string
  /** Bytes. */
  size: number
  open(): Readable
}
