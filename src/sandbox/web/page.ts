import { createHash } from 'node:crypto'
import { escapeHtml } from '../html-text.ts'
import type { Language } from '../messages.ts'
import type { Site } from '../site.ts'

/** The cookie of the PHP session; its name differs from one site to the next, so a client must read it (GLPI.md, "The ticket form"). */
export const COOKIE = `glpi_${createHash('md5').update('the sandbox of ipeos').digest('hex')}`

/** What makes a page. */
export interface Page {
  language: Language
  title: string
  /** Sent in `<meta property="glpi:csrf_token">`, when somebody is logged in. */
  csrfToken?: string
  menu?: Array<[title: string, href: string]>
  body: string
}

/** A whole page as an answer. */
export function html(status: number, page: Page, headers: Record<string, string> = {}): Response {
  return new Response(document(page), { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers } })
}

function document({ language, title, csrfToken, menu = [], body }: Page): string {
  const token = csrfToken ? `\n  <meta property="glpi:csrf_token" content="${csrfToken}" />` : ''
  const links = menu.map(
    ([name, href]) => `<a class="nav-link" href="${href}"><i class="ti ti-point"></i> ${escapeHtml(name)}</a>`,
  )
  return `<!DOCTYPE html>
<html lang="${language.slice(0, 2)}">
<head>
  <title>${escapeHtml(title)} - GLPI</title>
  <meta charset="utf-8" />
  <meta http-equiv="X-UA-Compatible" content="IE=edge" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />${token}
  <link rel="stylesheet" type="text/css" href="/css/palettes/auror.min.css" />
  <script type="text/javascript">
    //<![CDATA[
    $(function() { i18n.setLocale("${language}"); $('html').addClass('js'); });
    //]]>
  </script>
</head>
<body class="horizontal-layout">
  <header class="navbar">${links.join('\n    ')}</header>
  <main role="main" id="page">
${body}
  </main>
</body>
</html>
`
}

/** What signing in takes: the stranger's session, its token, and how the fields are called in it. */
export interface LoginForm {
  cookie: string
  csrfToken?: string
  login: string
  password: string
}

const NOBODY: LoginForm = { cookie: 'anonymous0000000000000000', login: 'login_name', password: 'login_password' }

/** What every page that needs nobody shows; it also hands out the cookie, by its name. */
export function loginPage(status: number, { cookie, csrfToken, login, password } = NOBODY): Response {
  const response = html(status, {
    language: 'fr_FR',
    title: 'Authentification',
    ...(csrfToken === undefined ? {} : { csrfToken }),
    body: `    <form action="/front/login.php" method="post" autocomplete="off">
      <input type="hidden" name="noAUTO" value="0" />
      <input type="hidden" name="redirect" value="" />
      <input type="hidden" name="_glpi_csrf_token" value="${csrfToken ?? ''}" />
      <label for="login_name">Identifiant</label> <input type="text" id="login_name" name="${login}" />
      <label for="login_password">Mot de passe</label> <input type="password" id="login_password" name="${password}" />
      <select name="auth"><option value="local" selected>Base interne GLPI</option></select>
      <button type="submit" name="submit">Se connecter</button>
      <a href="/front/lostpassword.php?lostpassword=1">Mot de passe oublié ?</a>
    </form>`,
  })
  response.headers.append(
    'Set-Cookie',
    `${COOKIE}_rememberme=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; path=/; httponly`,
  )
  response.headers.append('Set-Cookie', `${COOKIE}=${cookie}; path=/; HttpOnly; SameSite=Lax`)
  return response
}

/** 403, as a page. */
export function accessDenied(language: Language): Response {
  const says =
    language === 'fr_FR'
      ? "Vous n'avez pas les droits requis pour réaliser cette action."
      : "You don't have permission to perform this action."
  const title = language === 'fr_FR' ? 'Accès refusé' : 'Access denied'
  return html(403, {
    language,
    title,
    body: `    <div class="alert alert-important alert-danger">${title}</div><p>${says}</p>`,
  })
}

/** 500, as a page. */
export function failurePage(): Response {
  return html(500, { language: 'fr_FR', title: 'Erreur', body: '    <p>Une erreur inattendue est survenue.</p>' })
}

/** Where somebody is sent whose password is out of date. */
export function toPassword({ configuration }: Site): Response {
  const headers = {
    Location: `${configuration.basePath}/front/updatepassword.php`,
    'Content-Type': 'text/html; charset=UTF-8',
  }
  return new Response(null, { status: 302, headers })
}

/** Where somebody without a session is sent. */
export function toLogin(site: Site, path: string): Response {
  const start = site.version === '10.0' ? '/index.php' : '/'
  const location = `${site.configuration.basePath}${start}?redirect=${encodeURIComponent(path)}&error=3`
  const headers = { Location: location, 'Content-Type': 'text/html; charset=UTF-8' }
  return new Response(null, { status: 302, headers })
}
