/** As in HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
export interface ProxySettings {
  http?: string
  https?: string
  no?: string
}

/** The proxy that calls to an address go through, as undici's EnvHttpProxyAgent chooses it; undefined for none. */
export function proxyFor(address: string, { http, https, no = '' }: ProxySettings): URL | undefined {
  const { protocol, hostname, port } = new URL(address)
  const proxy = protocol === 'https:' ? https || http : http
  if (!proxy || !URL.canParse(proxy)) return undefined
  const effectivePort = port || (protocol === 'https:' ? '443' : '80')
  const entries = no.split(/[,\s]/).filter((entry) => entry !== '')
  return entries.some((entry) => isLeftOut(entry, hostname.toLowerCase(), effectivePort)) ? undefined : new URL(proxy)
}

/** `example.org`, `.example.org`, `*.example.org`, each with `:port` or without; `*` for all. */
function isLeftOut(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const [, name = '', onlyPort] = /^(.+?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
  if (onlyPort && onlyPort !== port) return false
  return /^[.*]/.test(name) ? host.endsWith(name.replace(/^\*/, '')) : host === name
}
