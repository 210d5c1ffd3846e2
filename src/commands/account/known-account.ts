import type { Context } from '../../app/context.ts'
import type { KnownAccount } from '../../settings/account/accounts.ts'
import { accountName } from '../../settings/account/saved-account.ts'
import { none, several } from '../choice/choose.ts'
import { match } from '../choice/match.ts'

/** The account that is meant: by its full name, its user, or a part. Throws `NotFound` with those that come near. */
export function knownAccount(text: string, { accounts, account }: Pick<Context, 'accounts' | 'account'>): KnownAccount {
  // A user alone is the one of the platform of this call, as with --account.
  const here = accounts.list().find(({ name }) => name === accountName(text, account.url))
  if (here) return here
  const candidates = accounts.list().map((value) => ({ value, keys: [value.user], names: [value.name] }))
  const result = match(text, candidates)
  if ('found' in result) return result.found
  if ('ambiguous' in result) throw several(text, result.ambiguous)
  throw none(text, result.some, 'unknown-account')
}

/** One of the accounts, chosen from a list. */
export function askAccount(message: string, { accounts, prompts, account }: Context): Promise<KnownAccount> {
  const all = accounts.list()
  const current = all.find(({ name }) => name === account.name)
  return prompts.select({
    message,
    choices: all.map((value) => ({ name: value.name, value })),
    ...(current && { default: current }),
  })
}
