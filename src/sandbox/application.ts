import { Hono } from 'hono/tiny'
import { answerRest } from './rest/router.ts'
import type { Exchange, Site } from './site.ts'
import { html, loginPage } from './web/page.ts'
import type { PageEnvironment } from './web/page-environment.ts'
import { addPages } from './web/pages.ts'

/** Answers one request, and notes in the exchange what became of it. */
export type Application = (request: Request, exchange: Exchange) => Promise<Response>

/** The whole platform as one function: the API where this version has it, the pages, and the login page for the rest. */
export function makeApplication(site: Site): Application {
  const app = new Hono<{ Bindings: PageEnvironment }>({ getPath: (request) => pathWithin(site, request) })
  for (const start of site.version === '10.0' ? ['/apirest.php'] : ['/apirest.php', '/api.php/v1'])
    addApi(app, site, start)
  if (site.version === '11.0') addDiscovery(app)
  addPages(app, site)
  app.notFound(() => loginPage(404))
  app.onError((error) => {
    throw error
  })
  return async (request, exchange) => {
    const { basePath, rootLeadsToBase } = site.configuration
    const { origin, pathname } = new URL(request.url)
    if (basePath !== '' && pathname === basePath) return Response.redirect(`${origin}${basePath}/`, 301)
    if (rootLeadsToBase && basePath !== '' && pathname === '/')
      return new Response(null, { status: 302, headers: { Location: `${basePath}/` } })
    if (basePath !== '' && !pathname.startsWith(`${basePath}/`)) return outside()
    return app.fetch(request, { root: `${origin}${basePath}`, exchange })
  }
}

/** A request's path without the sub-path under which the site is mounted. */
export function pathWithin({ configuration }: Pick<Site, 'configuration'>, request: Request): string {
  const { pathname } = new URL(request.url)
  const { basePath } = configuration
  return basePath !== '' && pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname
}

function addApi(app: Hono<{ Bindings: PageEnvironment }>, site: Site, start: string): void {
  const answer = (request: Request, { root, exchange }: PageEnvironment) => {
    const path = pathWithin(site, request).slice(start.length)
    if (path === '' || path === '/') return documentation()
    return answerRest(site, { request, base: root + start, root, path, exchange })
  }
  app.all(start, (context) => answer(context.req.raw, context.env))
  app.all(`${start}/*`, (context) => answer(context.req.raw, context.env))
}

function addDiscovery(app: Hono<{ Bindings: PageEnvironment }>): void {
  app.get('/api.php', (context) => discovery(context.env.root))
  app.get('/api.php/', (context) => discovery(context.env.root))
  app.all('/api.php/*', (context) => answerV2(context.req.raw, new URL(context.req.url).pathname))
}

function documentation(): Response {
  return html(200, { language: 'fr_FR', title: 'API', body: '    <h1>GLPI REST API</h1><p>Documentation</p>' })
}

/** What the web server says outside of the site's sub-path. */
function outside(): Response {
  return new Response('<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>', {
    status: 404,
    headers: { 'Content-Type': 'text/html' },
  })
}

const V1_DESCRIPTION =
  'The low-level API which is closely tied to the GLPI source code. While not as user friendly as the high-level API, it is ' +
  'more powerful and allows to do some things that are not possible with the high-level API. It has no promise of stability ' +
  'between versions so it may change without warning.'

/** `GET /api.php/` of GLPI 11 says which APIs are there (contract of v2, step "discovery"). */
function discovery(root: string): Response {
  const v2 = ['2.0', '2.1', '2.2'].map((version) => ({
    ...{ api_version: '2', version: `${version}.0`, endpoint: `${root}/api.php/v${version}` },
  }))
  const v1 = { api_version: '1', version: '1.0.0', description: V1_DESCRIPTION, endpoint: `${root}/api.php/v1` }
  return Response.json({ message: 'Welcome to GLPI API', api_versions: [v1, ...v2] })
}

/** The v2 API is announced, as on a real server, but no OAuth client is declared here: nobody gets in by it. */
function answerV2(request: Request, path: string): Response {
  if (path === '/api.php/token') {
    const answer = { error: 'invalid_client', error_description: 'Client authentication failed' }
    return Response.json(answer, { status: 401 })
  }
  if (request.headers.has('authorization')) {
    const answer = {
      status: 'ERROR_INVALID_PARAMETER',
      title: 'Invalid OAuth token',
      detail: 'The JWT string must have two dots',
    }
    return Response.json(answer, { status: 400 })
  }
  const title = "Vous n'êtes pas authentifé"
  const detail = 'L’en-tête d’authentification est manquante ou invalide'
  return Response.json({ title, detail, status: 'ERROR_UNAUTHENTICATED' }, { status: 401 })
}
