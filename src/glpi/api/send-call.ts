import { Unreachable } from '../../errors/error.ts'
import { carrying, documentUpload } from '../document/document.ts'
import type { IncomingFile } from '../document/documents.ts'
import type { Answer, HttpResponse } from '../http/http.ts'
import { parseJson } from '../http/json.ts'
import { headerOf, hostOf, isJson, notRedirected, notTheApi, readJson, wholeBody } from '../http/transport.ts'
import { isPastTheEnd, lastWithin, type Room, totalOf } from '../range.ts'
import { readRefusal } from '../refusal.ts'
import type { Call, StreamedAnswer } from '../session/call.ts'
import type { Session } from '../session/session.ts'
import { type ApiAnswer, type ApiCall, NoPage } from './api.ts'
import { apiPath } from './api-path.ts'

const largestJson = 32 * 1024 * 1024
const largestFile = 4 * 1024 * 1024 * 1024
const itemsPerPage = 200

export async function sendCall(session: Session, call: ApiCall): Promise<ApiAnswer> {
  return answerOf(session, await ask(session, call))
}

async function ask(session: Session, call: ApiCall): Promise<StreamedAnswer> {
  const { method, body, file } = call
  const { apiUrl, rootUrl } = await session.current()
  const path = withQuery(apiPath(call.path, { apiUrl, rootUrl }), call.query ?? [])
  if (!file) return session.askStream({ method, path, ...(body === undefined ? {} : { json: body }) }, largestFile)
  return sendFile(session, { method, path }, file, inputOf(body))
}

async function sendFile(
  session: Session,
  call: Call,
  { file, onProgress }: NonNullable<ApiCall['file']>,
  input: Record<string, unknown>,
): Promise<StreamedAnswer> {
  return carrying('N', onProgress, async (watch) =>
    session.askStream({ ...call, upload: await documentUpload(file, input, watch) }, largestFile),
  )
}

/** `{input: {itemtype: 'Ticket'}}` and `{itemtype: 'Ticket'}` alike. */
function inputOf(body: unknown): Record<string, unknown> {
  const given = typeof body === 'object' && body !== null ? { ...body } : {}
  const input = 'input' in given ? given.input : given
  return typeof input === 'object' && input !== null ? { ...input } : {}
}

function withQuery(path: string, query: NonNullable<ApiCall['query']>): string {
  if (query.length === 0) return path
  const text = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  return `${path}${path.includes('?') ? '&' : '?'}${text}`
}

async function answerOf(session: Session, response: StreamedAnswer): Promise<ApiAnswer> {
  const { url, status } = response
  notRedirected(url, response)
  const headers = shownHeaders(response)
  if (isJson(response)) {
    const whole = await wholeBody(response, url, largestJson)
    const { json } = readJson(url, whole)
    // What a session says of itself may hold its own token.
    const { token } = await session.current()
    const original = whole.body.toString('utf8')
    const text = original.replaceAll(token, '…')
    const value = text === original ? json : parseJson(Buffer.from(text))
    const refusal = isGood(status) ? {} : { refusal: readRefusal(json) }
    return { status, headers, content: { kind: 'json', text, value }, ...refusal }
  }
  if (!isGood(status) || isPage(response)) throw notTheApi(url, await wholeBody(response, url, largestJson))
  return { status, headers, content: { kind: 'file', ...fileOf(response) } }
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300
}

/** A page in the place of an answer; a document may be one too, but has a name then. */
function isPage(response: HttpResponse): boolean {
  return headerOf(response, 'content-disposition') === '' && /^text\/html\b/i.test(headerOf(response, 'content-type'))
}

function fileOf(response: StreamedAnswer): IncomingFile {
  const size = headerOf(response, 'content-length')
  const mime = headerOf(response, 'content-type')
  if (!response.stream) throw new TypeError('an answer that was asked for as a stream came without one')
  return { ...(/^\d{1,15}$/.test(size) && { size: Number(size) }), ...(mime && { mime }), stream: response.stream }
}

const secretHeaders = /cookie|token|authorization/i

function shownHeaders({ headers }: HttpResponse): ApiAnswer['headers'] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, secretHeaders.test(name) ? '…' : one]),
  )
}

/** A list that goes on for longer never ends. */
const mostPages = 5_000
/** Bytes of all pages together: what is printed of them, somebody has to keep. */
const largestList = 1024 * 1024 * 1024

/** Page after page (GLPI.md, «v1 — lists»): until the total is reached, a range starts past the end, or nothing new comes. */
export async function* callPages(
  session: Session,
  call: ApiCall,
  room: Room = { bytes: largestList },
): AsyncGenerator<unknown[]> {
  const megabytes = Math.ceil(room.bytes / 1024 / 1024)
  let former = ''
  let first = 0
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await askPage(session, call, first)
    const { status, content } = answer
    if (content.kind === 'json' && isPastTheEnd({ status, json: content.value })) return
    const items = content.kind === 'json' && isGood(status) ? itemsOf(content.value) : undefined
    if (!items || content.kind !== 'json') throw new NoPage(answer)
    if (items.length === 0 || content.text === former) return
    room.bytes -= content.text.length
    if (room.bytes < 0)
      throw new Unreachable('list-too-big', { host: hostOf((await session.current()).apiUrl), megabytes })
    yield items
    former = content.text
    first += items.length
    const total = totalOf(rangedOf(answer))
    if (total === undefined ? items.length < itemsPerPage : first >= total) return
  }
  throw new Unreachable('endless-list', { host: hostOf((await session.current()).rootUrl) })
}

/** One that begins within the list and was refused for its end is asked for again, up to that. */
async function askPage(session: Session, call: ApiCall, first: number): Promise<ApiAnswer> {
  const page = async (last: number): Promise<ApiAnswer> => {
    const range = ['range', `${first}-${last}`] as const
    return answerOf(session, await ask(session, { ...call, query: [...(call.query ?? []), range] }))
  }
  const answer = await page(first + itemsPerPage - 1)
  const last = lastWithin(rangedOf(answer), first)
  return last === undefined ? answer : page(Math.min(last, first + itemsPerPage - 1))
}

/** What tells of a range. */
function rangedOf({ status, headers, content }: ApiAnswer): Pick<Answer, 'status' | 'json' | 'headers'> {
  return { status, json: content.kind === 'json' ? content.value : undefined, headers: Object.fromEntries(headers) }
}

/** The rows of a search stand in `data`, which lacks when there are none. */
function itemsOf(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json
  if (typeof json !== 'object' || json === null || !('totalcount' in json)) return undefined
  return 'data' in json && Array.isArray(json.data) ? json.data : []
}
