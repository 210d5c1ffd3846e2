import type { IpeosError } from '../../errors/error.ts'
import type { Http } from '../http/http.ts'
import { askJson, bounded } from '../http/transport.ts'
import { readRefusal, refused } from '../refusal.ts'
import { apiHeaders } from './call.ts'
import { findApi, type Site } from './discovery.ts'

/** What the API answers to somebody who does not say who they are. */
export interface ApiCheck extends Site {
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
