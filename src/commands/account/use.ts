import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { NotLoggedIn, WrongUsage } from '../../errors/error.ts'
import { described, knowValues } from '../command-facts.ts'
import { tellWhatIsFirst } from './environment-first.ts'
import { askAccount, knownAccount } from './known-account.ts'

export function addUse(account: Command, context: Context, run = use): void {
  const { t } = context
  const command = described(account.command('use'), 'account.use', t)
    .argument('[name]', t('account.argument.name'))
    .action((wanted: string | undefined) => run(wanted, context))
  knowValues(command, { name: 'account' }).examples = [
    'ipeos account use alice',
    'ipeos account use alice@support.ipeos.com',
  ]
}

/** Makes an account the one that commands use, and its platform theirs. */
async function use(wanted: string | undefined, context: Context): Promise<void> {
  const { accounts, terminal, t } = context
  if (wanted === undefined && !terminal.interactive) throw new WrongUsage('which-account')
  if (accounts.list().length === 0) throw new NotLoggedIn('no-account')
  const known = wanted === undefined ? await askAccount(t('account.use.ask'), context) : knownAccount(wanted, context)
  await accounts.use(known.name)
  terminal.note('account.use.done', { name: known.name })
  if (known.url === 'sandbox') terminal.note('rehearsal.begun')
  await tellWhatIsFirst(known, context)
}
