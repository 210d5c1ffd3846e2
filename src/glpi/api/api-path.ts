import { WrongUsage } from '../../errors/error.ts'
import type { PlatformUrls } from '../session/discovery.ts'

/** The first API, as it may stand at the start of a path that was copied from a manual. */
const ownName = /^(?:apirest\.php|api\.php\/v1[\d.]*)\//

/**
 * These would end, replace or change the session that every later command uses, and of which they know the role; the
 * first would show its token.
 */
const ownCalls: Record<string, 'login' | 'logout' | 'profile' | 'entity'> = {
  initsession: 'login',
  killsession: 'logout',
  changeactiveprofile: 'profile',
  changeactiveentities: 'entity',
}

/**
 * The path of a call below the API's own address, with its query: `Ticket/15`, from `/Ticket/15` or from the whole
 * address of it. Throws `WrongUsage` for whatever would leave the API, since the session goes with it, and for the calls
 * that open, change or end a session.
 */
export function apiPath(given: string, urls: PlatformUrls): string {
  const path = below(given, urls)
  const [name = ''] = path.split(/[/?]/)
  // There stands the manual, a page of the web.
  if (name === '') throw new WrongUsage('no-path')
  // A server decodes it, and a proxy before it may too.
  const command = ownCalls[decodedWhole(name).toLowerCase()]
  if (command) throw new WrongUsage('session-call', { name }, { hint: { key: `api.session-call.${command}` } })
  return path
}

function below(given: string, { apiUrl, rootUrl }: PlatformUrls): string {
  const elsewhere = new WrongUsage('path-elsewhere', { path: given, api: apiUrl })
  const text = given.trim()
  // An address parser drops tabs and line ends, and takes \ for /.
  if (/[\u0000-\u001f\u007f\\]/.test(text)) throw elsewhere
  const path = withoutApi(text, { apiUrl, rootUrl })
  if (path === undefined || /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(path)) throw elsewhere
  if (
    path
      .replace(/\?[\s\S]*/, '')
      .split('/')
      .some(leavesItsPlace)
  )
    throw elsewhere
  const base = new URL(`${apiUrl}/`).href
  const { href } = new URL(`${base}${path.replaceAll('#', '%23')}`)
  if (!href.startsWith(base)) throw elsewhere
  return href.slice(base.length)
}

/** What stands below the API in a path or a whole address; undefined for an address that is not the API's. */
function withoutApi(text: string, { apiUrl, rootUrl }: PlatformUrls): string | undefined {
  if (text.startsWith(`${apiUrl}/`)) return text.slice(apiUrl.length + 1)
  if (text.startsWith(`${rootUrl}/`)) {
    const path = text.slice(rootUrl.length + 1)
    return ownName.test(path) ? path.replace(ownName, '') : undefined
  }
  return text.replace(/^\//, '').replace(ownName, '')
}

/** `..`, and whatever becomes it, or becomes two segments, once a server or a proxy has decoded it. */
function leavesItsPlace(segment: string): boolean {
  let text = segment
  for (let round = 0; round < 4; round += 1) {
    if (text === '.' || text === '..' || /[/\\]/.test(text)) return true
    const decoded = decodedOnce(text)
    if (decoded === undefined) return true
    if (decoded === text) return false
    text = decoded
  }
  return true
}

function decodedWhole(text: string): string {
  const decoded = decodedOnce(text) ?? text
  return decoded === text ? text : decodedWhole(decoded)
}

function decodedOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
