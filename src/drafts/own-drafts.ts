import type { Platform } from '../glpi/platform.ts'
import type { Draft, Owner } from './draft.ts'
import type { Drafts } from './drafts.ts'

/** Who types here: a draft is sent by nobody else, and nowhere else. */
export async function currentOwner(platform: Platform): Promise<Owner> {
  const { rootUrl, person } = await platform.session()
  return { platform: rootUrl, user: person.login }
}

/** True when this draft, or import, is of this account. */
export function belongsTo({ owner }: Pick<Draft, 'owner'>, { platform, user }: Owner): boolean {
  return owner.platform === platform && owner.user === user
}

/** What this account began and nobody is at, the last changed first. */
export async function idleDrafts(drafts: Drafts, owner: Owner): Promise<Draft[]> {
  const own = (await drafts.list()).drafts.filter((draft) => belongsTo(draft, owner))
  const busy = await Promise.all(own.map((draft) => drafts.inUse(draft)))
  return own.filter((_draft, index) => !busy[index])
}
