import { join } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, MissingInformation, PartlyDone, WrongUsage } from '../../../errors/error.ts'
import type { KeptSession, Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { SecretPlace } from '../../../settings/account/account.ts'
import { accountName } from '../../../settings/account/saved-account.ts'
import { viewNextSteps } from '../../../views/account.ts'
import { described } from '../../command-facts.ts'
import { lookOf } from '../../output.ts'
import { tellWhatIsFirst } from '../environment-first.ts'
import { acceptedLogin, isTrial } from './accepted-login.ts'
import { endSession, settled } from './end-session.ts'
import type { AcceptedLogin } from './expired.ts'
import { findPlatform, knownAppToken } from './find-platform.ts'
import type { LoginOptions } from './login-options.ts'
import { takeRoleAtLogin, tellOtherRoles } from './login-role.ts'
import { type PlaceToKeep, placeToKeep } from './place-to-keep.ts'
import { credentialToKeep, type Keeping, takeBack } from './token/save-token.ts'

export function addLogin(program: Command, context: Context, run = login): void {
  const { t } = context
  const command = described(program.command('login'), 'login', t)
    .option('-u, --user <name>', t('login.option.user'))
    .option('--password-stdin', t('login.option.password-stdin'))
    .option('--token-stdin', t('login.option.token-stdin'))
    .option('-w, --web', t('login.option.web'))
    .option('--save-token', t('login.option.save-token'))
    .option('--app-token <token>', t('login.option.app-token'))
    .option('--allow-http', t('login.option.allow-http'))
    .action((flags: LoginOptions) => run(flags, context))
  command.examples = [
    'ipeos login --sandbox --user alice',
    'ipeos login --web',
    'ipeos login --user alice --save-token',
    'pass show ipeos | ipeos login --user alice --password-stdin',
  ]
}

/** Tries what is given or asked for on the platform, and only then keeps it. */
export async function login(options: LoginOptions, context: Context): Promise<void> {
  const { account, terminal } = context
  account.checkAddress(options)
  refuseWhatIsMissing(options, context)
  const appToken = options.appToken ?? (await knownAppToken(context))
  const site = terminal.interactive ? await findPlatform(appToken, context) : undefined
  const whereToKeep = await placeToKeep(context)

  const given = { ...options, ...(appToken ? { appToken } : {}) }
  const accepted = await acceptedLogin(given, site, context)
  let kept: Keeping
  try {
    kept = await keep(accepted, await whereToKeep(), given, context)
  } catch (error) {
    await endSession(accepted.platform)
    throw error instanceof Cancelled && error.code === 'cancelled' ? new Cancelled('login-stopped') : error
  }
  tellUnkept(kept, options, context)
}

/** Keeps a login that the platform took, in the role that it is to have, and tells the person. */
async function keep(
  accepted: AcceptedLogin,
  { place, isForGood = false }: PlaceToKeep,
  options: LoginOptions,
  context: Context,
): Promise<Keeping> {
  const { platform } = accepted
  const { appToken, allowHttp } = options
  const role = await takeRoleAtLogin(accepted, context)
  const kept = await credentialToKeep(accepted, options, context)
  const session = await platform.session()
  const former = await formerPlatform(session.person.login, context)
  const { credential } = kept
  const login = { place, user: session.person.login, credential, session, role }
  const access = { ...(appToken ? { appToken } : {}), ...(allowHttp ? { allowHttp } : {}) }
  await context.account.store({ ...login, ...access }).catch(async (error: unknown) => {
    if (kept.isNew) await takeBack(accepted, context)
    throw error
  })
  if (isForGood) await context.configuration.keep({ 'insecure-storage': true })
  await endSession(former)
  await tell(session, kept, place, context)
  tellNext(context)
  await tellOtherRoles(accepted, role, context)
  return kept
}

/** The session that this account has so far: nobody would know of it after the new one. */
async function formerPlatform(user: string, context: Context): Promise<Platform | undefined> {
  const { accounts, account, accountNamed } = context
  const known = accounts.list().find(({ name }) => name === accountName(user, account.url))
  return known && settled(() => accountNamed(known).platform())
}

function refuseWhatIsMissing(options: LoginOptions, context: Context): void {
  const { terminal } = context
  const { user, passwordStdin, tokenStdin, web } = options
  if (web && (passwordStdin || tokenStdin)) throw new WrongUsage('web-and-input')
  if (tokenStdin && passwordStdin) throw new WrongUsage('credential-twice')
  if (web && !terminal.interactive) throw new WrongUsage('web-without-terminal')
  if (tokenStdin || terminal.interactive || isTrial(options, context)) return
  const lines: Message[] = []
  if (!user) lines.push({ key: 'login.missing-user' })
  if (!passwordStdin) lines.push({ key: 'login.missing-password' })
  if (lines.length > 0) throw new MissingInformation('login-missing', undefined, { lines })
}

async function tell(session: KeptSession, { isToken }: Keeping, place: SecretPlace, context: Context): Promise<void> {
  const { account, terminal, settings, t } = context
  const { name, profile, entity } = session.person
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  terminal.done('login.done', { name, platform, profile: profile.name, entity: entity.name })
  const path = join(settings.folders.config, 'secrets.json')
  terminal.note(isToken ? `token.kept.${place}` : `login.kept.${place}`, { path })
  if (settings.sandbox) terminal.note('rehearsal.begun')
  const user = session.person.login
  await tellWhatIsFirst({ name: accountName(user, account.url), user, url: account.url }, context)
}

/** The login is done; whoever asked for a token in this very call is told by the exit code, too. */
function tellUnkept({ refusal }: Keeping, { saveToken }: LoginOptions, { terminal, t }: Context): void {
  if (!refusal) return
  if (saveToken) throw new PartlyDone('token-not-kept', { reason: t(refusal) })
  terminal.warn('token.not-kept', { reason: t(refusal) })
}

/** To a person: what may be done now. */
function tellNext(context: Context): void {
  const { terminal, settings } = context
  if (terminal.interactive && !settings.quiet) terminal.show(viewNextSteps(lookOf(context, terminal.noteStyle)))
}
