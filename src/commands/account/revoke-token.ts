import type { Context } from '../../app/context.ts'
import { IpeosError, NotLoggedIn, WrongUsage } from '../../errors/error.ts'

/**
 * Takes the token of this account back on the platform, so that it may be forgotten then. Rejects with `WrongUsage` for a
 * login that is no token of ours, with `NotLoggedIn` where none is kept, and as the platform fails: what it did not take
 * back is to stay where it is.
 */
export async function revokeToken(context: Context): Promise<void> {
  const { account, terminal } = context
  const source = await account.source()
  if (source === undefined) throw new NotLoggedIn('nothing-to-revoke')
  if (source === 'environment') throw new WrongUsage('revoke-environment')
  const credential = await account.credential()
  if (!('token' in credential)) throw new WrongUsage('revoke-password')
  try {
    await takeBack(credential.token, context)
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    // Nobody opens a session by it any more.
    if (error.code === 'wrong-token') return terminal.remark('logout.revoked-before')
    terminal.warn('logout.token-stays')
    throw error.withHint({ key: 'logout.token-stays.hint' })
  }
}

/** One token a person: where another one stands, somebody uses that, and ours has ended with it. */
async function takeBack(token: string, context: Context): Promise<void> {
  const { terminal, t } = context
  const { personalToken } = await context.platform({ role: 'any' })
  const standing = await terminal.during(t('terminal.waiting'), personalToken.read())
  if (standing !== undefined && standing !== token) return terminal.remark('logout.another-stands')
  await terminal.during(t('terminal.waiting'), personalToken.revoke())
  terminal.done('logout.revoked')
}
