import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { Cancelled, IpeosError, WrongUsage } from '../../errors/error.ts'
import type { KnownAccount } from '../../settings/account/accounts.ts'
import { seenFile } from '../../settings/seen.ts'
import { described, knowValues } from '../command-facts.ts'
import { askAccount, knownAccount } from './known-account.ts'

export interface RemoveOptions {
  wanted?: string
  yes?: boolean
}

export function addRemove(account: Command, context: Context, run = remove): void {
  const { t } = context
  const command = described(account.command('remove'), 'account.remove', t)
    .argument('[name]', t('account.argument.name'))
    .option('-y, --yes', t('account.remove.option.yes'))
    .action((wanted: string | undefined, { yes }: Pick<RemoveOptions, 'yes'>) =>
      run({ ...(wanted === undefined ? {} : { wanted }), ...(yes ? { yes } : {}) }, context),
    )
  knowValues(command, { name: 'account' }).examples = [
    'ipeos account remove alice@support.ipeos.com',
    'ipeos account remove alice --yes',
  ]
}

/** Ends the session, and forgets the secrets whether the platform could be told or not; drafts stay. */
async function remove({ wanted, yes = false }: RemoveOptions, context: Context): Promise<void> {
  const { terminal, t, prompts, accounts, settings } = context
  const lacks = [...(wanted === undefined ? ['NAME'] : []), ...(yes ? [] : ['--yes'])]
  if (lacks.length > 0 && !terminal.interactive)
    throw new WrongUsage('which-account-removed', { missing: lacks.join(', ') })
  if (wanted === undefined && accounts.list().length === 0) return terminal.note('account.none')
  const known =
    wanted === undefined ? await askAccount(t('account.remove.ask'), context) : knownAccount(wanted, context)
  if (!yes && !(await prompts.confirm({ message: t('account.remove.sure', { name: known.name }), default: false })))
    throw new Cancelled('cancelled')
  const { account, platform } = context.accountNamed(known)
  await endSession(platform, context)
  await account.forget()
  await seenFile(settings.folders.cache, known.name).forget()
  terminal.note('account.remove.done', { name: known.name })
  const count = await draftsOf(known, context)
  if (count > 0) terminal.remark('account.remove.drafts', { count })
}

async function endSession(
  platform: ReturnType<Context['accountNamed']>['platform'],
  { terminal, t }: Context,
): Promise<void> {
  try {
    await (await platform()).close()
  } catch (error) {
    // A platform that cannot be told, or a keychain that keeps its own: what is kept here goes all the same.
    if (!(error instanceof IpeosError)) throw error
    terminal.remark('logout.unreachable', { reason: t(error.text) })
  }
}

async function draftsOf({ user, url }: KnownAccount, { drafts }: Context): Promise<number> {
  const { drafts: all } = await drafts.list()
  const { embeddedHost, platformAddress } = await import('../../settings/platform-address.ts')
  const place = url === 'sandbox' ? 'sandbox' : platformAddress(url)?.url
  const placeOf = (platform: string) => (new URL(platform).hostname === embeddedHost ? 'sandbox' : platform)
  return all.filter(({ owner }) => owner.user === user && placeOf(owner.platform) === place).length
}
