import * as z from 'zod/mini'
import type { Person, Role } from '../../itil/person.ts'
import type { Answer, Http } from '../http/http.ts'
import { askJson, headerOf } from '../http/transport.ts'
import type { Credential, KeptSession } from '../platform.ts'
import { refused } from '../refusal.ts'
import { integer, label, parse } from '../wire.ts'
import { apiHeaders, send } from './call.ts'
import { measureOffset, zoneThatFits } from './clock.ts'
import { findApi, type PlatformUrls } from './discovery.ts'
import { readFullSession } from './person.ts'
import { roleKey, takeRole } from './role.ts'

const opened = z.object({
  // It becomes a header of every call.
  session_token: z.string().check(z.regex(/^[!-~]{1,4096}$/)),
  session: z.unknown(),
})
const configuration = z.object({ cfg_glpi: z.object({ version: label, document_max_size: integer }) })

/** What does not change from one session of a platform to the next. */
interface KnownPlatform extends PlatformUrls {
  glpiVersion: string
  /** Bytes. */
  fileLimit: number
}

export interface Opening {
  http: Http
  url: string
  appToken: string | undefined
  credential: Credential
  now: () => Date
  /** From a former session: saves two requests. */
  known?: KnownPlatform | undefined
  role?: Role | undefined
}

/**
 * Opens a session: who this is, on which platform, with which clock. Rejects with `NotLoggedIn` for a refused
 * credential, and with `NotAllowed` or `Unreachable` for all that stands in the way, each told apart.
 */
export async function openSession(opening: Opening): Promise<KeptSession> {
  const site = opening.known ?? (await findApi(opening.http, opening.url))
  const answer = await initSession(opening, site.apiUrl)
  const { session_token: token, session } = parse(opened, answer.json, 'initSession')
  const { person: usual, serverNow, timeZone } = readFullSession(session)
  const now = opening.now()
  const clockOffset = serverNow ? measureOffset(serverNow, [...dateHeader(answer), now]) : now.getTimezoneOffset()
  const zone = zoneThatFits(timeZone, clockOffset, now)
  const { glpiVersion, fileLimit } = opening.known ?? (await readConfiguration(opening, site.apiUrl, token))
  const person = await inRole(opening, { ...site, token, person: usual })
  const { apiUrl, rootUrl } = site
  const role = roleKey(opening.role)
  return {
    ...{ token, apiUrl, rootUrl, person, glpiVersion, clockOffset, fileLimit },
    ...(zone && { timeZone: zone }),
    ...(role && { role }),
  }
}

/** A session in which one may not be what one wants to be is ended: nobody would know of it. */
async function inRole(
  { http, appToken, role }: Opening,
  session: PlatformUrls & Pick<KeptSession, 'token' | 'person'>,
): Promise<Person> {
  if (!role) return session.person
  try {
    return await takeRole((call) => send(http, appToken, session, call), role, session.person)
  } catch (error) {
    await send(http, appToken, session, { path: 'killSession' })
    throw error
  }
}

async function initSession({ http, appToken, credential }: Opening, apiUrl: string): Promise<Answer> {
  const headers = { ...apiHeaders(appToken), Authorization: authorization(credential) }
  const answer = await askJson(http, { method: 'GET', url: `${apiUrl}/initSession?get_full_session=true`, headers })
  if (answer.status !== 200) throw refused(answer)
  return answer
}

async function readConfiguration(
  { http, appToken }: Opening,
  apiUrl: string,
  token: string,
): Promise<Pick<KnownPlatform, 'glpiVersion' | 'fileLimit'>> {
  const headers = { ...apiHeaders(appToken), 'Session-Token': token }
  const answer = await askJson(http, { method: 'GET', url: `${apiUrl}/getGlpiConfig`, headers })
  if (answer.status !== 200) throw refused(answer)
  const { version, document_max_size: megabytes } = parse(configuration, answer.json, 'getGlpiConfig').cfg_glpi
  return { glpiVersion: version, fileLimit: megabytes * 1024 * 1024 }
}

function authorization(credential: Credential): string {
  if ('token' in credential) return `user_token ${credential.token}`
  return `Basic ${Buffer.from(`${credential.user}:${credential.password}`, 'utf8').toString('base64')}`
}

/** The server's own idea of UTC, better than this computer's clock where the answer says it. */
function dateHeader(answer: Answer): Date[] {
  const date = new Date(headerOf(answer, 'date'))
  return Number.isNaN(date.getTime()) ? [] : [date]
}
