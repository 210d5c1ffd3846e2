import * as z from 'zod/mini'
import { Failed, NotAllowed } from '../../errors/error.ts'
import type { Category, Equipment } from '../../itil/ticket-form.ts'
import { type Urgency, urgencies, urgencyId } from '../../itil/ticket-words.ts'
import { everyItem } from '../range.ts'
import type { Session } from '../session/session.ts'
import { flag, integer, label, parse } from '../wire.ts'

const category = z.object({
  id: integer,
  name: label,
  completename: label,
  level: z.optional(integer),
  is_helpdeskvisible: z.optional(flag),
  is_active: z.optional(flag),
})

/** The categories that customers may choose; undefined where the profile may not read them, as the stock one may not. */
export async function categoriesFromApi(session: Session): Promise<Category[] | undefined> {
  const items = await allowed(everyItem(session, 'ITILCategory?get_hateoas=false&sort=completename'))
  if (!items) return undefined
  return parse(z.array(category), items, 'ITILCategory')
    .filter((one) => one.is_helpdeskvisible !== false && one.is_active !== false)
    .map(({ id, name, completename, level }) => ({ id, name, fullName: completename || name, level: level ?? 1 }))
}

/** Of equipment; a stock profile has nine, and each is one request. */
const mostKinds = 40

const profile = z.object({
  active_profile: z.object({
    helpdesk_item_type: z.optional(z.union([z.array(z.string()), z.record(z.string(), z.string())])),
  }),
})

/** The equipment of this person, of the kinds that tickets may be about; undefined where the profile may read none. */
export async function equipmentFromApi(session: Session): Promise<Equipment[] | undefined> {
  const { active_profile } = parse(profile, await session.call({ path: 'getActiveProfile' }), 'getActiveProfile')
  const itemtypes = Object.values(active_profile.helpdesk_item_type ?? {})
    .filter((one) => /^\w+$/.test(one))
    .slice(0, mostKinds)
  const lists = await Promise.all(itemtypes.map((itemtype) => equipmentOfKind(session, itemtype)))
  return lists.some(Boolean) ? lists.flatMap((list) => list ?? []) : undefined
}

const asset = z.object({
  id: integer,
  name: label,
  serial: z.optional(label),
  users_id: z.optional(integer),
  is_template: z.optional(flag),
})

async function equipmentOfKind(session: Session, itemtype: string): Promise<Equipment[] | undefined> {
  const { person } = await session.current()
  // GLPI filters by text: the anchors make it the whole number.
  const items = await allowed(everyItem(session, `${itemtype}?get_hateoas=false&searchText[users_id]=^${person.id}$`))
  return items
    ?.flatMap((item) => asset.safeParse(item).data ?? [])
    .filter((one) => one.users_id === person.id && !one.is_template)
    .map(({ id, name, serial }) => ({
      key: `${itemtype}:${id}`,
      name,
      label: [name, serial].filter(Boolean).join(' - '),
    }))
}

/** Undefined in the place of a refusal: a kind that the profile may not read, or that this platform does not have. */
async function allowed<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof Failed) return undefined
    throw error
  }
}

const configuration = z.object({ cfg_glpi: z.object({ urgency_mask: z.optional(integer) }) })

/** The urgencies that the platform has enabled: one bit each (contract, «getGlpiConfig»). */
export async function urgenciesFromApi(session: Session): Promise<Urgency[]> {
  const { cfg_glpi } = parse(configuration, await session.call({ path: 'getGlpiConfig' }), 'getGlpiConfig')
  const mask = cfg_glpi.urgency_mask ?? 62
  return urgencies.filter((level) => mask & (1 << urgencyId(level)))
}

const addresses = z.array(z.object({ email: label, is_default: flag }))

/** The person's address; undefined where the profile may not read it. */
export async function emailFromApi(session: Session): Promise<string | undefined> {
  const { person } = await session.current()
  const items = await allowed(everyItem(session, `User/${person.id}/UserEmail?get_hateoas=false`))
  const known = addresses.safeParse(items).data ?? []
  return (known.find((one) => one.is_default) ?? known[0])?.email
}
