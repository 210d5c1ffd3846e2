import type { Context } from '../../../../app/context.ts'
import type { IpeosError } from '../../../../errors/error.ts'
import type { PlatformUrls } from '../../../../glpi/session/discovery.ts'
import { settled } from '../end-session.ts'
import type { AcceptedLogin } from '../expired.ts'
import { loginByPage, type PageLogin } from './login-by-page.ts'

/**
 * For a login by password that was refused: where the API takes none, or the site signs people in by itself, the person is
 * led to the token in its place. Undefined where nothing speaks for that, or the person does not want it.
 */
export async function tokenInstead(
  { code }: IpeosError,
  options: PageLogin,
  site: PlatformUrls | undefined,
  context: Context,
): Promise<AcceptedLogin | undefined> {
  if (!site || !context.terminal.interactive) return undefined
  if (code === 'credentials-off') return offered('token.instead.no-passwords', options, site, context)
  if (code !== 'wrong-password' || !(await signsInElsewhere(site, context))) return undefined
  return offered('token.instead.single-sign-on', options, site, context)
}

async function signsInElsewhere({ rootUrl }: PlatformUrls, { http }: Context): Promise<boolean> {
  const { hasSingleSignOn } = await import('../../../../glpi/session/single-sign-on.ts')
  return (await settled(async () => hasSingleSignOn(await http(), rootUrl))) ?? false
}

async function offered(
  says: 'token.instead.no-passwords' | 'token.instead.single-sign-on',
  options: PageLogin,
  site: PlatformUrls,
  context: Context,
): Promise<AcceptedLogin | undefined> {
  const { terminal, prompts, t } = context
  terminal.warn(says)
  if (!(await prompts.confirm({ message: t('token.instead.ask'), default: true }))) return undefined
  return loginByPage(options, site, context)
}
