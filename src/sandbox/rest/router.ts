import { sanitizeAll, sanitizeInner } from '../html-text.ts'
import { say } from '../messages.ts'
import { parsePhpQuery, textAt } from '../php-query.ts'
import { listSearchOptions, search } from '../search/search.ts'
import { type Exchange, type Site, transact } from '../site.ts'
import { viewerOf } from '../viewer.ts'
import { failurePage } from '../web/page.ts'
import { type AnonymousCall, type Answer, Breakdown, type Call, documented, Refusal } from './answer.ts'
import { readBody } from './body.ts'
import { downloadAnswer } from './itemtype/document.ts'
import { lostPassword } from './lost-password.ts'
import { readChildren, readItem, readList, readSeveral } from './read.ts'
import { resourceNamed } from './registry.ts'
import type { Resource } from './resource.ts'
import * as session from './session.ts'
import { addItems, removeItems, updateItems } from './write.ts'

/** A request to the v1 API, and where that API answers. */
export interface RestRequest {
  request: Request
  /** Where the API answers: `http://host/apirest.php`. */
  base: string
  /** The site's own address. */
  root: string
  /** What follows the API's address, without query. */
  path: string
  exchange: Exchange
}

/** Answers one call of the v1 API. Throws only what is a failure of the sandbox itself, or of its disk. */
export async function answerRest(site: Site, { request, base, root, path, exchange }: RestRequest): Promise<Response> {
  const query = parsePhpQuery(new URL(request.url).search)
  const language = 'fr_FR'
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent)
  const open = {
    site,
    method: request.method,
    path: parts,
    query,
    headers: request.headers,
    base,
    root,
    language,
  } as const
  try {
    refuseClient({ ...open, body: {}, files: [] })
    const { values, files } = await readBody(request, site)
    const call: AnonymousCall = { ...open, body: values, files }
    const isWriting = request.method !== 'GET' || parts[0] === 'initSession' || parts[0] === 'killSession'
    const answer = isWriting ? transact(site, exchange, () => route(call)) : route(call)
    return response(call, answer)
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(base, error)
    if (error instanceof Breakdown) return failurePage()
    throw error
  }
}

/** What is refused before anybody is known: GLPI.md, "Where the APIs are". */
function refuseClient(call: AnonymousCall): void {
  const { apiEnabled, ipRefused, appToken } = call.site.configuration
  const { language } = call
  if (!apiEnabled) throw new Refusal(400, 'ERROR', say(language, 'apiDisabled'))
  if (ipRefused) throw new Refusal(400, 'ERROR_NOT_ALLOWED_IP', say(language, 'ipRefused', { address: '127.0.0.1' }))
  if (appToken === undefined) return
  const given = call.headers.get('app-token') ?? textAt(call.query, 'app_token')
  if (!given) throw documented(call, 'ERROR_APP_TOKEN_PARAMETERS_MISSING', 'appTokenMissing')
  if (given !== appToken) throw documented(call, 'ERROR_WRONG_APP_TOKEN_PARAMETER', 'appTokenWrong')
}

function route(open: AnonymousCall): Answer {
  const [first = ''] = open.path
  if (first === 'initSession') return session.initSession(open)
  if (first === 'lostPassword') return lostPassword(open)
  const token = open.headers.get('session-token') || textAt(open.query, 'session_token')
  if (!token) throw documented(open, 'ERROR_SESSION_TOKEN_MISSING', 'sessionTokenMissing')
  // PHP takes no such name for a session, and GLPI 11 fails of what PHP says then.
  if (open.site.version === '11.0' && !/^[A-Za-z0-9,-]+$/.test(token)) return { status: 500, isBroken: true }
  const viewer = viewerOf(open.site, token)
  if (!viewer) throw new Refusal(401, 'ERROR_SESSION_TOKEN_INVALID', say(open.language, 'sessionTokenInvalid'))
  const call: Call = { ...open, viewer, language: viewer.user.language }
  if (first === 'killSession') return session.endSession(call, token)
  if (viewer.session.is_expired) return session.expiredSession(call, first)
  return sessionRoute(call, first) ?? itemRoute(call, first)
}

