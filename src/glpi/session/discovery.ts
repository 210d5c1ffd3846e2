import * as z from 'zod/mini'
import { IpeosError, Unreachable } from '../../errors/error.ts'
import type { Http, HttpResponse } from '../http/http.ts'
import { parseIfJson } from '../http/json.ts'
import { askJson, bounded, headerOf, hostOf, isJson, notRedirected } from '../http/transport.ts'
import { readRefusal, refused, serverError } from '../refusal.ts'
import { isSameSite, readAddress } from './address.ts'
import { apiHeaders } from './call.ts'

/** Where the first API of a platform answers. */
export interface PlatformUrls {
  /** Without a slash at its end. */
  apiUrl: string
  /** Without a slash at its end. */
  rootUrl: string
}

/** What is known of a platform before it is looked for. */
export interface Known {
  /** Where it answered last: tried first. */
  last?: PlatformUrls | undefined
  /** A place that is not the API's any more, which is not tried, and how that showed. */
  gone?: { apiUrl: string; error: unknown } | undefined
}

/**
 * Asks the first API, wherever it is: in the place that the address names, else where GLPI 11 says that it is, else where
 * GLPI 10 has it, else the same below the folder that the site's root leads to. What answers in another way than the API
 * is not the place. Rejects as the first of them does when all were tried in vain.
 */
export async function atApi<Answer>(
  http: Http,
  url: string,
  ask: (site: PlatformUrls) => Promise<Answer>,
  { last, gone }: Known = {},
): Promise<Answer> {
  const tried = new Set([gone?.apiUrl])
  let first: { error: unknown } | undefined = gone
  for (const place of placesOf(http, url, last)) {
    try {
      const site = await place()
      if (site === undefined || tried.has(site.apiUrl)) continue
      tried.add(site.apiUrl)
      return await ask(site)
    } catch (error) {
      // Once a place answered in its own way, trouble on the way to another one is not what to tell.
      if (!isElsewhere(error) && !(first && error instanceof Unreachable)) throw error
      if (!first || isRedirect(error)) first = { error }
    }
  }
  throw first?.error
}

/** Something answers there, and it is not the API. */
function isElsewhere(error: unknown): boolean {
  if (!(error instanceof IpeosError)) return false
  return error.code === 'not-api' || error.code === 'not-api-titled' || isRedirect(error)
}

function isRedirect(error: unknown): boolean {
  return error instanceof IpeosError && error.code === 'redirected'
}

type Place = () => Promise<PlatformUrls | undefined>

function placesOf(http: Http, url: string, last: PlatformUrls | undefined): Place[] {
  const { rootUrl, apiUrl } = readAddress(url)
  return [
    async () => last,
    async () => (apiUrl === undefined ? undefined : { rootUrl, apiUrl }),
    () => placeAt(http, rootUrl),
    async () => {
      const leads = await rootLeadsTo(http, rootUrl)
      return leads === undefined ? undefined : placeAt(http, leads)
    },
  ]
}

const welcome = z.object({ api_versions: z.array(z.object({ endpoint: z.string() })) })

/**
 * GLPI 11 says at `api.php/` which APIs it has; what says nothing there is taken for GLPI 10 (GLPI.md, «Where the APIs
 * are»).
 */
async function placeAt(http: Http, rootUrl: string, mayFollow = true): Promise<PlatformUrls> {
  const url = `${rootUrl}/api.php/`
  const response = await http({ method: 'GET', url, headers: { Accept: 'application/json' } })
  if (response.status >= 500) throw serverError(hostOf(url), response)
  const target = mayFollow ? redirectWithin(url, response) : undefined
  if (target !== undefined && target !== rootUrl) return placeAt(http, target, false)
  notRedirected(url, response)
  const path = isJson(response) ? pathOf(response.body) : undefined
  return { rootUrl, apiUrl: `${rootUrl}/${path ?? 'apirest.php'}` }
}

/** The root of the site that a look at this one's `/` is sent to; undefined when it stays, or would leave the host. */
async function rootLeadsTo(http: Http, rootUrl: string): Promise<string | undefined> {
  const url = `${rootUrl}/`
  const response = await http({ method: 'GET', url, headers: { Accept: 'text/html' } })
  const target = redirectWithin(url, response)
  if (target === undefined) notRedirected(url, response)
  return target === rootUrl ? undefined : target
}

/** Where a redirect leads: on the same host, by the same scheme or a safer one; nothing that is secret was sent there. */
function redirectWithin(url: string, response: HttpResponse): string | undefined {
  const location = headerOf(response, 'location')
  if (response.status < 300 || response.status > 399 || !URL.canParse(location, url)) return undefined
  const target = new URL(location, url)
  if (!isSameSite(url, target.href) || target.username || target.password) return undefined
  return readAddress(`${target.origin}${target.pathname}`).rootUrl
}

/** Only the path is believed: the host in it is what the server takes itself for, which a proxy may hide. */
function pathOf(body: Buffer): string | undefined {
  const versions = welcome.safeParse(parseIfJson(body)).data?.api_versions ?? []
  return versions.flatMap(({ endpoint }) => /\/(api\.php\/v1[\d.]*)\/?$/.exec(endpoint)?.[1] ?? []).at(0)
}

/** What the API answers to somebody who does not say who they are. */
export interface ApiCheck extends PlatformUrls {
  /** Why nobody may come in, whoever they are: the API is off, an address or an application token is refused… */
  refusal?: IpeosError
}

/**
 * Finds the API, and asks it for a session without a login. Rejects with `Unreachable` when no API answers there.
 * `ERROR_LOGIN_PARAMETERS_MISSING` is the good answer: whatever stands before the login let us through.
 */
export async function checkApi(given: Http, url: string, appToken: string | undefined): Promise<ApiCheck> {
  const http = bounded(given, undefined)
  const headers = apiHeaders(appToken)
  return atApi(http, url, async (site): Promise<ApiCheck> => {
    const answer = await askJson(http, { method: 'GET', url: `${site.apiUrl}/initSession`, headers })
    const isOpen = answer.status === 200 || readRefusal(answer.json).code === 'ERROR_LOGIN_PARAMETERS_MISSING'
    return isOpen ? site : { ...site, refusal: refused(answer) }
  })
}
