import type { Context } from '../../../../app/context.ts'
import { Cancelled, IpeosError } from '../../../../errors/error.ts'
import type { Credential } from '../../../../glpi/platform.ts'
import type { Message } from '../../../../i18n/translate.ts'
import { endSession, settled } from '../end-session.ts'
import type { AcceptedLogin } from '../expired.ts'
import { tryOut } from '../try-out.ts'

export interface SaveOptions {
  saveToken?: boolean
  appToken?: string
}

/** What is to be kept of a login. */
export interface Keeping {
  credential: Credential
  /** The password made room for a token. */
  isToken?: true
  /** It was made just now. */
  isNew?: true
  /** Why the password is kept though a token was to be. */
  refusal?: Message
}

/**
 * Of a login by password, the personal token that is to be kept in its place: where this call or the settings say so, and
 * else once a person says so, whose answer is remembered. One that stands on the site is used; where there is none, or it is
 * refused, one is made, of which a person is asked in the latter case. It is tried before it is kept.
 */
export async function credentialToKeep(login: AcceptedLogin, options: SaveOptions, context: Context): Promise<Keeping> {
  const { credential } = login
  const { settings, terminal } = context
  const wish = options.saveToken || settings.saveToken
  if ('token' in credential || wish === false) return { credential }
  if (wish) return (await savedToken(login, options, context)) ?? { credential }
  if (!terminal.interactive || settings.sandbox) return { credential }
  return (await offeredToken(login, options, context)) ?? { credential }
}

/** Where the site has no token to give, nobody is asked. */
async function offeredToken(
  login: AcceptedLogin,
  options: SaveOptions,
  context: Context,
): Promise<Keeping | undefined> {
  const { terminal, configuration, prompts, t } = context
  const { personalToken } = login.platform
  if (login.session.signIn?.token !== true) return undefined
  const isOffered = await settled(async () => {
    await terminal.during(t('login.trying'), personalToken.read())
    return true
  })
  if (!isOffered) return undefined
  // A password that is kept opens more than this needs, and stops working one day: whoever just goes on is better off.
  const wanted = await prompts.confirm({ message: t('token.offer'), default: true })
  await configuration.keep({ 'save-token': wanted })
  return wanted ? savedToken(login, options, context) : undefined
}

async function savedToken(login: AcceptedLogin, options: SaveOptions, context: Context): Promise<Keeping> {
  const { credential, session, platform } = login
  const { terminal, t } = context
  if (session.signIn?.token === false) return { credential, refusal: { key: 'token.off' } }
  try {
    const standing = await terminal.during(t('token.fetching'), platform.personalToken.read())
    if (standing !== undefined) {
      if (await isProven(standing, login, options, context)) return { credential: { token: standing }, isToken: true }
      if (!(await mayReplace(context))) return { credential, refusal: { key: 'token.refused-stays' } }
    }
    const token = await terminal.during(t('token.fetching'), platform.personalToken.make())
    const refusal = await whyUnproven(token, login, options, context)
    if (refusal === undefined) {
      // Where there was none, no program had it.
      if (standing !== undefined) terminal.remark('token.made')
      return { credential: { token }, isToken: true, isNew: true }
    }
    await takeBack(login, context)
    return { credential, refusal }
  } catch (error) {
    if (!(error instanceof IpeosError) || error instanceof Cancelled) throw error
    if (error.code === 'token-unread') await takeBack(login, context)
    return { credential, refusal: error.text }
  }
}

/** A token that stands and is refused may be in use elsewhere: a person says whether it goes. A script has said so already. */
async function mayReplace({ terminal, prompts, t }: Context): Promise<boolean> {
  return !terminal.interactive || prompts.confirm({ message: t('token.replace'), default: false })
}

/** Why a token that was just made cannot be kept. */
async function whyUnproven(
  token: string,
  login: AcceptedLogin,
  options: SaveOptions,
  context: Context,
): Promise<Message | undefined> {
  try {
    return (await isProven(token, login, options, context)) ? undefined : { key: 'token.not-proven' }
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return error.text
  }
}

/** What nobody keeps must not open the account: a token that was just made goes, or is told. */
export async function takeBack(
  { platform, session }: Pick<AcceptedLogin, 'platform' | 'session'>,
  { terminal }: Pick<Context, 'terminal'>,
): Promise<void> {
  const isGone = await settled(async () => {
    await platform.personalToken.revoke()
    return true
  })
  if (!isGone) terminal.warn('token.may-stand', { url: `${session.rootUrl}/front/preference.php` })
}

/** Whether the platform takes this token for the same person; the session that this opens ends at once. */
async function isProven(
  token: string,
  { session }: AcceptedLogin,
  options: SaveOptions,
  context: Context,
): Promise<boolean> {
  try {
    const byToken = await tryOut({ token }, options, context)
    await endSession(byToken.platform)
    return byToken.session.person.id === session.person.id
  } catch (error) {
    if (!(error instanceof IpeosError && error.code === 'wrong-token')) throw error
    return false
  }
}
