import * as z from 'zod/mini'
import type { Http } from '../http/http.ts'
import { OutsizedJson, parseJson } from '../http/json.ts'
import { hostOf, isJson, notRedirected } from '../http/transport.ts'
import { serverError } from '../refusal.ts'
import { readAddress } from './address.ts'

/** Where the first API of a platform answers. */
export interface Site {
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
export async function findApi(http: Http, url: string): Promise<Site> {
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
