import { openOrPutAside, sandboxFolder } from '../commands/sandbox/data-folder.ts'
import type { Http } from '../glpi/http/http.ts'
import type { World } from '../main.ts'
import { proxyOf } from '../settings/machine.ts'
import { platformAddress } from '../settings/platform-address.ts'
import type { Settings } from '../settings/settings.ts'

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
    return { http: fetchHttp(sandbox.fetch), close: sandbox.close }
  }
  const http = await openNetwork(settings.url, env, settings)
  return { http, close: http.close }
}

/** The real network, as far as an address asks for it. */
export async function openNetwork(
  url: string,
  env: World['env'],
  settings: Settings,
): Promise<Http & { close(): Promise<void> }> {
  const { undiciHttp } = await import('../glpi/http/undici-http.ts')
  // What is for this machine alone must not leave it, in the clear, for a proxy.
  const proxy = platformAddress(url)?.local ? {} : proxyOf(env)
  const { timeout, caFile, authority } = settings
  return undiciHttp({ timeout, proxy, caFile, authority })
}
