import type { Readable } from 'node:stream'
import type { Http, HttpRequest, HttpResponse } from './http.ts'
import { readKeptSession } from './kept-session.ts'
import { apiHeaders, openSession } from './open-session.ts'
import type { ConnectOptions, KeptSession } from './platform.ts'
import { readRefusal, refused } from './refusal.ts'
import { type Answer, askJson, isFile, readJson, wholeBody } from './transport.ts'

/** A call of the API. */
interface Call {
  method?: HttpRequest['method']
  /** Below the API's URL, with its query: `search/Ticket?range=0-9`. */
  path: string
  /** Sent as JSON. */
  json?: unknown
  /** Opens the body anew for each try. */
  upload?: () => Upload
}

/** A body that is streamed, with the headers that belong to it (its type, its length in bytes). */
export interface Upload {
  headers: Record<string, string>
  body: Readable
}

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
  /** The file that stands at a path of the API, or what is answered in its place; a dead session is renewed as in `ask`. */
  askFile(path: string, limit: number): Promise<FileAnswer>
  /** Opens a new session with the credential, and ends the former one. */
  reopen(): Promise<KeptSession>
  /** True when this very connection opened the session. */
  readonly fresh: boolean
  /** Ends the session on the platform and forgets it. */
  close(): Promise<void>
}

/** The session of `options`, over an HTTP function already bounded; nothing is asked before the first call. */
export function startSession(options: ConnectOptions, http: Http): Session {
  const kept = readKeptSession(options.session, options.url)
  const now = (): Date => options.clock?.now() ?? new Date()
  let live: Promise<KeptSession> | undefined = kept && Promise.resolve(kept)
  let dead: string | undefined
  let fresh = false

  async function open(known?: KeptSession): Promise<KeptSession> {
    const credential = await options.credential()
    const session = await openSession({ http, url: options.url, appToken: options.appToken, credential, now, known })
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

  const current = (): Promise<KeptSession> => live ?? becoming(open())

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

  async function askFile(path: string, limit: number): Promise<FileAnswer> {
    const session = await current()
    const answer = await sendForFile(http, options.appToken, session, path, limit)
    if (!('refusal' in answer) || !isDead(answer.refusal)) return answer
    return sendForFile(http, options.appToken, await renewed(session), path, limit)
  }

  return {
    current,
    ask,
    askFile,
    async call(call) {
      const answer = await ask(call)
      if (answer.status < 200 || answer.status > 299) throw refused(answer)
      return answer.json
    },
    async reopen() {
      const former = await live
      const session = await becoming(open(former))
      if (former) await send(http, options.appToken, former, { path: 'killSession' })
      return session
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

function send(http: Http, appToken: string | undefined, session: KeptSession, call: Call): Promise<Answer> {
  return askJson(http, {
    method: call.method ?? 'GET',
    url: `${session.apiUrl}/${call.path}`,
    ...withBody({ ...apiHeaders(appToken), 'Session-Token': session.token }, call),
  })
}

async function sendForFile(
  http: Http,
  appToken: string | undefined,
  session: KeptSession,
  path: string,
  limit: number,
): Promise<FileAnswer> {
  const url = `${session.apiUrl}/${path}`
  const headers = { ...apiHeaders(appToken), Accept: 'application/octet-stream', 'Session-Token': session.token }
  const response = await http({ method: 'GET', url, headers, limit, streamed: true })
  return isFile(response) ? { file: response } : { refusal: readJson(url, await wholeBody(response, url)) }
}

function withBody(headers: Record<string, string>, { json, upload }: Call): Pick<HttpRequest, 'headers' | 'body'> {
  if (json !== undefined) {
    return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(json) }
  }
  if (!upload) return { headers }
  const { headers: own, body } = upload()
  return { headers: { ...headers, ...own }, body }
}
