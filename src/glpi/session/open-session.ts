import * as z from 'zod/mini'
import { Failed, IpeosError, NotLoggedIn } from '../../errors/error.ts'
import type { Person, Role } from '../../itil/person.ts'
import { asTyped } from '../as-typed.ts'
import type { Answer, Http } from '../http/http.ts'
import { askJson, headerOf } from '../http/transport.ts'
import type { Credential, KeptSession, SignInWays } from '../platform.ts'
import { refused } from '../refusal.ts'
import { flag, integer, label, parse } from '../wire.ts'
import { apiHeaders, send } from './call.ts'
import { measureOffset, zoneThatFits } from './clock.ts'
import { atApi, type Known, type PlatformUrls } from './discovery.ts'
import { readFullSession, type SessionFacts } from './person.ts'
import { type AskInSession, roleKey, takeRole } from './role.ts'
import { readSignInWays } from './sign-in-ways.ts'

const opened = z.object({
  // It becomes a header of every call.
  session_token: z.string().check(z.regex(/^[!-~]{1,4096}$/)),
  session: z.unknown(),
})
const versioned = z.object({ cfg_glpi: z.object({ version: label }) })
const configuration = z.object({ cfg_glpi: z.object({ document_max_size: integer }) })

/** What a platform says of itself to whoever is logged in. */
export interface Configuration {
  glpiVersion: string
  /** Bytes. */
  fileLimit: number
  signIn?: SignInWays
}

export interface Opening {
  http: Http
  /** The same, which never asks again: for what may fail. */
  once: Http
  url: string
  appToken: string | undefined
  credential: Credential
  now: () => Date
  /** Where it answered in former sessions, or does not any more. */
  known?: Known | undefined
  role?: Role | undefined
}

/**
 * Opens a session: who this is, on which platform, with which clock. Rejects with `NotLoggedIn` for a refused
 * credential, with `Failed` for a GLPI that is too old, and with `NotAllowed` or `Unreachable` for all that stands in the
 * way, each told apart. What fails after the login ends the session: nobody would know of it.
 */
export function openSession(opening: Opening): Promise<KeptSession> {
  return atApi(
    opening.http,
    opening.url,
    async ({ apiUrl, rootUrl }) => {
      const { answer, token, session } = await signIn(opening, apiUrl)
      try {
        refuseExpired(session, opening.credential)
        return await described(opening, { apiUrl, rootUrl, token }, answer, session)
      } catch (error) {
        await endSession(opening.once, opening.appToken, { apiUrl, token })
        throw error
      }
    },
    opening.known,
  )
}

/** A session as it is opened, of which no more is known than what opening it said. */
export type NewSession = PlatformUrls & Pick<KeptSession, 'token'>

/** Opens a session with the credential, also by a password that is out of date. Rejects as `openSession` does. */
export async function signIn(
  opening: Pick<Opening, 'http' | 'appToken' | 'credential'>,
  apiUrl: string,
): Promise<{ answer: Answer; token: string; session: unknown }> {
  const answer = await initSession(opening, apiUrl)
  const { session_token: token, session } = parse(opened, answer.json, 'initSession')
  return { answer, token, session }
}

const expiring = z.object({ glpi_password_expired: z.optional(flag) })

/** GLPI opens a session by a password that is out of date, and lets it do nothing (GLPI-CUSTOMER.md, f). */
function refuseExpired(session: unknown, credential: Credential): void {
  const said = expiring.safeParse(session)
  if (!said.data?.glpi_password_expired) return
  throw new NotLoggedIn('password-expired', { user: 'user' in credential ? credential.user : '' })
}

/** Ends a session on the platform, where it can be told; of itself it ends a little later. */
export async function endSession(
  http: Http,
  appToken: string | undefined,
  session: Pick<KeptSession, 'apiUrl' | 'token'>,
): Promise<void> {
  try {
    await send(http, appToken, session, { path: 'killSession' })
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
  }
}

async function described(opening: Opening, site: NewSession, answer: Answer, full: unknown): Promise<KeptSession> {
  // First: an older GLPI says other things of a session, too.
  const configuration = await askConfiguration((call) => send(opening.http, opening.appToken, site, call))
  const { person: usual, serverNow, timeZone } = readFullSession(asTyped(full, configuration.glpiVersion))
  const clock = clockIn({ serverNow, timeZone }, [...dateHeader(answer), opening.now()], opening.now())
  const person = await inRole(opening, { ...site, ...configuration, person: usual })
  const role = roleKey(opening.role)
  return {
    ...{ ...site, person, ...configuration, ...clock },
    ...(role && { role }),
  }
}

type KeptClock = Pick<KeptSession, 'clockOffset' | 'timeZone' | 'clockRead'>

/** The server's clock as a session tells it, against the first of some clocks that is plausible. */
function clockIn(
  { serverNow, timeZone }: Pick<SessionFacts, 'serverNow' | 'timeZone'>,
  clocks: Date[],
  now: Date,
): KeptClock {
  const clockOffset = serverNow ? measureOffset(serverNow, clocks) : now.getTimezoneOffset()
  const zone = zoneThatFits(timeZone, clockOffset, now)
  return { clockOffset, ...(zone && { timeZone: zone }), clockRead: now.getTime() }
}

const answered = z.object({ session: z.unknown() })

/**
 * How the server's clock goes now. Only its own date says that it goes otherwise than before: this computer's clock may
 * have been set since. Rejects with what `refused` tells where the session is not told.
 */
export async function askClock(ask: AskInSession, former: KeptSession, now: () => Date): Promise<KeptClock> {
  const answer = await ask({ path: 'getFullSession' })
  if (answer.status !== 200) throw refused(answer)
  const facts = readFullSession(parse(answered, answer.json, 'getFullSession').session)
  const clocks = dateHeader(answer)
  if (clocks.length > 0 && facts.serverNow) return clockIn(facts, clocks, now())
  const { clockOffset, timeZone } = former
  return { clockOffset, ...(timeZone && { timeZone }), clockRead: now().getTime() }
}

async function inRole(
  { http, appToken, role }: Opening,
  session: NewSession & Pick<KeptSession, 'person' | 'glpiVersion'>,
): Promise<Person> {
  return role ? takeRole((call) => send(http, appToken, session, call), role, session.person) : session.person
}

async function initSession(
  { http, appToken, credential }: Pick<Opening, 'http' | 'appToken' | 'credential'>,
  apiUrl: string,
): Promise<Answer> {
  const headers = { ...apiHeaders(appToken), Authorization: authorization(credential) }
  const answer = await askJson(http, { method: 'GET', url: `${apiUrl}/initSession?get_full_session=true`, headers })
  if (answer.status !== 200) throw refused(answer)
  return answer
}

/** The oldest GLPI whose answers we know. */
const oldest = 10

/** What the platform says of itself. Rejects with `Failed` for a GLPI that is too old. */
export async function askConfiguration(ask: AskInSession): Promise<Configuration> {
  const answer = await ask({ path: 'getGlpiConfig' })
  if (answer.status !== 200) throw refused(answer)
  const { version } = parse(versioned, answer.json, 'getGlpiConfig').cfg_glpi
  if (Number.parseInt(version, 10) < oldest) throw new Failed('old-platform', { version })
  const { document_max_size: megabytes } = parse(configuration, answer.json, 'getGlpiConfig').cfg_glpi
  const signIn = readSignInWays(answer.json)
  return { glpiVersion: version, fileLimit: megabytes * 1024 * 1024, ...(signIn && { signIn }) }
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
