import type { Context } from '../../../app/context.ts'
import { Cancelled, IpeosError } from '../../../errors/error.ts'
import type { Credential, KeptSession, Platform } from '../../../glpi/platform.ts'
import { defaultUrl } from '../../../settings/platform-address.ts'

export interface AcceptedLogin {
  credential: Credential
  session: KeptSession
  platform: Platform
}

/**
 * Logs in with a credential. Where its password is out of date, a person chooses a new one, and is logged in with that; a
 * script is told how.
 */
export async function loggedIn(
  credential: Credential,
  appToken: string | undefined,
  context: Context,
): Promise<AcceptedLogin> {
  const { terminal, settings, account, t } = context
  const logIn = (given: Credential) => context.connectAs(given, appToken ? { appToken } : {})
  const platform = await logIn(credential)
  try {
    return { credential, platform, session: await terminal.during(t('login.trying'), platform.session()) }
  } catch (error) {
    if (!(error instanceof IpeosError && error.code === 'password-expired') || 'token' in credential) throw error
    const { url } = account
    const isUsual = settings.sandbox || url === defaultUrl
    const hint = isUsual ? 'password-change.script-hint' : 'password-change.script-there-hint'
    if (!terminal.interactive) throw error.withHint({ key: hint, parameters: { user: credential.user, url } })
  }
  terminal.warn('password-change.expired')
  const change = await terminal.during(t('login.trying'), platform.password.open())
  try {
    const { chooseNew } = await import('../password-change/choose-new.ts')
    const chosen = await chooseNew({ change, current: credential, appToken }, logIn, context)
    terminal.done('password-change.chosen')
    return { credential: chosen.credential, platform: chosen.proof, session: await chosen.proof.session() }
  } catch (error) {
    if (error instanceof Cancelled) throw new Cancelled('password-stopped')
    throw error
  } finally {
    await change.end()
  }
}
