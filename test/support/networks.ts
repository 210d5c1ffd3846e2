import { onTestFinished } from 'vitest'
import type { Trusted } from '../../src/glpi/http/authorities.ts'
import { directHttp } from '../../src/glpi/http/direct-http.ts'
import type { Network } from '../../src/glpi/http/exchange.ts'
import type { HttpRequest, HttpResponse } from '../../src/glpi/http/http.ts'
import { proxyHttp } from '../../src/glpi/http/proxy-http.ts'
import { openProxy } from './proxy.ts'

export interface NetworkOptions extends Trusted {
  timeout?: number
}

/** Asks, with GET and no headers unless other ones are said. */
export type Ask = (request: Partial<HttpRequest> & { url: string }) => Promise<HttpResponse>

/** The network itself, for the length of a test. */
export async function direct(options: NetworkOptions = {}): Promise<Ask> {
  return asking(await directHttp({ timeout: 2000, ...options }))
}

/** The network behind this proxy, for the length of a test. */
export async function behind(proxy: URL, options: NetworkOptions = {}): Promise<Ask> {
  return asking(await proxyHttp(proxy, { timeout: 2000, ...options }))
}

/** Each network that commands use. */
export const networks: Array<{ way: string; network(options?: NetworkOptions): Promise<Ask> }> = [
  { way: 'straight', network: direct },
  { way: 'behind a proxy', network: async (options) => behind((await openProxy()).url, options) },
]

function asking(network: Network): Ask {
  onTestFinished(() => network.close())
  return (request) => network({ method: 'GET', headers: {}, ...request })
}