function sessionRoute(call: Call, name: string): Answer | undefined {
  switch (name) {
    case 'getMyProfiles':
      return session.myProfiles(call)
    case 'getActiveProfile':
      return { status: 200, json: { active_profile: session.activeProfile(call) } }
    case 'getMyEntities':
      return session.myEntities(call)
    case 'getActiveEntities':
      return session.activeEntities(call)
    case 'getFullSession':
      return { status: 200, json: { session: session.fullSession(call) } }
    case 'getGlpiConfig':
      return session.glpiConfig(call)
    case 'changeActiveProfile':
      return session.changeActiveProfile(call)
    case 'changeActiveEntities':
      return session.changeActiveEntities(call)
    case 'getMultipleItems':
      return readSeveral(call)
    case 'search':
      return search(call, resourceAt(call, 1))
    case 'listSearchOptions':
      return listSearchOptions(call, resourceAt(call, 1))
    default:
      return undefined
  }
}

function itemRoute(call: Call, name: string): Answer {
  const resource = resourceAt(call, 0)
  const [, number, child] = call.path
  const id = number === undefined ? undefined : Number(number)
  if (id !== undefined && !Number.isInteger(id)) throw notFound(call)
  switch (call.method) {
    case 'GET':
      if (id === undefined) return readList(call, resource)
      if (child !== undefined) return readChildren(call, resource, id, resourceAt(call, 2))
      return name === 'Document' && wantsBytes(call) ? downloadAnswer(call, id) : readItem(call, resource, id)
    case 'POST':
      // A ticket's own path serves as well (contract step "the ticket’s own path serves as well").
      return addItems(call, child === undefined ? resource : resourceAt(call, 2))
    case 'PUT':
    case 'PATCH':
      return updateItems(call, resource, id)
    case 'DELETE':
      return removeItems(call, resource, id)
    default:
      throw documented(call, 'ERROR', 'methodRefused')
  }
}

function resourceAt(call: Call, index: number): Resource {
  const resource = resourceNamed(call.path[index] ?? '')
  if (!resource) throw notFound(call)
  return resource
}

function notFound(call: Call): Refusal {
  return documented(call, 'ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM', 'resourceNotFound')
}

function wantsBytes({ headers, query }: Call): boolean {
  return headers.get('accept') === 'application/octet-stream' || textAt(query, 'alt') === 'media'
}

/** Resources that are not items: their texts are sent as the session holds them, or as the search found them. */
const OTHER_RESOURCES = new Set([
  'search',
  ...['initSession', 'killSession', 'getMyProfiles', 'getActiveProfile', 'getMyEntities', 'getActiveEntities'],
  ...['getFullSession', 'getGlpiConfig', 'listSearchOptions'],
])

/** GLPI 10 sends the texts of items as it stores them, unless `X-GLPI-Sanitized-Content: false` (contract steps "GET Ticket…"). */
function response(
  { site, method, path, headers: asked }: AnonymousCall,
  { status, json, bytes, isBroken, headers = {} }: Answer,
): Response {
  if (isBroken) return failurePage()
  if (bytes) return new Response(Uint8Array.from(bytes), { status, headers })
  const isItem = method === 'GET' && !OTHER_RESOURCES.has(path[0] ?? '')
  if (site.version !== '10.0' || !isItem) return jsonResponse(status, json, headers)
  const wantsPlain = asked.get('x-glpi-sanitized-content') === 'false'
  return jsonResponse(status, wantsPlain ? sanitizeInner(json) : sanitizeAll(json), headers)
}

function refusalResponse(base: string, { status, code, detail, documentedIn }: Refusal): Response {
  const where = documentedIn && say(documentedIn, 'documentation', { url: `${base}/#${code}` })
  return jsonResponse(status, [code, where ? `${String(detail)}; ${where}` : detail], {})
}

function jsonResponse(status: number, json: unknown, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: { 'Content-Type': 'application/json; charset=UTF-8', 'Cache-Control': 'no-store', ...headers },
  })
}
