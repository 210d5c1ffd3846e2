import { Argument, type Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { NotLoggedIn, WrongUsage } from '../../errors/error.ts'
import { askAccount, knownAccount } from './known-account.ts'

export function addUse(account: Command, context: Context, run = use): void {
  const { t } = context
  const name = new Argument('[name]', t('account.argument.name'))
  name.live = 'account'
  const command = account
    .command('use')
    .summary(t('account.use.summary'))
    .description(t('account.use.description'))
    .addArgument(name)
    .action((wanted: string | undefined) => run(wanted, context))
  command.examples = ['ipeos account use alice', 'ipeos account use alice@support.ipeos.com']
}

/** Makes an account the one that commands use, and its platform theirs. */
async function use(wanted: string | undefined, context: Context): Promise<void> {
  const { accounts, terminal, account, t } = context
  if (wanted === undefined && !terminal.interactive) throw new WrongUsage('which-account')
  if (accounts.list().length === 0) throw new NotLoggedIn('no-account')
  const known = wanted === undefined ? await askAccount(t('account.use.ask'), context) : knownAccount(wanted, context)
  await accounts.use(known.name)
  terminal.note('account.use.done', { name: known.name })
  if (known.url === 'sandbox') terminal.note('account.use.sandbox')
  if ((await account.source()) === 'environment') terminal.warn('login.environment-first')
}
