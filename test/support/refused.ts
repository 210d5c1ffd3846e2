import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import type { Platform } from '../../src/glpi/platform.ts'
import type { Place } from './glpi-versions.ts'

/** The platform to whom a right is missing for what stands at these paths. */
export function refused({ sandbox, join }: Place, ...paths: RegExp[]): Platform {
  return join({ http: fetchHttp(refusing(sandbox, ...paths).fetch) }).platform
}

/** The same site, as an answer to each request. */
export function refusing(
  { fetch }: Pick<Place['sandbox'], 'fetch'>,
  ...paths: RegExp[]
): Pick<Place['sandbox'], 'fetch'> {
  return {
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      if (!paths.some((path) => path.test(pathname + search))) return fetch(request)
      return Response.json(['ERROR_RIGHT_MISSING', 'Vous n’avez pas les droits requis.'], { status: 403 })
    },
  }
}
