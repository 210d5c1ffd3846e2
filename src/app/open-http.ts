import { openOrPutAside } from '../commands/sandbox/data-folder.ts'
import type { Network } from '../glpi/http/exchange.ts'
import type { Http } from '../glpi/http/http.ts'
import { sandboxFolder } from '../settings/folders.ts'
import { proxyFor } from '../settings/proxy.ts'
import type { Settings } from '../settings/settings.ts'
import type { World } from './world.ts'

/** The real network, or the embedded platform in this very process. */
export async function openHttp(
  { env, now }: World,
  settings: Settings,
): Promise<{ http: Http; close(): Promise<void> }> {
  if (settings.sandbox) {
    const { openSandbox } = await import('../sandbox/sandbox.ts')
    const { fetchHttp } = await import('../glpi/http/fetch-http.ts')
    const folder = sandboxFolder(settings.folders)
    const sandbox = await openOrPutAside(folder, now(), () => openSandbox({ data: folder }))
    // What is in the folder may be changed by others meanwhile.
    const fetch = (request: Request) => openOrPutAside(folder, now(), () => sandbox.fetch(request))
    return { http: fetchHttp(fetch), close: sandbox.close }
  }
  const http = await openNetwork(settings.url, env, settings)
  return { http, close: http.close }
}

/** The real network, by the way that leads to an address. */
export async function openNetwork(url: string, env: World['env'], settings: Settings): Promise<Network> {
  const { timeout, caFile, authority } = settings
  const proxy = proxyFor(url, env)
  if (proxy) {
    const { proxyHttp } = await import('../glpi/http/proxy-http.ts')
    return proxyHttp(proxy, { timeout, caFile, authority })
  }
  const { directHttp } = await import('../glpi/http/direct-http.ts')
  return directHttp({ timeout, caFile, authority })
}
