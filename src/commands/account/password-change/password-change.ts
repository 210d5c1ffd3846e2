import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { Cancelled, IpeosError, NotLoggedIn, PartlyDone, WrongUsage } from '../../../errors/error.ts'
import type { PasswordChange } from '../../../glpi/password/passwords.ts'
import type { KnownAccount } from '../../../settings/account/accounts.ts'
import { accountName } from '../../../settings/account/saved-account.ts'
import { described } from '../../command-facts.ts'
import { notEmpty } from '../ask-credential.ts'
import { inputLines } from '../input-line.ts'
import { endSession } from '../login/end-session.ts'
import { knownAppToken } from '../login/find-platform.ts'
import { chooseNew, type OldCredential } from './choose-new.ts'
import { type PasswordChangeOptions, whoseOf } from './whose.ts'

export function addPasswordChange(password: Command, context: Context, run = changePassword): void {
  const { t } = context
  const change = described(password.command('change'), 'password-change', t)
    .option('-u, --user <name>', t('password-change.option.user'))
    .option('--password-stdin', t('password-change.option.password-stdin'))
    .action((flags: PasswordChangeOptions) => run(flags, context))
  change.examples = ['ipeos password change', `printf '%s\\n' "$OLD" "$NEW" | ipeos password change --password-stdin`]
}

/**
 * Chooses a new password for one's own account, out of date or not, and keeps it in the place of the old one only once it
 * was logged in with.
 */
export async function changePassword(options: PasswordChangeOptions, context: Context): Promise<void> {
  context.account.checkAddress()
  try {
    await change(options, context)
  } catch (error) {
    // In the end it was a question that was left: the platform has not been told anything.
    if (error instanceof Cancelled && error.code === 'cancelled') throw new Cancelled('password-stopped')
    throw error
  }
}

async function change(options: PasswordChangeOptions, context: Context): Promise<void> {
  const { accounts, accountNamed, account } = context
  const user = await whoseOf(options, context)
  const [current, next] = options.passwordStdin ? await twoLines(context) : []
  const appToken = await knownAppToken(context)
  const opened = await openedWith({ user, current, appToken }, context)
  try {
    const kept = accounts.list().find(({ name }) => name === accountName(opened.change.login, account.url))
    // Before anything is chosen that could not be kept.
    if (kept) await accountNamed(kept).account.placeToStore(kept.storage)
    const { credential, proof } = await chooseNew(
      { change: opened.change, current: opened.credential, appToken, next },
      async (credential) => context.connectAs(credential, appToken ? { appToken } : {}),
      context,
    )
    try {
      await keep(kept, credential.password, context)
    } finally {
      await endSession(proof)
    }
  } finally {
    await opened.change.end()
  }
}

/** The password of today and the new one, a line each. */
async function twoLines(context: Context): Promise<string[]> {
  try {
    return await inputLines('--password-stdin', 2, context, 'ipeos password change')
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    throw new WrongUsage('password-lines', undefined, { cause: error })
  }
}

interface Opened {
  change: PasswordChange
  credential: OldCredential
}

interface Given {
  user: string
  /** Undefined: to be asked. */
  current: string | undefined
  appToken: string | undefined
}

const attempts = 3

/** A session by the password of today, which is asked for though the keychain knows it, as the page does. */
async function openedWith({ user, current, appToken }: Given, context: Context): Promise<Opened> {
  const { terminal, prompts, account, settings, t } = context
  const platform = settings.sandbox ? t('login.sandbox') : account.url
  for (let attempt = 1; ; attempt++) {
    const message = t('password-change.ask-current', { user, platform })
    const credential = { user, password: current ?? (await prompts.password({ message, validate: notEmpty(t) })) }
    try {
      const connected = await context.connectAs(credential, appToken ? { appToken } : {})
      return { change: await terminal.during(t('login.trying'), connected.password.open()), credential }
    } catch (error) {
      if (!(error instanceof IpeosError && error.code === 'wrong-password')) throw error
      if (current !== undefined || attempt === attempts) throw new NotLoggedIn('wrong-current-password')
      terminal.warn('password-change.wrong-current')
    }
  }
}

/** Has what is kept of the account follow, where something is, and tells. */
async function keep(kept: KnownAccount | undefined, password: string, context: Context): Promise<void> {
  const { terminal, account, accountNamed, settings, t } = context
  terminal.done('password-change.done', { platform: settings.sandbox ? t('login.sandbox') : account.url })
  const isFromEnvironment = (await account.source().catch(() => undefined)) === 'environment'
  if (isFromEnvironment) terminal.warn('password-change.environment')
  if (!kept) {
    if (!isFromEnvironment) terminal.note('password-change.log-in')
    return
  }
  // What this very call goes on with must know it too.
  const its = account.name === kept.name ? account : accountNamed(kept).account
  const follows = await its.keepPassword(password).catch((cause: unknown) => {
    if (!(cause instanceof IpeosError)) throw cause
    throw new PartlyDone('password-unkept', undefined, { lines: [cause.text], cause })
  })
  terminal.note(follows ? `password-change.kept.${kept.storage}` : 'password-change.token-stays')
}
