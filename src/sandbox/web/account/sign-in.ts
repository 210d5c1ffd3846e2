import { createHmac } from 'node:crypto'
import { isOn, parsePhpQuery, textAt } from '../../php-query.ts'
import { newSessionToken } from '../../secret.ts'
import { type Exchange, type Site, transact } from '../../site.ts'
import { openSession, userByCredentials, viewerOf } from '../../viewer.ts'
import { COOKIE, html, loginPage, toPassword } from '../page.ts'
import { isStrangersToken, sessionCookie, strangersToken } from '../visitor.ts'
import { expiryOf } from './password-expiry.ts'

/**
 * `GET /`: the login page, with the session of a stranger; whoever has one of their own is sent home, and with a CAS
 * everybody else to where it takes over, but those who ask for the form (GLPI-CUSTOMER.md, j).
 */
export function startPage(site: Site, request: Request): Response {
  const cookie = sessionCookie(request)
  if (cookie !== undefined && viewerOf(site, cookie)) return redirect(home(site, cookie))
  const stranger = cookie ?? `anonymous${newSessionToken().slice(9)}`
  const asksForForm = isOn(parsePhpQuery(new URL(request.url).search), 'noAUTO')
  if (site.configuration.singleSignOn.kind === 'cas' && !asksForForm)
    return withCookie(redirect(`${site.configuration.basePath}/front/login.php`), stranger)
  const [login, password] = fieldNames(stranger)
  return loginPage(200, { cookie: stranger, csrfToken: strangersToken(stranger), login, password })
}

/** The two fields are called otherwise in each session. */
function fieldNames(cookie: string): [login: string, password: string] {
  const name = (field: string) => field + createHmac('sha256', cookie).update(field).digest('hex').slice(0, 14)
  return [name('fielda'), name('fieldb')]
}

/** `POST /front/login.php`: 302 home with a session of one's own, whose cookie is a Session-Token as well. */
export async function signIn(site: Site, request: Request, exchange: Exchange): Promise<Response> {
  const cookie = sessionCookie(request) ?? ''
  const posted = parsePhpQuery(await request.text())
  if (!isStrangersToken(cookie, textAt(posted, '_glpi_csrf_token'))) return refused()
  const [login, password] = fieldNames(cookie)
  const user = userByCredentials(site, textAt(posted, login) ?? '', textAt(posted, password) ?? '')
  const expiry = user && expiryOf(site, user)
  if (!user || expiry === 'locked') return refused()
  // Nobody here has enrolled: the pages go on to that, and the cookie is no session yet.
  if (site.version === '11.0' && site.configuration.secondFactorEnforced)
    return redirect(`${site.configuration.basePath}/MFA/Setup`)
  const token = transact(site, exchange, () => openSession(site.store, site.time, user, expiry === 'expired'))
  return withCookie(expiry === 'expired' ? toPassword(site) : redirect(home(site, token)), token)
}

function withCookie(response: Response, value: string): Response {
  response.headers.append('Set-Cookie', `${COOKIE}=${value}; path=/; HttpOnly; SameSite=Lax`)
  return response
}

function home(site: Site, token: string): string {
  const isCustomer = viewerOf(site, token)?.profile.interface === 'helpdesk'
  const customers = site.version === '10.0' ? '/front/helpdesk.public.php' : '/Helpdesk'
  return `${site.configuration.basePath}${isCustomer ? customers : '/front/central.php'}`
}

function redirect(location: string): Response {
  const headers = { Location: location, 'Content-Type': 'text/html; charset=UTF-8' }
  return new Response(null, { status: 302, headers })
}

function refused(): Response {
  const body = '    <p>Identifiant ou mot de passe incorrect</p><a href="/index.php">Se reconnecter</a>'
  return html(200, { language: 'fr_FR', title: 'Accès refusé', body })
}
