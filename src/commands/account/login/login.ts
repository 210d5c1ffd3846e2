import { join } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { IpeosError, MissingInformation, WrongUsage } from '../../../errors/error.ts'
import type { Credential, KeptSession, Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import { isEmailAddress } from '../../../itil/email-address.ts'
import { accountName } from '../../../settings/account/saved-account.ts'
import { viewNextSteps } from '../../../views/account.ts'
import { described } from '../../command-facts.ts'
import { lookOf } from '../../output.ts'
import { tellWhatIsFirst } from '../environment-first.ts'
import { inputLine } from '../input-line.ts'
import { type AcceptedLogin, loggedIn } from './expired.ts'
import { findPlatform, knownAppToken } from './find-platform.ts'
import { takeRoleAtLogin, tellOtherRoles } from './login-role.ts'
import { placeToKeep } from './place-to-keep.ts'

export interface LoginOptions {
  user?: string
  passwordStdin?: boolean
  tokenStdin?: boolean
  appToken?: string
  allowHttp?: boolean
}

export function addLogin(program: Command, context: Context, run = login): void {
  const { t } = context
  const command = described(program.command('login'), 'login', t)
    .option('-u, --user <name>', t('login.option.user'))
    .option('--password-stdin', t('login.option.password-stdin'))
    .option('--token-stdin', t('login.option.token-stdin'))
    .option('--app-token <token>', t('login.option.app-token'))
    .option('--allow-http', t('login.option.allow-http'))
    .action((flags: LoginOptions) => run(flags, context))
  command.examples = [
    'ipeos login --sandbox --user alice',
    'pass show ipeos | ipeos login --user alice --password-stdin',
  ]
}

/** Tries what is given or asked for on the platform, and only then keeps it. */
export async function login(options: LoginOptions, context: Context): Promise<void> {
  const { account, terminal } = context
  account.checkAddress(options)
  refuseWhatIsMissing(options, context)
  const appToken = options.appToken ?? (await knownAppToken(context))
  if (terminal.interactive) await findPlatform(appToken, context)
  const place = await placeToKeep(context)

  const accepted = await acceptedLogin({ ...options, ...(appToken ? { appToken } : {}) }, context)
  const { credential, platform } = accepted
  try {
    const role = await takeRoleAtLogin(accepted, context)
    const session = await platform.session()
    const former = await formerPlatform(session.person.login, context)
    await account.store({
      place,
      user: session.person.login,
      credential,
      session,
      role,
      ...(appToken ? { appToken } : {}),
      ...(options.allowHttp ? { allowHttp: true } : {}),
    })
    await endSession(former)
    await tell(session, place, context)
    tellNext(context)
    await tellOtherRoles(accepted, role, context)
  } catch (error) {
    await endSession(platform)
    throw error
  }
}

/** The session that this account has so far: nobody would know of it after the new one. */
async function formerPlatform(user: string, context: Context): Promise<Platform | undefined> {
  const { accounts, account, accountNamed } = context
  const known = accounts.list().find(({ name }) => name === accountName(user, account.url))
  return known && settled(() => accountNamed(known).platform())
}

/** What cannot be ended now ends by itself on the platform. */
async function endSession(platform: Platform | undefined): Promise<void> {
  await settled(async () => platform?.close())
}

/** Undefined for what fails of the platform, or of a keychain, and is no reason to fail. */
async function settled<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IpeosError) return undefined
    throw error
  }
}

function refuseWhatIsMissing(options: LoginOptions, context: Context): void {
  const { terminal } = context
  const { user, passwordStdin, tokenStdin } = options
  if (tokenStdin && (user !== undefined || passwordStdin)) throw new WrongUsage('credential-twice')
  if (tokenStdin || terminal.interactive || isTrial(options, context)) return
  const lines: Message[] = []
  if (!user) lines.push({ key: 'login.missing-user' })
  if (!passwordStdin) lines.push({ key: 'login.missing-password' })
  if (lines.length > 0) throw new MissingInformation('login-missing', undefined, { lines })
}

const attempts = 3

/** On a terminal, what was refused may be corrected: the password, and the user name before it. */
async function acceptedLogin(options: LoginOptions, context: Context): Promise<AcceptedLogin> {
  const { terminal, prompts, t } = context
  if (options.tokenStdin) return tryOut({ token: await inputLine('--token-stdin', context) }, options, context)
  const tries = isTrial(options, context)
  const trial = tries ? await tryTrialAccount(options, context) : undefined
  if (trial) return trial
  if (tries) terminal.note('login.trial-changed')
  let user = options.user || (await askUser(context, tries ? trialAccount.user : undefined))
  if (options.passwordStdin) {
    return tryOut({ user, password: await inputLine('--password-stdin', context) }, options, context)
  }
  for (let attempt = 1; ; attempt++) {
    const password = await prompts.password({ message: t('login.ask-password'), validate: notEmpty(t) })
    try {
      return await tryOut({ user, password }, options, context)
    } catch (error) {
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
function isTrial({ user, passwordStdin, tokenStdin }: LoginOptions, { settings }: Context): boolean {
  return settings.sandbox && user === undefined && !passwordStdin && !tokenStdin
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

function tryOut(credential: Credential, { appToken }: LoginOptions, context: Context): Promise<AcceptedLogin> {
  return loggedIn(credential, appToken, context)
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof IpeosError && error.code === 'wrong-password'
}

async function tell(session: KeptSession, place: 'keychain' | 'file', context: Context): Promise<void> {
  const { account, terminal, settings, t } = context
  const { name, profile, entity } = session.person
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  terminal.done('login.done', { name, platform, profile: profile.name, entity: entity.name })
  terminal.note(`login.kept.${place}`, { path: join(settings.folders.config, 'secrets.json') })
  if (settings.sandbox) terminal.note('rehearsal.begun')
  const user = session.person.login
  await tellWhatIsFirst({ name: accountName(user, account.url), user, url: account.url }, context)
}

/** To a person: what may be done now. */
function tellNext(context: Context): void {
  const { terminal, settings } = context
  if (terminal.interactive && !settings.quiet) terminal.show(viewNextSteps(lookOf(context, terminal.noteStyle)))
}

function notEmpty(t: Context['t']): (value: string) => true | string {
  return (value) => value !== '' || t('login.empty')
}
