import { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import { IpeosError, Unreachable } from '../../errors/error.ts'
import type { Role } from '../../itil/person.ts'
import { asTyped } from '../as-typed.ts'
import type { Answer, Http, HttpResponse } from '../http/http.ts'
import { isFile, isJson, readJson, wholeBody } from '../http/transport.ts'
import type { ConnectOptions, KeptSession } from '../platform.ts'
import { readRefusal, refused } from '../refusal.ts'
import { type Call, type StreamedAnswer, send, sendForAny } from './call.ts'
import type { Known } from './discovery.ts'
import { readKeptSession } from './kept-session.ts'
import { askClock, askConfiguration, endSession, openSession } from './open-session.ts'
import { roleKey, takeRole } from './role.ts'
import type { FileAnswer, Session } from './session.ts'

/** Milliseconds: a session that is dead so soon was never good. */
const atOnce = 60_000

/** The session of one account, over HTTP functions already bounded; nothing is asked before the first call. */
export class AccountSession implements Session {
  fresh = false
  readonly #options: ConnectOptions
  readonly #http: Http
  /** The same, which never asks again by itself. */
  readonly #once: Http
  readonly #role: Role | undefined
  /** The session of the last command, which may be of another role than is wanted now. */
  readonly #kept: KeptSession | undefined
  readonly #isOfOtherRole: boolean
  /** The session of all calls. */
  #live: Promise<KeptSession> | undefined
  /** The token of a session that was good for a call of this connection. */
  #proven: string | undefined
  /** The token of each session that was given up, and what took its place. */
  readonly #renewals = new Map<string, Promise<KeptSession | undefined>>()
  /** The token of the session that the last renewal gave. */
  #renewedTo: string | undefined
  #renewedAt = 0
  #verification: Promise<KeptSession> | undefined

  constructor(options: ConnectOptions, http: Http, once: Http) {
    this.#options = options
    this.#http = http
    this.#once = once
    this.#role = options.role === 'any' ? undefined : options.role
    this.#kept = readKeptSession(options.session, options.url)
    const fits = options.role === 'any' || (this.#kept?.role ?? '') === roleKey(this.#role)
    if (this.#kept && fits) this.#live = Promise.resolve(this.#kept)
    this.#isOfOtherRole = !fits
  }

  current(): Promise<KeptSession> {
    if (this.#live) return this.#live
    // Somebody changed the settings: the session of this account's role is opened in place of the kept one.
    return this.#becoming(
      this.#kept && this.#isOfOtherRole && !this.fresh
        ? this.#replaced(this.#kept, { last: this.#kept })
        : this.#open(),
    )
  }

  verified(): Promise<KeptSession> {
    if (this.fresh) return this.current()
    this.#verification ??= this.#verify().catch((error) => {
      this.#verification = undefined
      throw error
    })
    return this.#verification
  }

  async ask(call: Call): Promise<Answer> {
    let version = ''
    const { url, ...response } = await this.#answered(call, (session) => {
      version = session.glpiVersion
      return sendForAny(this.#http, this.#options.appToken, session, call)
    })
    const answer = readJson(url, response, call.rows)
    return { ...answer, json: asTyped(answer.json, version) }
  }

  async call(call: Call): Promise<unknown> {
    const answer = await this.ask(call)
    if (answer.status < 200 || answer.status > 299) throw refused(answer)
    return answer.json
  }

  askStream(call: Call, limit: number): Promise<StreamedAnswer> {
    return this.#answered(call, async (session) => {
      const answer = await sendForAny(this.#http, this.#options.appToken, session, call, limit)
      if (answer.status !== 401) return answer
      const { body } = await wholeBody(answer, answer.url)
      return { ...answer, body, stream: Readable.from([body]) }
    })
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
    return this.#changed({ ...session, person, ...(key && { role: key }) })
  }

  async readClock(): Promise<KeptSession> {
    const { clock = { now: () => new Date() } } = this.#options
    const measured = await askClock(
      (call) => this.ask(call),
      await this.current(),
      () => clock.now(),
    )
    const { timeZone: _, ...session } = await this.current()
    return this.#changed({ ...session, ...measured })
  }

  async close(): Promise<void> {
    const session = await this.#live
    this.#live = undefined
    try {
      // Whatever it answers: a session that is dead already is as closed as one that is killed now.
      if (session) await send(this.#http, this.#options.appToken, session, { path: 'killSession' })
    } finally {
      await this.#options.keepSession(undefined)
    }
  }

  /** One exchange; what shows that the session is no longer good has it renewed, and asked again where that is safe. */
  async #answered(call: Call, send: (session: KeptSession) => Promise<StreamedAnswer>): Promise<StreamedAnswer> {
    const session = await this.#readyFor(call)
    const first = await send(session)
    const sign = signOf(first)
    const renewed = sign && (await this.#renewed(session, sign, call))
    if (!renewed) return this.#noted(session, first)
    first.stream?.destroy()
    return this.#noted(renewed, await send(renewed))
  }

  /** Nothing is written with a session of which nobody knows whether the platform is still the one that gave it. */
  async #readyFor({ method = 'GET' }: Call): Promise<KeptSession> {
    const session = await this.current()
    return method === 'GET' || this.#proven === session.token ? session : this.verified()
  }

  #noted(session: KeptSession, answer: StreamedAnswer): StreamedAnswer {
    if (answer.status >= 200 && answer.status <= 299 && !signOf(answer)) this.#proven = session.token
    return answer
  }

  /** Undefined when a new session would not help. Parallel calls that find the same session dead share one renewal. */
  async #renewed(session: KeptSession, sign: Sign, { method = 'GET' }: Call): Promise<KeptSession | undefined> {
    const known = this.#renewals.get(session.token)
    if (known) return (await known) && this.current()
    // Only GLPI's own «no» says that nothing was written.
    if (!this.#mayHelp(session, sign) || (sign !== 'dead' && method !== 'GET')) return undefined
    const renewal = sign === 'dead' ? this.#afterDeath(session) : this.#inPlaceOf(session, sign)
    this.#renewals.set(session.token, renewal)
    const renewed = await renewal
    if (!renewed) this.#renewals.delete(session.token)
    else {
      this.#renewedTo = renewed.token
      this.#renewedAt = this.#now().getTime()
    }
    return renewed
  }

  /** A new session that failed at once is not renewed; and where other calls are answered, one that fails is no sign. */
  #mayHelp({ token }: KeptSession, sign: Sign): boolean {
    const isProven = token === this.#proven
    const isKept = token === this.#kept?.token
    const isNew = token === this.#renewedTo && Math.abs(this.#now().getTime() - this.#renewedAt) < atOnce
    if (sign === 'dead') return isProven || !isNew
    return sign === 'broken' ? isKept && !isProven : isKept || isProven
  }

  #afterDeath(session: KeptSession): Promise<KeptSession> {
    const forgotten = Promise.resolve(this.#options.keepSession(undefined))
    return this.#becoming(forgotten.then(() => this.#open({ last: session })))
  }

  /** Where no other can be had, the former one stays, and what was answered counts. */
  async #inPlaceOf(session: KeptSession, sign: 'broken' | 'elsewhere'): Promise<KeptSession | undefined> {
    try {
      if (sign === 'broken') this.#live = Promise.resolve(await this.#replaced(session, { last: session }))
      else
        this.#live = Promise.resolve(await this.#open({ gone: { apiUrl: session.apiUrl, error: new NoOtherPlace() } }))
      return this.#live
    } catch (error) {
      if (error instanceof Unreachable || error instanceof NoOtherPlace) return undefined
      throw error
    }
  }

  async #verify(): Promise<KeptSession> {
    const configuration = await askConfiguration((call) => this.ask(call))
    const session = await this.current()
    if (this.fresh || isDeepStrictEqual({ ...session, ...configuration }, session)) return session
    if (configuration.glpiVersion !== session.glpiVersion) return this.#becoming(this.#replaced(session))
    return this.#changed({ ...session, ...configuration })
  }

  async #changed(session: KeptSession): Promise<KeptSession> {
    await this.#options.keepSession(session)
    this.#live = Promise.resolve(session)
    return session
  }

  async #open(known?: Known): Promise<KeptSession> {
    const { url, appToken } = this.#options
    const credential = await this.#options.credential()
    const session = await openSession({
      ...{ http: this.#http, once: this.#once, url, appToken, credential, known, role: this.#role },
      now: () => this.#now(),
    })
    this.fresh = true
    await this.#options.keepSession(session)
    return session
  }

  #now(): Date {
    return this.#options.clock?.now() ?? new Date()
  }

  /** Makes this the session of all calls; after a failure the next call tries again. */
  #becoming(opening: Promise<KeptSession>): Promise<KeptSession> {
    this.#live = opening
    opening.catch(() => {
      if (this.#live === opening) this.#live = undefined
    })
    return opening
  }

  async #replaced(former: KeptSession, known?: Known): Promise<KeptSession> {
    const session = await this.#open(known)
    await endSession(this.#once, this.#options.appToken, former)
    return session
  }
}

class NoOtherPlace extends Error {}

/**
 * What shows that a session is no longer good: GLPI does not know it; the server fails of it, as GLPI 11 does of a token
 * that is none; or what answers there is not the API.
 */
type Sign = 'dead' | 'broken' | 'elsewhere'

function signOf(answer: StreamedAnswer): Sign | undefined {
  const { status } = answer
  if (status === 401 && codeOf(answer) === 'ERROR_SESSION_TOKEN_INVALID') return 'dead'
  if (status === 500) return 'broken'
  if (status > 500 || status === 413 || status === 429) return undefined
  if (status >= 300 && status < 400) return 'elsewhere'
  return isJson(answer) || isFile(answer) ? undefined : 'elsewhere'
}

function codeOf(answer: HttpResponse & { url: string }): string {
  try {
    return readRefusal(readJson(answer.url, answer).json).code
  } catch (error) {
    if (error instanceof IpeosError) return ''
    throw error
  }
}
