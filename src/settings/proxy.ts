import { WrongUsage } from '../errors/error.ts'
import { platformAddress } from './platform-address.ts'

/**
 * The proxy that calls to an address go through, by HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in small letters or large;
 * undefined for none. Throws `WrongUsage` for one that makes no sense: a call must not go round the proxy by mistake. What
 * is for this machine alone must not leave it, in the clear, for a proxy.
 */
export function proxyFor(address: string, env: Record<string, string | undefined>): URL | undefined {
  const of = (name: string) => env[name] ?? env[name.toUpperCase()]
  const platform = platformAddress(address)
  if (!platform || platform.local) return undefined
  const { protocol, host } = new URL(platform.url)
  const proxy = ((protocol === 'https:' && of('https_proxy')) || of('http_proxy'))?.trim()
  if (!proxy) return undefined
  const fullHost = /:\d+$/.test(host) ? host : `${host}:${protocol === 'https:' ? '443' : '80'}`
  return isLeftOut(fullHost, of('no_proxy') ?? '')
    ? undefined
    : readProxy(proxy, protocol === 'https:' && of('https_proxy') ? 'https_proxy' : 'http_proxy')
}

/** `example.org`, with all that ends in `.example.org`, written so or with a dot or a star before it, each with `:port` or without; `*` for all. */
function isLeftOut(host: string, no: string): boolean {
  if (no === '*') return true
  return no
    .toLowerCase()
    .split(/[,\s]/)
    .filter((entry) => entry !== '')
    .map((entry) => entry.replace(/^\*?\./, ''))
    .some((entry) => {
      const suffix = /.:\d+$/.test(entry) ? entry : entry + host.replace(/^.*(?=:\d+$)/, '')
      return host === suffix || host.endsWith(`.${suffix}`)
    })
}

/** As curl reads it: `host:port` without a scheme is http, and a password may hold any sign. */
function readProxy(said: string, variable: string): URL {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(said) ? said : `http://${said}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  // What it says may hold a password.
  if (!url || !/^https?:$/.test(url.protocol)) throw new WrongUsage('wrong-proxy', { variable: variable.toUpperCase() })
  // A proxy has no pages: what stands behind its name is left, as curl does.
  Object.assign(url, { pathname: '/', search: '', hash: '' })
  url.username = decodable(url.username)
  url.password = decodable(url.password)
  return url
}

/** Its result is used: a bundler takes out a call that it believes to have no effect but to be looked at. */
function decodable(text: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(text))
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return text.replaceAll('%', '%25')
  }
}
