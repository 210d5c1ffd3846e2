import type { Context } from '../app/context.ts'
import { NotFound, WrongUsage } from '../errors/error.ts'
import type { Platform } from '../glpi/platform.ts'

/** The platform in the role of this account; in any one when that role is gone: a person must see what there is now. */
export async function inSomeRole(context: Context): Promise<Platform> {
  try {
    const platform = await context.platform()
    await platform.session()
    return platform
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return inWhatIsLeft(context)
  }
}

/** The entity may be gone and the profile not: entities are those of the profile. */
async function inWhatIsLeft({ platform: connect, account }: Context): Promise<Platform> {
  const platform = await connect({ role: 'any' })
  const { profile } = account.role()
  const isHeld = profile && (await platform.roles.profiles()).some(({ id }) => id === profile.id)
  if (isHeld) await platform.roles.take({ profile: profile.id })
  return platform
}

/**
 * Rejects where a choice could not be kept: with `NotLoggedIn` when nobody is logged in, with `WrongUsage` for a login of
 * the environment alone: the call itself has to say it.
 */
export async function refuseUnlessKept({ account, accounts }: Context, kind: 'profile' | 'entity'): Promise<void> {
  if (accounts.list().some(({ name }) => name === account.name)) return
  await account.credential()
  const variable = `IPEOS_${kind.toUpperCase()}`
  throw new WrongUsage('role-not-kept', { variable, kind })
}
