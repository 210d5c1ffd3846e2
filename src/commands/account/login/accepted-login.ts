import type { Context } from '../../../app/context.ts'
import { IpeosError, NotAllowed } from '../../../errors/error.ts'
import type { PlatformUrls } from '../../../glpi/session/discovery.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { askUser, notEmpty } from '../ask-credential.ts'
import { inputLine } from '../input-line.ts'
import type { OldCredential } from '../password-change/choose-new.ts'
import { endSession } from './end-session.ts'
import type { AcceptedLogin } from './expired.ts'
import type { LoginOptions } from './login-options.ts'
import { givenToken } from './token/given-token.ts'
import { isTheirs, loginByPage } from './token/login-by-page.ts'
import { tokenInstead } from './token/sign-in-elsewhere.ts'
import { tryOut } from './try-out.ts'

const attempts = 3

/**
 * What is given or asked for, once the platform took it. On a terminal, what was refused may be corrected: the password, or
 * the user name, to which one goes back. `site`: where it answers, on a terminal.
 */
export async function acceptedLogin(
  options: LoginOptions,
  site: PlatformUrls | undefined,
  context: Context,
): Promise<AcceptedLogin> {
  const { terminal } = context
  if (options.web && site) return loginByPage(options, site, context)
  if (options.tokenStdin) return byGivenToken(options, context)
  const tries = isTrial(options, context)
  const trial = tries ? await tryTrialAccount(options, context) : undefined
  if (trial) return trial
  if (tries) terminal.note('login.trial-changed')
  const preset = tries ? trialAccount.user : undefined
  if (options.passwordStdin) {
    const user = options.user || (await askUser(context, preset))
    return tryOut({ user, password: await inputLine('--password-stdin', context) }, options, context)
  }
  return byTypedPassword(options, site, preset, context)
}

async function byGivenToken(options: LoginOptions, context: Context): Promise<AcceptedLogin> {
  const token = givenToken(await inputLine('--token-stdin', context))
  const accepted = await tryOut({ token }, options, context)
  const { login } = accepted.session.person
  if (isTheirs(accepted, options)) return accepted
  await endSession(accepted.platform)
  const parameters = { login, user: options.user ?? '' }
  throw new NotAllowed('token-of-another', parameters).withHint({ key: 'token.of-another.input-hint', parameters })
}

async function byTypedPassword(
  options: LoginOptions,
  site: PlatformUrls | undefined,
  preset: string | undefined,
  context: Context,
): Promise<AcceptedLogin> {
  const { terminal } = context
  let asked: Typed = options.user ? { user: options.user } : { preset }
  for (let attempt = 1; ; attempt++) {
    const credential = await askCredential(asked, context)
    const { user } = credential
    try {
      return await tryOut(credential, options, context)
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      const instead = await tokenInstead(error, { ...options, user }, attempt === 1 ? site : undefined, context)
      if (instead) return instead
      if (attempt === attempts || !isWrongPassword(error)) throw error
      terminal.warn(isEmailAddress(user) ? 'login.try-again-as-name' : 'login.try-again', { user })
      terminal.remark('login.forgotten')
      // Who expects the password to be asked for would type it into the name, where it shows.
      asked = { user, mayBeWrong: true }
    }
  }
}

/** What is known of a name before it is asked for, or in its place. */
interface Typed {
  user?: string
  /** The name was refused with the password, and may be the wrong one of the two. */
  mayBeWrong?: boolean
  /** Stands in the question about the name. */
  preset?: string | undefined
}

/** The name, unless it is known, and the password; from there one may go back to a name that was typed, or refused. */
async function askCredential({ user: known, mayBeWrong, preset }: Typed, context: Context): Promise<OldCredential> {
  const { prompts, t } = context
  let [user, before] = [known, preset]
  for (;;) {
    const back = user === undefined || mayBeWrong === true
    const name: string = user ?? (await askUser(context, before))
    const asking = prompts.password({ message: t('login.ask-password'), validate: notEmpty(t), back })
    const password = await unlessBack(asking)
    if (password !== undefined) return { user: name, password }
    before = name
    user = undefined
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

function isWrongPassword(error: unknown): boolean {
  return error instanceof IpeosError && error.code === 'wrong-password'
}
