import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import type { Http } from '../../src/glpi/http/http.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** Several platforms at once, each at a host of its own. */
export function platformsAt(sites: Record<string, Pick<Sandbox, 'fetch'>>): Http {
  const https = new Map(
    Object.entries(sites).map(([host, site]) => [host, fetchHttp((request) => site.fetch(request))]),
  )
  return (request) => {
    const http = https.get(new URL(request.url).host)
    if (!http) throw new Error(`no platform at ${request.url}`)
    return http(request)
  }
}

/** One address, behind which another platform stands from one moment to the next: upgraded, moved back, restored. */
export interface ChangingPlace {
  fetch: Sandbox['fetch']
  become(next: Pick<Sandbox, 'fetch'>): void
}

export function changingPlace(first: Pick<Sandbox, 'fetch'>): ChangingPlace {
  let current = first
  return {
    fetch: (request) => current.fetch(request),
    become: (next) => {
      current = next
    },
  }
}
