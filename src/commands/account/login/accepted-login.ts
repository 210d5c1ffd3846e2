import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { PlatformUrls } from '../../../glpi/session/discovery.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { inputLine } from '../input-line.ts'
import type { AcceptedLogin } from './expired.ts'
import type { LoginOptions } from './login-options.ts'
import { givenToken } from './token/given-token.ts'
import { loginByPage } from './token/login-by-page.ts'
import { tokenInstead } from './token/sign-in-elsewhere.ts'
import { tryOut } from './try-out.ts'

const attempts = 3

/**
 * What is given or asked for, once the platform took it. On a terminal, what was refused may be corrected: the password, and
 * the user name before it. `site`: where it answers, on a terminal.
 */
export async function acceptedLogin(
  options: LoginOptions,
  site: PlatformUrls | undefined,
  context: Context,
): Promise<AcceptedLogin> {
  const { terminal } = context
  if (options.web && site) return loginByPage(options, site, context)
  if (options.tokenStdin)
    return tryOut({ token: givenToken(await inputLine('--token-stdin', context)) }, options, context)
  const tries = isTrial(options, context)
  const trial = tries ? await tryTrialAccount(options, context) : undefined
  if (trial) return trial
  if (tries) terminal.note('login.trial-changed')
  const user = options.user || (await askUser(context, tries ? trialAccount.user : undefined))
  if (options.passwordStdin) {
    return tryOut({ user, password: await inputLine('--password-stdin', context) }, options, context)
  }
  return byTypedPassword({ ...options, user }, site, context)
}

async function byTypedPassword(
  options: LoginOptions & { user: string },
  site: PlatformUrls | undefined,
  context: Context,
): Promise<AcceptedLogin> {
  const { terminal, prompts, t } = context
  let { user } = options
  for (let attempt = 1; ; attempt++) {
    const password = await prompts.password({ message: t('login.ask-password'), validate: notEmpty(t) })
    try {
      return await tryOut({ user, password }, options, context)
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      const instead = await tokenInstead(error, { ...options, user }, attempt === 1 ? site : undefined, context)
      if (instead) return instead
      if (attempt === attempts || !isWrongPassword(error)) throw error
      terminal.warn(isEmailAddress(user) ? 'login.try-again-as-name' : 'login.try-again')
      terminal.remark('login.forgotten')
      user = await askUser(context, user)
    }
  }
}

/** Of the embedded platform: known to everybody. */
const trialAccount = { user: 'alice', password: 'alice-secret' }

/** Nobody in particular: there is an account to try things with. */
export function isTrial({ user, passwordStdin, tokenStdin, web }: LoginOptions, { settings }: Context): boolean {
  return settings.sandbox && user === undefined && !passwordStdin && !tokenStdin && !web
}

/** Undefined where its password was changed, and a person can be asked. */
async function tryTrialAccount(options: LoginOptions, context: Context): Promise<AcceptedLogin | undefined> {
  try {
    return await tryOut(trialAccount, options, context)
  } catch (error) {
    if (!isWrongPassword(error) || !context.terminal.interactive) throw error
    return undefined
  }
}

function askUser({ prompts, account, settings, t }: Context, before?: string): Promise<string> {
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  const preset = before === undefined ? {} : { default: before }
  return prompts.input({ message: t('login.ask-user', { platform }), ...preset, validate: notEmpty(t) })
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof IpeosError && error.code === 'wrong-password'
}

function notEmpty(t: Context['t']): (value: string) => true | string {
  return (value) => value !== '' || t('login.empty')
}
