import { connect } from '../../src/glpi/connect.ts'
import type { Http } from '../../src/glpi/http/http.ts'
import type { Cache, ConnectOptions, Credential, KeptSession, Platform } from '../../src/glpi/platform.ts'

/** A customer at work: the platform as alice sees it, and what is kept and told meanwhile. */
export interface Customer {
  platform: Platform
  /** Each session as it was kept; undefined for one that was forgotten. */
  kept: Array<KeptSession | undefined>
  /** The lines of `--debug`. */
  trace: string[]
}

export const alice: Credential = { user: 'alice', password: 'alice-secret' }

export function customer(
  http: Http,
  url: string,
  options: Partial<ConnectOptions> & { as?: Credential } = {},
): Customer {
  const kept: Customer['kept'] = []
  const trace: string[] = []
  const platform = connect({
    http,
    url,
    credential: async () => options.as ?? alice,
    keepSession: async (session) => void kept.push(session),
    trace: (line) => trace.push(line),
    ...options,
  })
  return { platform, kept, trace }
}

/** A cache in memory. */
export function memory(value?: unknown): Cache & { value: unknown } {
  const cache = {
    value,
    read: async () => cache.value,
    async write(next: unknown) {
      cache.value = next
    },
  }
  return cache
}
