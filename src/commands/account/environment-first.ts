import type { Context } from '../../app/context.ts'
import type { KnownAccount } from '../../settings/account/accounts.ts'
import { isSamePlatform } from '../../settings/account/saved-account.ts'

/** Says which variables keep the next commands from using this account. */
export async function tellWhatIsFirst(
  { name, user, url }: Pick<KnownAccount, 'name' | 'user' | 'url'>,
  { account, terminal, variables }: Context,
): Promise<void> {
  if ((await account.source()) === 'environment') return terminal.warn('login.environment-first')
  const { IPEOS_URL: address, IPEOS_ACCOUNT: other } = variables()
  if (address && !isSamePlatform(address, url))
    terminal.warn('login.variable-first', { variable: 'IPEOS_URL', value: address })
  if (other && other !== name && other !== user)
    terminal.warn('login.variable-first', { variable: 'IPEOS_ACCOUNT', value: other })
}
