import * as z from 'zod/mini'
import type { Person } from '../../itil/person.ts'
import { flag, integer, label, parse } from '../wire.ts'

// Contract, «getFullSession»: some names are there only for some accounts.
const fullSession = z.object({
  glpiID: integer,
  glpiname: label,
  glpirealname: z.optional(label),
  glpifirstname: z.optional(label),
  glpifriendlyname: z.optional(label),
  glpilanguage: z.optional(label),
  glpiactive_entity: integer,
  glpiactive_entity_name: z.optional(label),
  glpiactive_entity_recursive: z.optional(flag),
  glpiactiveentities: z.optional(z.unknown()),
  glpiactiveprofile: z.object({
    ...{ id: integer, name: label, interface: label, entities: z.optional(z.unknown()) },
    ...{ ticket: z.optional(integer), followup: z.optional(integer), ticketvalidation: z.optional(integer) },
  }),
  glpi_currenttime: z.optional(z.string()),
  glpi_tz: z.optional(z.nullable(z.string())),
})

type ActiveProfile = z.output<typeof fullSession>['glpiactiveprofile']

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
      ...nameOf(session),
      profile: { id: session.glpiactiveprofile.id, name: session.glpiactiveprofile.name },
      interface: session.glpiactiveprofile.interface,
      ...entityOf(session),
      ...limitsOf(session.glpiactiveprofile),
      language: session.glpilanguage ?? '',
    },
    serverNow: session.glpi_currenttime,
    timeZone: session.glpi_tz ?? undefined,
  }
}

/** Rights as GLPI adds them up (contract, «getActiveProfile»: `ticket: 5` is to read one's own, 1, and to create, 4). */
export const ticketRight = { create: 4 }
const followupRight = { group: 2048, all: 4096 }
/** To approve requests, and incidents (GLPI-CUSTOMER.md, d). */
const approvalRight = 4096 | 8192

/** What the profile says that it may not, or may beside the usual; a customer's sees its own tickets alone. */
function limitsOf({
  interface: side,
  ticket,
  followup,
  ticketvalidation = 0,
}: ActiveProfile): Pick<Person, 'opensNone' | 'approves' | 'readsOthers'> {
  const opensNone = ticket !== undefined && (ticket & ticketRight.create) === 0
  const writesOnOthers = followup === undefined || (followup & (followupRight.group | followupRight.all)) !== 0
  const approves = (ticketvalidation & approvalRight) !== 0
  return {
    ...(opensNone && { opensNone }),
    ...(approves && { approves }),
    ...(side === 'central' && !writesOnOthers && { readsOthers: true }),
  }
}

/**
 * GLPI says in brackets behind the name, in the account's language, that more than the one entity is active: «IPEOS
 * (Arborescence)». We tell that apart from the name.
 */
function entityOf(session: z.output<typeof fullSession>): Pick<Person, 'entity' | 'reach'> {
  const { glpiactive_entity: id, glpiactive_entity_name: said = '' } = session
  const reach = session.glpiactive_entity_recursive ? 'below' : isFull(session) ? 'all' : undefined
  const name = reach ? said.replace(/ \([^()]*\)$/, '') : said
  return { entity: { id, name }, ...(reach && { reach }) }
}

/** More than one entity is active, or the name of the only one has something in brackets behind it. */
function isFull({ glpiactiveentities, glpiactiveprofile, ...session }: z.output<typeof fullSession>): boolean {
  if (Object.keys(glpiactiveentities ?? {}).length > 1) return true
  const entities = z
    .array(z.object({ id: integer, name: label }))
    .safeParse(Object.values(glpiactiveprofile.entities ?? {}))
  const own = entities.data?.find(({ id }) => id === session.glpiactive_entity)?.name
  const said = session.glpiactive_entity_name ?? ''
  return own !== undefined && !said.endsWith(own) && / \([^()]*\)$/.test(said)
}

/** GLPI's own order is the site's choice, the family name first on a stock one; which is which, its two fields say. */
function nameOf(session: z.output<typeof fullSession>): Pick<Person, 'name' | 'listedAs'> {
  const parts = [session.glpirealname, session.glpifirstname].filter((part) => part !== undefined && part !== '')
  const listed = session.glpifriendlyname || parts.join(' ') || session.glpiname
  const name = parts.length === 2 ? parts.reverse().join(' ') : listed
  return { name, ...(listed !== name && { listedAs: listed }) }
}
