import * as z from 'zod/mini'
import type { IpeosError } from '../../errors/error.ts'
import type { Http } from '../http/http.ts'
import { OutsizedJson, parseJson } from '../http/json.ts'
import { askJson, bounded, hostOf, isJson, notRedirected } from '../http/transport.ts'
import { readRefusal, refused, serverError } from '../refusal.ts'
import { readAddress } from './address.ts'
import { apiHeaders } from './call.ts'

/** Where the first API of a platform answers. */
export interface PlatformUrls {
  /** Without a slash at its end. */
  apiUrl: string
  /** Without a slash at its end. */
  rootUrl: string
}

const welcome = z.object({ api_versions: z.array(z.object({ endpoint: z.string() })) })

/**
 * Finds the first API from the address that a person gave, in one request at most: GLPI 11 says at `api.php/` which
 * APIs it has; what says nothing there is taken for GLPI 10 (GLPI.md, «Where the APIs are»).
 */
export async function findApi(http: Http, url: string): Promise<PlatformUrls> {
  const { rootUrl, apiUrl } = readAddress(url)
  return { rootUrl, apiUrl: apiUrl ?? `${rootUrl}/${(await firstApiPath(http, rootUrl)) ?? 'apirest.php'}` }
}

async function firstApiPath(http: Http, rootUrl: string): Promise<string | undefined> {
  const url = `${rootUrl}/api.php/`
  const response = await http({ method: 'GET', url, headers: { Accept: 'application/json' } })
  if (response.status >= 500) throw serverError(hostOf(url), response)
  notRedirected(url, response)
  if (!isJson(response)) return undefined
  return pathOf(response.body)
}

/** Only the path is believed: the host in it is what the server takes itself for, which a proxy may hide. */
function pathOf(body: Buffer): string | undefined {
  const versions = welcome.safeParse(parsed(body)).data?.api_versions ?? []
  return versions.flatMap(({ endpoint }) => /\/(api\.php\/v1[\d.]*)\/?$/.exec(endpoint)?.[1] ?? []).at(0)
}

function parsed(body: Buffer): unknown {
  try {
    return parseJson(body)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof OutsizedJson) return undefined
    throw error
  }
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
  const site = await findApi(http, url)
  const headers = apiHeaders(appToken)
  const answer = await askJson(http, { method: 'GET', url: `${site.apiUrl}/initSession`, headers })
  const isOpen = answer.status === 200 || readRefusal(answer.json).code === 'ERROR_LOGIN_PARAMETERS_MISSING'
  return isOpen ? site : { ...site, refusal: refused(answer) }
}
