import { Readable } from 'node:stream'
import * as z from 'zod/mini'
import type { Role } from '../../itil/person.ts'
import type { Answer, Http } from '../http/http.ts'
import { isFile, readJson, wholeBody } from '../http/transport.ts'
import type { ConnectOptions, KeptSession } from '../platform.ts'
import { readRefusal, refused } from '../refusal.ts'
import { readAddress } from './address.ts'
import { type Call, type StreamedAnswer, send, sendForStream } from './call.ts'
import { openSession } from './open-session.ts'
import { roleKey, takeRole } from './role.ts'
import type { FileAnswer, Session } from './session.ts'

/** The session of one account, over an HTTP function already bounded; nothing is asked before the first call. */
export class AccountSession implements Session {
  fresh = false
  readonly #options: ConnectOptions
  readonly #http: Http
  readonly #role: Role | undefined
  /** The session of the last command, which may be of another role than is wanted now. */
  readonly #kept: KeptSession | undefined
  readonly #isOfOtherRole: boolean
  /** The session of all calls. */
  #live: Promise<KeptSession> | undefined
  /** The token of the session that was last found dead. */
  #dead: string | undefined

  constructor(options: ConnectOptions, http: Http) {
    this.#options = options
    this.#http = http
    this.#role = options.role === 'any' ? undefined : options.role
    this.#kept = readKeptSession(options.session, options.url)
    const fits = options.role === 'any' || (this.#kept?.role ?? '') === roleKey(this.#role)
    if (this.#kept && fits) this.#live = Promise.resolve(this.#kept)
    this.#isOfOtherRole = !fits
  }

  current(): Promise<KeptSession> {
    if (this.#live) return this.#live
    // Somebody changed the settings: the session of this account's role is opened in place of the kept one.
    return this.#becoming(this.#kept && this.#isOfOtherRole && !this.fresh ? this.#replaced(this.#kept) : this.#open())
  }

  async ask(call: Call): Promise<Answer> {
    const session = await this.current()
    const answer = await this.#send(session, call)
    return isDead(answer) ? this.#send(await this.#renewed(session), call) : answer
  }

  async call(call: Call): Promise<unknown> {
    const answer = await this.ask(call)
    if (answer.status < 200 || answer.status > 299) throw refused(answer)
    return answer.json
  }

  async askStream(call: Call, limit: number): Promise<StreamedAnswer> {
    const { appToken } = this.#options
    const session = await this.current()
    const answer = await sendForStream(this.#http, appToken, session, call, limit)
    if (answer.status !== 401) return answer
    const whole = await wholeBody(answer, answer.url)
    if (isDead(readJson(answer.url, whole))) {
      return sendForStream(this.#http, appToken, await this.#renewed(session), call, limit)
    }
    return { ...whole, url: answer.url, stream: Readable.from([whole.body]) }
  }

  async askFile(path: string, limit: number): Promise<FileAnswer> {
    const answer = await this.askStream({ path, accept: 'application/octet-stream' }, limit)
    return isFile(answer) ? { file: answer } : { refusal: readJson(answer.url, await wholeBody(answer, answer.url)) }
  }

  async reopen(): Promise<KeptSession> {
    const former = this.#live ? await this.#live : this.#kept
    return this.#becoming(former ? this.#replaced(former) : this.#open())
  }

  async become(role: Role): Promise<KeptSession> {
    const { person: before } = await this.current()
    const person = await takeRole((call) => this.ask(call), role, before)
    const { role: _, ...session } = await this.current()
    const key = roleKey(role)
    const changed = { ...session, person, ...(key && { role: key }) }
    await this.#options.keepSession(changed)
    this.#live = Promise.resolve(changed)
    return changed
  }

  async close(): Promise<void> {
    const session = await this.#live
    this.#live = undefined
    try {
      // Whatever it answers: a session that is dead already is as closed as one that is killed now.
      if (session) await this.#send(session, { path: 'killSession' })
    } finally {
      await this.#options.keepSession(undefined)
    }
  }

  #send(session: KeptSession, call: Call): Promise<Answer> {
    return send(this.#http, this.#options.appToken, session, call)
  }

  async #open(known?: KeptSession): Promise<KeptSession> {
    const { url, appToken, clock = { now: () => new Date() } } = this.#options
    const credential = await this.#options.credential()
    const opening = { http: this.#http, url, appToken, credential, now: () => clock.now(), known, role: this.#role }
    const session = await openSession(opening)
    this.fresh = true
    await this.#options.keepSession(session)
    return session
  }

  /** Makes this the session of all calls; after a failure the next call tries again. */
  #becoming(opening: Promise<KeptSession>): Promise<KeptSession> {
    this.#live = opening
    opening.catch(() => {
      if (this.#live === opening) this.#live = undefined
    })
    return opening
  }

  async #replaced(former: KeptSession): Promise<KeptSession> {
    const session = await this.#open(former)
    await this.#send(former, { path: 'killSession' })
    return session
  }

  /** Parallel calls that find the same session dead share one renewal. */
  #renewed(session: KeptSession): Promise<KeptSession> {
    if (this.#dead === session.token) return this.current()
    this.#dead = session.token
    return this.#becoming(Promise.resolve(this.#options.keepSession(undefined)).then(() => this.#open(session)))
  }
}

function isDead(answer: Answer): boolean {
  return answer.status === 401 && readRefusal(answer.json).code === 'ERROR_SESSION_TOKEN_INVALID'
}

const named = z.object({ id: z.int(), name: z.string() })

const keptSession = z.object({
  token: z.string().check(z.minLength(1)),
  apiUrl: z.url(),
  rootUrl: z.url(),
  person: z.object({
    id: z.int(),
    login: z.string(),
    name: z.string(),
    email: z.exactOptional(z.string()),
    profile: named,
    interface: z.string(),
    entity: named,
    reach: z.exactOptional(z.enum(['below', 'all'])),
    language: z.string(),
    opensNone: z.exactOptional(z.literal(true)),
    readsOthers: z.exactOptional(z.literal(true)),
  }),
  glpiVersion: z.string(),
  clockOffset: z.number(),
  timeZone: z.exactOptional(z.string()),
  fileLimit: z.number(),
  role: z.exactOptional(z.string()),
})

/** The session of the last command, if it is whole and of this platform; undefined otherwise, and a new one is opened. */
function readKeptSession(kept: unknown, url: string): KeptSession | undefined {
  const session = keptSession.safeParse(kept)
  if (!session.success) return undefined
  const sites = [session.data.rootUrl, session.data.apiUrl, readAddress(url).rootUrl]
  return new Set(sites.map((site) => new URL(site).origin)).size === 1 ? session.data : undefined
}
