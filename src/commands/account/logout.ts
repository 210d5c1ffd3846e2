import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { IpeosError } from '../../errors/error.ts'
import { forgetAllSeen } from '../../settings/seen.ts'
import { described } from '../command-facts.ts'

export interface LogoutOptions {
  all?: boolean
}

export function addLogout(program: Command, context: Context, run = logout): void {
  const { t } = context
  const command = described(program.command('logout'), 'logout', t)
    .option('--all', t('logout.option.all'))
    .action((flags: LogoutOptions) => run(flags, context))
  command.examples = ['ipeos logout', 'ipeos logout --all']
}

/** Ends the session on the platform, and forgets the secrets whether the platform could be told or not. */
export async function logout({ all }: LogoutOptions, context: Context): Promise<void> {
  const { account, terminal, seen, settings } = context
  const { name } = account
  const source = await account.source()
  if (source !== undefined) await endSession(context)

  const forgotten = all ? await account.forgetAll() : (await account.forget()) && name ? [name] : []
  await (all ? forgetAllSeen(settings.folders.cache) : seen.forget())
  for (const gone of forgotten) terminal.note('logout.done', { name: gone })
  if (forgotten.some((gone) => gone !== name)) terminal.note('logout.others')
  if (source === 'environment') terminal.warn('logout.environment')
  else if (forgotten.length === 0) terminal.note('logout.nobody')
  else if (account.name !== undefined) terminal.note('logout.remaining', { name: account.name })
}

async function endSession({ terminal, t, platform }: Context): Promise<void> {
  try {
    // Whatever its role: the one that is kept is the one to end.
    await (await platform({ role: 'any' })).close()
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    terminal.note('logout.unreachable', { reason: t(error.text) })
  }
}
