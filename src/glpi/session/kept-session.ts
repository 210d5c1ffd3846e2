import * as z from 'zod/mini'
import type { KeptSession } from '../platform.ts'
import { isSameSite, readAddress } from './address.ts'

const named = z.object({ id: z.int(), name: z.string() })

const keptSession = z.object({
  token: z.string().check(z.minLength(1)),
  apiUrl: z.url(),
  rootUrl: z.url(),
  person: z.object({
    id: z.int(),
    login: z.string(),
    name: z.string(),
    listedAs: z.exactOptional(z.string()),
    email: z.exactOptional(z.string()),
    profile: named,
    interface: z.string(),
    entity: named,
    reach: z.exactOptional(z.enum(['below', 'all'])),
    language: z.string(),
    opensNone: z.exactOptional(z.literal(true)),
    approves: z.exactOptional(z.literal(true)),
    readsOthers: z.exactOptional(z.literal(true)),
  }),
  glpiVersion: z.string(),
  clockOffset: z.number(),
  timeZone: z.exactOptional(z.string()),
  clockRead: z.exactOptional(z.number()),
  fileLimit: z.number(),
  role: z.exactOptional(z.string()),
  signIn: z.exactOptional(
    z.object({
      password: z.boolean(),
      token: z.boolean(),
      secondFactor: z.exactOptional(z.boolean()),
      singleSignOn: z.exactOptional(z.enum(['web-server', 'cas'])),
    }),
  ),
})

/** The session of the last command, if it is whole and of this platform; undefined otherwise, and a new one is opened. */
export function readKeptSession(kept: unknown, url: string): KeptSession | undefined {
  const session = keptSession.safeParse(kept)
  if (!session.success) return undefined
  const { rootUrl: given } = readAddress(url)
  const { rootUrl, apiUrl } = session.data
  return isSameSite(given, rootUrl) && new URL(apiUrl).origin === new URL(rootUrl).origin ? session.data : undefined
}
