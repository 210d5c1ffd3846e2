import { Readable } from 'node:stream'
import type { Role } from '../../itil/role.ts'
import type { Answer, Http, HttpResponse } from '../http/http.ts'
import { isFile, readJson, wholeBody } from '../http/transport.ts'
import type { ConnectOptions, KeptSession } from '../platform.ts'
import { readRefusal, refused } from '../refusal.ts'
import { type Call, type StreamedAnswer, send, sendForStream } from './call.ts'
import { readKeptSession } from './kept-session.ts'
import { openSession } from './open-session.ts'
import { roleKey, takeRole } from './role.ts'

/** A file as it begins to come, or the JSON that refuses it. */
export type FileAnswer = { file: HttpResponse } | { refusal: Answer }

/** Calls of the API with one account's session, which is opened, kept and renewed here. */
export interface Session {
  /** The session in use; opens one when there is none. */
  current(): Promise<KeptSession>
  /** What the platform answers, of whatever status; a dead session is renewed, once, and the call replayed. */
  ask(call: Call): Promise<Answer>
  /** The JSON of an answer of success. Rejects with what `refused` tells of the others. */
  call(call: Call): Promise<unknown>
  /** What comes, of whatever status and type, as a stream of at most `limit` bytes; renewed and replayed as in `ask`. */
  askStream(call: Call, limit: number): Promise<StreamedAnswer>
  /** The file that stands at a path of the API, or what is answered in its place; a dead session is renewed as in `ask`. */
  askFile(path: string, limit: number): Promise<FileAnswer>
  /** Opens a new session with the credential, and ends the former one. */
  reopen(): Promise<KeptSession>
  /** Takes another role, and keeps the session as one of that role. */
  become(role: Role): Promise<KeptSession>
  /** True when this very connection opened the session. */
  readonly fresh: boolean
  /** Ends the session on the platform and forgets it. */
  close(): Promise<void>
}

/** The session of `options`, over an HTTP function already bounded; nothing is asked before the first call. */
export function startSession(options: ConnectOptions, http: Http): Session {
  const kept = readKeptSession(options.session, options.url)
  const wanted = options.role === 'any' ? undefined : options.role
  const fits = options.role === 'any' || (kept?.role ?? '') === roleKey(wanted)
  const now = (): Date => options.clock?.now() ?? new Date()
  let live: Promise<KeptSession> | undefined = kept && fits ? Promise.resolve(kept) : undefined
  let dead: string | undefined
  let fresh = false

  async function open(known?: KeptSession): Promise<KeptSession> {
    const credential = await options.credential()
    const session = await openSession({
      http,
      url: options.url,
      appToken: options.appToken,
      credential,
      now,
      known,
      role: wanted,
    })
    fresh = true
    await options.keepSession(session)
    return session
  }

  /** Makes this the session of all calls; after a failure the next call tries again. */
  function becoming(opening: Promise<KeptSession>): Promise<KeptSession> {
    live = opening
    opening.catch(() => {
      if (live === opening) live = undefined
    })
    return opening
  }

  async function replaced(former: KeptSession): Promise<KeptSession> {
    const session = await open(former)
    await send(http, options.appToken, former, { path: 'killSession' })
    return session
  }

  // A kept session of another role, by settings that somebody changed: this account's is opened in its place.
  const current = (): Promise<KeptSession> => live ?? becoming(kept && !fits && !fresh ? replaced(kept) : open())

  /** Parallel calls that find the same session dead share one renewal. */
  function renewed(session: KeptSession): Promise<KeptSession> {
    if (dead === session.token) return current()
    dead = session.token
    return becoming(Promise.resolve(options.keepSession(undefined)).then(() => open(session)))
  }

  async function ask(call: Call): Promise<Answer> {
    const session = await current()
    const answer = await send(http, options.appToken, session, call)
    if (!isDead(answer)) return answer
    return send(http, options.appToken, await renewed(session), call)
  }

  async function askStream(call: Call, limit: number): Promise<StreamedAnswer> {
    const session = await current()
    const answer = await sendForStream(http, options.appToken, session, call, limit)
    if (answer.status !== 401) return answer
    const told = await wholeBody(answer, answer.url)
    if (isDead(readJson(answer.url, told))) {
      return sendForStream(http, options.appToken, await renewed(session), call, limit)
    }
    return { ...told, url: answer.url, stream: Readable.from([told.body]) }
  }

  async function askFile(path: string, limit: number): Promise<FileAnswer> {
    const answer = await askStream({ path, accept: 'application/octet-stream' }, limit)
    return isFile(answer) ? { file: answer } : { refusal: readJson(answer.url, await wholeBody(answer, answer.url)) }
  }

  return {
    current,
    ask,
    askStream,
    askFile,
    async call(call) {
      const answer = await ask(call)
      if (answer.status < 200 || answer.status > 299) throw refused(answer)
      return answer.json
    },
    async reopen() {
      const former = live ? await live : kept
      return becoming(former ? replaced(former) : open())
    },
    async become(role) {
      const { person: before } = await current()
      const person = await takeRole(ask, role, before)
      const { role: _, ...session } = await current()
      const key = roleKey(role)
      const changed = { ...session, person, ...(key && { role: key }) }
      await options.keepSession(changed)
      live = Promise.resolve(changed)
      return changed
    },
    get fresh() {
      return fresh
    },
    async close() {
      const session = await live
      live = undefined
      try {
        // Whatever it answers: a session that is dead already is as closed as one that is killed now.
        if (session) await send(http, options.appToken, session, { path: 'killSession' })
      } finally {
        await options.keepSession(undefined)
      }
    },
  }
}

function isDead(answer: Answer): boolean {
  return answer.status === 401 && readRefusal(answer.json).code === 'ERROR_SESSION_TOKEN_INVALID'
}
