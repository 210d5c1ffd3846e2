import type { Platform } from '../glpi/platform.ts'
import type { Owner } from './draft.ts'

/** Who types here: a draft is sent by nobody else, and nowhere else. */
export async function ownerOn(platform: Platform): Promise<Owner> {
  const { rootUrl, person } = await platform.session()
  return { platform: rootUrl, user: person.login }
}
