import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Failed, IpeosError, WrongUsage } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { SecretSource } from '../../settings/account/account.ts'
import { forgetAllSeen } from '../../settings/seen.ts'
import { described } from '../command-facts.ts'
import { revokeToken } from './revoke-token.ts'

export interface LogoutOptions {
  all?: boolean
  /** The token is taken back on the platform, too. */
  revoke?: boolean
}

export function addLogout(program: Command, context: Context, run = logout): void {
  const { t } = context
  const command = described(program.command('logout'), 'logout', t)
    .option('--all', t('logout.option.all'))
    .option('--revoke', t('logout.option.revoke'))
    .action((flags: LogoutOptions) => run(flags, context))
  command.examples = ['ipeos logout', 'ipeos logout --all', 'ipeos logout --revoke']
}

/** Ends the session on the platform, and forgets the secrets whether the platform could be told or not. */
export async function logout({ all, revoke }: LogoutOptions, context: Context): Promise<void> {
  const { account, terminal, seen, settings } = context
  if (all && revoke) throw new WrongUsage('revoke-and-all')
  const { name } = account
  const source = all ? await sourceIfKnown(context) : await account.source()
  if (revoke) await revokeToken(context)
  const leavesToken = !all && !revoke && (await keepsToken(source, context))
  if (source !== undefined) await endSession(() => context.platform({ role: 'any' }), context)
  if (all) await endOtherSessions(context)
  if (all) await endLooseSessions(context)

  const forgotten = all ? await account.forgetAll() : (await account.forget()) && name ? [name] : []
  await (all ? forgetAllSeen(settings.folders.cache) : seen.forget())
  for (const gone of forgotten) terminal.note('logout.done', { name: gone })
  if (leavesToken) terminal.note('logout.token-lives')
  if (source === 'environment') terminal.warn('logout.environment')
  else if (forgotten.length === 0) terminal.note('logout.nobody')
  else if (account.name !== undefined) terminal.note('logout.remaining', { name: account.name })
  else if (settings.sandbox) terminal.note('rehearsal.over')
}

/** On the platform, a token outlives what is kept of it here. */
async function keepsToken(source: SecretSource | undefined, { account, settings }: Context): Promise<boolean> {
  if (source === undefined || source === 'environment' || settings.sandbox) return false
  return 'token' in (await account.credential())
}

/** Of secrets that cannot be read nothing is known, and they go all the same. */
async function sourceIfKnown({ account }: Context): Promise<SecretSource | undefined> {
  try {
    return await account.source()
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return undefined
  }
}

async function endOtherSessions(context: Context): Promise<void> {
  const { accounts, account, accountNamed } = context
  for (const known of accounts.list())
    if (known.name !== account.name) await endSession(() => accountNamed(known).platform(), context)
}

/** Those of a file that was damaged: nothing else knows of them. What cannot be ended ends by itself. */
async function endLooseSessions({ account, httpFor }: Context): Promise<void> {
  const loose = await account.looseSessions()
  if (loose.length === 0) return
  const { endSession: end } = await import('../../glpi/session/open-session.ts')
  for (const session of loose) await end(await httpFor(session.apiUrl), undefined, session)
}

/** Whatever its role: the one that is kept is the one to end. */
async function endSession(platform: () => Promise<Platform>, { terminal, t }: Context): Promise<void> {
  try {
    await (await platform()).close()
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    terminal.remark('logout.unreachable', { reason: t(error.text) })
  }
}
