import { type IpeosError, Unreachable } from '../../errors/error.ts'
import { plainSentence } from '../html.ts'
import { serverError, tooBigForServer, tooManyRequests } from '../refusal.ts'
import { readAddress } from '../session/address.ts'
import type { Answer, Http, HttpRequest, HttpResponse } from './http.ts'
import { OutsizedJson, parseAround, parseJson } from './json.ts'

/** Bytes; ten times the largest page of a list. What is made of an answer in memory takes several times as much. */
export const largestAnswer = 4 * 1024 * 1024
const largestRefusal = 1024 * 1024

/** Sends a request to the API. Rejects with `Unreachable` when what comes back is not JSON: a page, a redirect, an error. */
export async function askJson(http: Http, request: HttpRequest): Promise<Answer> {
  return readJson(request.url, await http(request))
}

/** The JSON of an answer that is there; `rows` names a list whose values are made as they are taken. Rejects as `askJson` does. */
export function readJson(url: string, response: HttpResponse, rows?: string): Answer {
  notRedirected(url, response)
  if (!isJson(response)) throw notTheApi(url, response)
  const { status, headers, body } = response
  const json = soundJson(url, () => (rows === undefined ? parseJson(body) : parseAround(body, rows)))
  return { status, headers, json, url, size: body.length }
}

/** The whole of an answer that came as a stream; unless more is allowed, it is no more than a refusal: 1 MB at most. */
export async function wholeBody(
  { stream, ...head }: HttpResponse,
  url: string,
  limit = largestRefusal,
): Promise<HttpResponse> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream ?? []) {
    size += chunk.length
    if (size > limit) throw tooBig(url, limit)
    chunks.push(chunk)
  }
  return { ...head, body: Buffer.concat(chunks) }
}

/** True for `application/json` and its kin, whatever the body looks like. */
export function isJson(response: HttpResponse): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(headerOf(response, 'content-type'))
}

/** GLPI names every file that it sends; without a name, JSON is a refusal and HTML a page in the file's place. */
export function isFile(response: HttpResponse): boolean {
  if (response.status !== 200) return false
  const isPage = /^text\/html\b/i.test(headerOf(response, 'content-type'))
  return headerOf(response, 'content-disposition') !== '' || !(isJson(response) || isPage)
}

/** A header's value, the first of several; empty when there is none. */
export function headerOf(response: Pick<HttpResponse, 'headers'>, name: string): string {
  const value = response.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** What `read` makes of JSON. Rejects with `Unreachable` when it is none, or out of all proportion. */
export function soundJson<Value>(url: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof OutsizedJson || error instanceof SyntaxError)) throw error
    const code = error instanceof OutsizedJson ? 'outsized-answer' : 'broken-answer'
    throw new Unreachable(code, { host: hostOf(url) }, { cause: error })
  }
}

/** Rejects with `Unreachable`, saying where it points, when the answer is a redirect: a credential never follows one. */
export function notRedirected(url: string, response: HttpResponse): void {
  const location = headerOf(response, 'location')
  if (response.status < 300 || response.status > 399 || !location) return
  const host = hostOf(url)
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined
  if (!target || !/^https?:$/.test(target.protocol))
    throw new Unreachable('redirected-nowhere', { host, target: target?.protocol ?? plainSentence(location) })
  throw new Unreachable('redirected', { host, target: readAddress(`${target.origin}${target.pathname}`).rootUrl })
}

/** The error for an answer that is no JSON of the API: a page, a proxy's refusal. */
export function notTheApi(url: string, response: HttpResponse): IpeosError {
  const host = hostOf(url)
  if (response.status >= 500) return serverError(host, response)
  if (response.status === 413) return tooBigForServer(host)
  notOverloaded(url, response)
  const shown = url.replace(/\?[\s\S]*/, '')
  const title = pageTitle(response.body)
  return title ? new Unreachable('not-api-titled', { url: shown, title }) : new Unreachable('not-api', { url: shown })
}

/** Rejects with `Unreachable` for what passes by itself: a server that is away for a while, or asks to slow down. */
export function notOverloaded(url: string, response: HttpResponse): void {
  const { status } = response
  const host = hostOf(url)
  if ([502, 503, 504].includes(status)) throw serverError(host, response)
  if (status === 429) throw tooManyRequests(host, response)
}

function pageTitle(body: Buffer): string {
  const title = /<title(?:\s[^<>]{0,200})?>([^<]{1,300})<\/title>/i.exec(body.toString('utf8', 0, 100_000))?.[1] ?? ''
  return plainSentence(title).slice(0, 80)
}

/** More than `limit` bytes came from there. */
export function tooBig(url: string, limit: number): Unreachable {
  return new Unreachable('answer-too-big', { host: hostOf(url), megabytes: Math.round(limit / 1024 / 1024) })
}

export function hostOf(url: string): string {
  return new URL(url).host
}

/**
 * The same HTTP function, bounded and told: answers larger than 4 MB are refused unless the request allows more, and
 * each exchange gives one line (method, path, status, milliseconds, bytes): no header, no body, no token.
 */
export function bounded(http: Http, trace: ((line: string) => void) | undefined): Http {
  return async (request) => {
    const { host, pathname, search } = new URL(request.url)
    const start = performance.now()
    const tell = (status: string | number, bytes = 0): void => {
      const milliseconds = Math.round(performance.now() - start)
      trace?.(`${request.method} ${host}${pathname}${search} ${status} ${milliseconds} ms ${bytes} B`)
    }
    try {
      const response = await http({ limit: largestAnswer, ...request })
      tell(response.status, response.stream ? Number(headerOf(response, 'content-length')) : response.body.length)
      return response
    } catch (error) {
      tell(error instanceof Error ? error.message : 'failed')
      throw error
    }
  }
}
