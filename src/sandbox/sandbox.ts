import { join } from 'node:path'
import { makeApplication, pathWithin } from './application.ts'
import { configurationWith, type SandboxConfiguration } from './configuration.ts'
import { FaultPlan } from './faults.ts'
import { Gate, type RecordedRequest, realSleep, type Sleep } from './gate.ts'
import { ListCache } from './list-cache.ts'
import { type Mail, Mailbox } from './mailbox.ts'
import { isPassword } from './secret.ts'
import { type EntityTree, firstPassword } from './seed/accounts.ts'
import { seedBelongings, seedGroups, seedLocations } from './seed/catalogue.ts'
import { seedEveryday } from './seed/everyday.ts'
import { generateTickets, missingTickets } from './seed/generator.ts'
import { seed } from './seed/seed.ts'
import { ServerTime } from './server-time.ts'
import type { GlpiVersion, Site } from './site.ts'
import { Folder } from './store/folder.ts'
import type { UserRow } from './store/rows.ts'
import { Store } from './store/store.ts'
import { plantTicket } from './ticket/planting.ts'
import type { SandboxTicket } from './ticket/story.ts'
import { expiryOf, withOldPassword } from './web/account/password-expiry.ts'

export type { SandboxConfiguration } from './configuration.ts'
export type { RecordedRequest } from './gate.ts'
export { SandboxStoreError } from './store/store-error.ts'
export type { SandboxTicket } from './ticket/story.ts'

/** How to open the platform. */
export interface SandboxOptions {
  /** Which GLPI it behaves as; a view: the same folder can be opened as either. */
  glpi?: GlpiVersion
  /** The folder of the store; absent: memory only. */
  data?: string
  /** How many generated tickets there are to be, besides the seed: those that are missing are added. */
  tickets?: number
  /** Whether something goes on beside tickets: announcements, a survey that waits… */
  everyday?: boolean
  /** How the companies of a new store stand; apart where something goes on, else nested. */
  entities?: EntityTree
  clock?: () => Date
  /** How a fault waits; by the clock of this computer when absent. */
  sleep?: Sleep
  /** The server's zone: its dates are naive, in this one. */
  timeZone?: string
  configuration?: Partial<SandboxConfiguration>
  /** Whether alice has a telephone, a printer, a screen and a software beside her computer; by default on 10.0. */
  belongings?: boolean
}

export type PasswordState = 'good' | 'expired' | 'changed'

/** A GLPI that fits in one process. */
export interface Sandbox {
  /** Answers a request to the platform, whatever its host; rejects with a TypeError when a fault cuts the connection. */
  fetch(request: Request): Promise<Response>
  /** What was asked, oldest first (the last 10,000). */
  readonly requests: RecordedRequest[]
  /** Those by POST, PUT, PATCH or DELETE that changed something; what only concerns sessions is left out. */
  readonly writes: RecordedRequest[]
  readonly mails: Mail[]
  readonly faults: FaultPlan
  readonly configuration: SandboxConfiguration
  /** How often this form of GLPI 11 was sent, whatever came of it. */
  answersOf(form: number): number
  /** Whether somebody's password is as it was at first, and if so whether it is out of date. */
  passwordOf(user: string): PasswordState
  /** Has a password be so many days out of date; where the site has none go out of date, after 90 days from now on. */
  expirePassword(user: string, days?: number): void
  /** Ends every session: each one's next call answers 401. */
  killSessions(): void
  addTicket(ticket: SandboxTicket): number
  /** Stops: a request that a fault delays fails at once. What is stored stays. */
  close(): Promise<void>
}

const DEFAULT_TIME_ZONE = 'Europe/Paris'

/** Opens the platform. Throws SandboxStoreError when its folder holds something that cannot be read. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { glpi = '11.0', data, tickets = 0, clock = () => new Date(), timeZone = DEFAULT_TIME_ZONE } = options
  const { sleep = realSleep, belongings = glpi === '10.0', everyday = false } = options
  const { entities = everyday ? 'apart' : 'nested' } = options
  const time = new ServerTime(clock, timeZone)
  const store = new Store(data === undefined ? undefined : new Folder(data))
  store.open(() => {
    seed(store, time, entities)
    generateTickets(store, time, tickets)
  })
  if (store.table('Location').size === 0) store.fill(() => seedLocations(store))
  if (store.table('Group').size === 0) store.fill(() => seedGroups(store))
  if (belongings && store.table('Phone').size === 0) store.fill(() => seedBelongings(store, time))
  if (everyday && store.table('Reminder').size === 0) store.fill(() => seedEveryday(store, time))
  if (missingTickets(store, tickets) > 0) store.fill(() => generateTickets(store, time, tickets))
  const configuration = configurationWith(options.configuration)
  const mailbox = new Mailbox(data === undefined ? undefined : join(data, 'mail'))
  const site: Site = { version: glpi, store, time, configuration, mailbox, lists: new ListCache(store) }
  const faults = new FaultPlan()
  const pathOf = (request: Request): string => pathWithin(site, request)
  const gate = new Gate({ site, faults, answer: makeApplication(site), pathOf, sleep })
  return {
    fetch: (request) => gate.pass(request),
    requests: gate.requests,
    writes: gate.writes,
    mails: mailbox.mails,
    faults,
    configuration,
    answersOf: (form) => [...store.table('AnswersSet').all()].filter(({ forms_id }) => forms_id === form).length,
    passwordOf: (user) => passwordOf(site, user),
    expirePassword: (user, days = 1) => expirePassword(site, user, days),
    killSessions: () => killAll(store),
    addTicket: (ticket) => store.transaction(() => plantTicket(store, time, ticket)),
    close: async () => gate.close(),
  }
}

function passwordOf(site: Site, name: string): PasswordState {
  const user = userNamed(site, name)
  if (!isPassword(firstPassword(name), user.password)) return 'changed'
  return expiryOf(site, user) ? 'expired' : 'good'
}

function userNamed({ store }: Site, name: string): UserRow {
  const [user] = store.table('User').by('name', name)
  if (!user) throw new RangeError(`${name} is nobody here`)
  return user
}

const USUAL_DELAY = 90

function expirePassword(site: Site, name: string, days: number): void {
  const { configuration, store, time } = site
  if (configuration.passwordExpirationDelay < 0) configuration.passwordExpirationDelay = USUAL_DELAY
  const old = withOldPassword({ time }, userNamed(site, name), configuration.passwordExpirationDelay + days)
  store.transaction(() => store.put('User', old))
}

function killAll(store: Store): void {
  store.transaction(() => {
    for (const { id } of [...store.table('Session').all()]) store.remove('Session', id)
  })
}
