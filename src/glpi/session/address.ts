import { WrongUsage } from '../../errors/error.ts'

/** Where a platform is, as far as its address alone tells. */
export interface Address {
  /** Without a slash at its end. */
  rootUrl: string
  /** Only when the address names the first API itself: `…/apirest.php`, `…/api.php/v1`. */
  apiUrl?: string
}

/** Looks at each run of slashes once. */
export const endSlashes = /(?<!\/)\/+$/

// What may follow the root: an API (of any version), or a page of the site copied from the browser.
const belowRoot =
  /\/(?:(apirest\.php)|api\.php(?:\/(v[\d.]+))?|index\.php|front|Form|ServiceCatalog|Helpdesk)(?:\/.*)?$/

/**
 * Reads the address that a person gives: the root of the site, a sub-path, the API's own URL, or any page of it; with
 * https when no scheme is given. Rejects with `WrongUsage` what is not an address of the web, or holds a password.
 */
export function readAddress(text: string): Address {
  const trimmed = text.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw wrongUrl(url, trimmed)
  const path = url.pathname.replace(endSlashes, '')
  const below = belowRoot.exec(path)
  const rootUrl = url.origin + (below ? path.slice(0, below.index) : path).replace(endSlashes, '')
  if (below?.[1]) return { rootUrl, apiUrl: `${rootUrl}/apirest.php` }
  if (below?.[2] && /^v1(\.|$)/.test(below[2])) return { rootUrl, apiUrl: `${rootUrl}/api.php/${below[2]}` }
  return { rootUrl }
}

/** Whether a place found from `given` is on the same host, by the same scheme or a safer one. */
export function isSameSite(given: string, found: string): boolean {
  const [from, to] = [new URL(given), new URL(found)]
  const isAsSafe = from.protocol === to.protocol || (from.protocol === 'http:' && to.protocol === 'https:')
  return from.host === to.host && isAsSafe
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/** An address with a password in it is told without that password. */
function wrongUrl(url: URL | undefined, text: string): WrongUsage {
  const shown = url ? `${url.protocol}//${url.host}${url.pathname}` : text.replace(/\/\/[^/]*@/, '//')
  return new WrongUsage('wrong-address', { url: shown })
}
