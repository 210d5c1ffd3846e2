import type { Context } from '../../../app/context.ts'
import { type ErrorCode, IpeosError } from '../../../errors/error.ts'
import type { PlatformUrls } from '../../../glpi/session/discovery.ts'

/** Refusals that hold for everybody. */
const refusals: ErrorCode[] = ['api-off', 'address-refused', 'app-token-missing', 'app-token-wrong']

/**
 * Sees that there is a platform to log in to, before a person types anything, and gives where. Rejects with `Unreachable`
 * where none answers, and with what keeps everybody out.
 */
export async function findPlatform(appToken: string | undefined, context: Context): Promise<PlatformUrls> {
  const { account, terminal, t } = context
  const { checkApi } = await import('../../../glpi/session/discovery.ts')
  const { refusal, ...site } = await terminal.during(
    t('login.trying'),
    checkApi(await context.http(), account.url, appToken),
  )
  if (refusal && refusals.includes(refusal.code)) throw refusal
  return site
}

/** The application token that is known here; one in a keychain that cannot be read is none. */
export async function knownAppToken({ account }: Context): Promise<string | undefined> {
  try {
    return await account.appToken()
  } catch (error) {
    if (error instanceof IpeosError) return undefined
    throw error
  }
}
