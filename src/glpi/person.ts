import * as z from 'zod/mini'
import type { Person } from './platform.ts'
import { label, parse, whole } from './wire.ts'

// Contract, «getFullSession»: some names are there only for some accounts.
const fullSession = z.object({
  glpiID: whole,
  glpiname: label,
  glpirealname: z.optional(label),
  glpifirstname: z.optional(label),
  glpifriendlyname: z.optional(label),
  glpilanguage: z.optional(label),
  glpiactive_entity: whole,
  glpiactive_entity_name: z.optional(label),
  glpiactiveprofile: z.object({ id: whole, name: label, interface: label }),
  glpi_currenttime: z.optional(z.string()),
  glpi_tz: z.optional(z.nullable(z.string())),
})

/** What a session says of its person, and of the server's clock. */
export interface SessionFacts {
  person: Person
  /** The server's time when the session was opened, naive. */
  serverNow: string | undefined
  /** The zone of this account, where it chose one. */
  timeZone: string | undefined
}

/** Reads the full session that `initSession?get_full_session=true` and `getFullSession` give. */
export function readFullSession(answer: unknown): SessionFacts {
  const session = parse(fullSession, answer, 'getFullSession')
  return {
    person: {
      id: session.glpiID,
      login: session.glpiname,
      name: nameOf(session),
      profile: { id: session.glpiactiveprofile.id, name: session.glpiactiveprofile.name },
      interface: session.glpiactiveprofile.interface,
      entity: { id: session.glpiactive_entity, name: session.glpiactive_entity_name ?? '' },
      language: session.glpilanguage ?? '',
    },
    serverNow: session.glpi_currenttime,
    timeZone: session.glpi_tz ?? undefined,
  }
}

function nameOf(session: z.output<typeof fullSession>): string {
  const together = [session.glpirealname, session.glpifirstname].filter(Boolean).join(' ')
  return session.glpifriendlyname || together || session.glpiname
}
