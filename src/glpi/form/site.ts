import type { IpeosError } from '../../errors/error.ts'
import type { Message, MessageKey } from '../../i18n/translate.ts'
import type { Http, HttpRequest, HttpResponse } from '../http/http.ts'
import { hostOf, notOverloaded } from '../http/transport.ts'
import type { KeptSession } from '../platform.ts'
import { serverError } from '../refusal.ts'

/** Bytes; a page of a form has some hundred thousand. */
const largestPage = 2 * 1024 * 1024

/** The form cannot be read on the web, for a reason that a person may be told; caught in `read.ts`. */
export class FormHidden extends Error {
  readonly reason: Message

  constructor(key: MessageKey, parameters?: Record<string, string | number>) {
    super(key)
    this.reason = parameters ? { key, parameters } : { key }
  }
}

/** The server fails of the page. */
export class PageFailed extends FormHidden {
  readonly host: string
  readonly response: Pick<HttpResponse, 'status' | 'headers'>

  constructor(url: string, response: PageFailed['response']) {
    super('form.page-failed', { status: response.status })
    this.host = hostOf(url)
    this.response = response
  }
}

/** For what needs the page: that it is hidden is told as `hidden` says; that the server fails of it, as anywhere else. */
export function unreadable(cause: unknown, hidden: (cause: FormHidden) => IpeosError): unknown {
  if (cause instanceof PageFailed) return serverError(cause.host, cause.response)
  return cause instanceof FormHidden ? hidden(cause) : cause
}

/** The site's own pages, as the person of this session sees them. */
export interface WebSite {
  /** The HTML of a page below the root. Rejects with `FormHidden` when the site does not show it. */
  page(path: string): Promise<string>
  /** What stands at a path below the root, of whatever status, at most so many bytes of it. */
  get(path: string, headers: Record<string, string>, limit: number): Promise<HttpResponse>
  /** What a form-encoded POST below the root answers. Both reject with `Unreachable` for what passes by itself. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string>): Promise<HttpResponse>
  /** What a POST of this body below the root answers, of whatever status; rejects as the others do, never of a status of 500. */
  send(path: string, request: Pick<HttpRequest, 'headers' | 'body' | 'limit' | 'safe'>): Promise<HttpResponse>
  /** What stands at a path below the root, of whatever status and type, as a stream of at most `limit` bytes. */
  file(path: string, limit: number): Promise<HttpResponse>
}

/** As much of a session as the site's own pages take. */
export interface SiteSession {
  current(): Promise<Pick<KeptSession, 'rootUrl' | 'token'>>
}

/**
 * Opens the site with the session of the API, whose token is the PHP session id; only the cookie's name must be asked
 * (GLPI.md, «The ticket form», 1). Rejects with `FormHidden` when the site sets no such cookie.
 */
export async function openSite(session: SiteSession, http: Http): Promise<WebSite> {
  const { rootUrl, token } = await session.current()
  // A form read in a bad moment would let a ticket leave without what it makes mandatory.
  const ask = async (
    path: string,
    request: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'limit'>,
  ): Promise<HttpResponse> => {
    const url = `${rootUrl}/${path}`
    const headers = { 'User-Agent': 'ipeos', ...request.headers }
    const response = await http({ limit: largestPage, ...request, url, headers })
    notOverloaded(url, response)
    if (response.status >= 500) throw new PageFailed(url, response)
    return response
  }
  const name = cookieName(await ask('', { method: 'GET', headers: { Accept: 'text/html' } }))
  if (!name) throw new FormHidden('form.no-cookie')
  const cookie = { Cookie: `${name}=${token}` }
  return {
    async page(path) {
      const response = await ask(path, { method: 'GET', headers: { Accept: 'text/html', ...cookie } })
      if (response.status !== 200) throw new FormHidden('form.page-refused')
      return response.body.toString('utf8')
    },
    get: (path, headers, limit) => ask(path, { method: 'GET', headers: { ...cookie, ...headers }, limit }),
    post: (path, fields, headers) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...cookie, ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    async send(path, { headers, ...request }) {
      const url = `${rootUrl}/${path}`
      const sent = { 'User-Agent': 'ipeos', ...cookie, ...headers }
      const response = await http({ limit: largestPage, ...request, method: 'POST', url, headers: sent })
      notOverloaded(url, response)
      return response
    },
    file: (path, limit) => {
      const headers = { Accept: '*/*', 'User-Agent': 'ipeos', ...cookie }
      return http({ method: 'GET', url: `${rootUrl}/${path}`, headers, limit, streamed: true })
    },
  }
}

/** What a script of a page sends along. */
export function scriptHeaders(csrfToken: string): Record<string, string> {
  return { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest', 'X-Glpi-Csrf-Token': csrfToken }
}

function cookieName({ headers }: HttpResponse): string | undefined {
  const cookies = [headers['set-cookie'] ?? []].flat()
  return cookies.map((cookie) => /^\s*(glpi_[0-9a-z]+)=/i.exec(cookie)?.[1]).find((name) => name !== undefined)
}
