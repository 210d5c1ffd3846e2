import type { Readable } from 'node:stream'
import { asTyped } from '../as-typed.ts'
import type { Answer, Http, HttpRequest, HttpResponse } from '../http/http.ts'
import { askJson } from '../http/transport.ts'
import type { KeptSession } from '../platform.ts'

/** A call of the API. */
export interface Call {
  method?: HttpRequest['method']
  /** Below the API's URL, with its query: `search/Ticket?range=0-9`. */
  path: string
  /** Sent as JSON. */
  json?: unknown
  /** Opens the body anew for each try. */
  upload?: () => Upload
  /** The type that is asked for; JSON when absent. */
  accept?: string
  /** What fails in passing is not asked again. */
  once?: boolean
  /** The name of a list in the answer whose values are made as they are taken (`JsonRows`), as the platform sent them. */
  rows?: string
}

/** A body that is streamed, with the headers that belong to it (its type, its length in bytes). */
export interface Upload {
  headers: Record<string, string>
  body: Readable
}

/** An answer, and where it came from; a body that comes as a stream is to be read, or destroyed. */
export type StreamedAnswer = HttpResponse & { url: string }

/** Headers of every call. */
export function apiHeaders(appToken: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    'User-Agent': 'ipeos',
    ...(appToken && { 'App-Token': appToken }),
  }
}

/** Asks the API with this session; gives what it answers, of whatever status; its texts as they were typed, of a known version. */
export async function send(
  http: Http,
  appToken: string | undefined,
  session: Pick<KeptSession, 'apiUrl' | 'token'> & Partial<Pick<KeptSession, 'glpiVersion'>>,
  call: Call,
): Promise<Answer> {
  const answer = await askJson(http, requestOf(appToken, session, call))
  const { glpiVersion } = session
  return glpiVersion === undefined ? answer : { ...answer, json: asTyped(answer.json, glpiVersion) }
}

/**
 * The same, of whatever type and with its address, as it comes. With a `limit` in bytes, the body comes as a stream of at
 * most so much, in which GLPI 10 decodes what it can (GLPI.md, «v1 — items»).
 */
export async function sendForAny(
  http: Http,
  appToken: string | undefined,
  session: Pick<KeptSession, 'apiUrl' | 'token'>,
  call: Call,
  limit?: number,
): Promise<StreamedAnswer> {
  const request = requestOf(appToken, session, call)
  if (limit === undefined) return { ...(await http(request)), url: request.url }
  const headers = { ...request.headers, 'X-GLPI-Sanitized-Content': 'false' }
  return { ...(await http({ ...request, headers, limit, streamed: true })), url: request.url }
}

function requestOf(
  appToken: string | undefined,
  session: Pick<KeptSession, 'apiUrl' | 'token'>,
  call: Call,
): HttpRequest {
  const accept = call.accept === undefined ? {} : { Accept: call.accept }
  return {
    method: call.method ?? 'GET',
    url: `${session.apiUrl}/${call.path}`,
    ...(call.once && { once: true }),
    ...withBody({ ...apiHeaders(appToken), ...accept, 'Session-Token': session.token }, call),
  }
}

function withBody(headers: Record<string, string>, { json, upload }: Call): Pick<HttpRequest, 'headers' | 'body'> {
  if (json !== undefined) {
    return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(json) }
  }
  if (!upload) return { headers }
  const { headers: own, body } = upload()
  return { headers: { ...headers, ...own }, body }
}
