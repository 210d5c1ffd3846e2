import type { Http } from '../http/http.ts'
import { bounded, headerOf } from '../http/transport.ts'
import { isSameSite } from './address.ts'

/** What stands in the address of whoever signs people in for others. */
const signsIn = /\b(?:sso|saml2?|oauth2?|oidc|openid|authorize|adfs|cas|idp|login|signin|auth)\b/i

/**
 * Whether the pages of a site, whose root is given, are entered by something else than GLPI's own form: a CAS takes over at
 * `/front/login.php`, a web server asks who comes, or sends everybody to another host (GLPI-CUSTOMER.md, «Single
 * sign-on»). A site that shows its form all the same is not known for it. Rejects with `Unreachable`.
 */
export async function hasSingleSignOn(http: Http, rootUrl: string): Promise<boolean> {
  const url = `${rootUrl}/`
  const response = await bounded(http, undefined)({ method: 'GET', url, headers: { Accept: 'text/html' } })
  if (response.status === 401) return headerOf(response, 'www-authenticate') !== ''
  const location = headerOf(response, 'location')
  if (response.status < 300 || response.status > 399 || !URL.canParse(location, url)) return false
  const { href, host, pathname } = new URL(location, url)
  return isSameSite(url, href) ? pathname.endsWith('/front/login.php') : signsIn.test(`${host}${pathname}`)
}
