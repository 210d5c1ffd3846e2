import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { identityRecord, identityShape } from '../../records/account.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export function addWhoami(program: Command, context: Context, run = whoami): void {
  const { t } = context
  const command = described(program.command('whoami'), 'whoami', t).action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, identityShape).examples = ['ipeos whoami', 'ipeos whoami --json name,entity']
}

/** Has the platform say who this is: a session alone would not prove that the credential still holds. */
export async function whoami(flags: OutputFlags, context: Context): Promise<void> {
  const { account, terminal, t } = context
  const output = await outputOf(flags, identityShape, context)
  if (!output) return
  const platform = await context.platform()
  const person = await terminal.during(t('terminal.waiting'), platform.whoAmI())
  const { glpiVersion, signIn } = await platform.session()
  const credential = 'token' in (await account.credential()) ? 'token' : 'password'
  const email = person.email ?? (await terminal.during(t('terminal.waiting'), platform.form.read())).email
  const { viewIdentity } = await import('../../views/account.ts')
  const parts = {
    person,
    email,
    glpiVersion,
    signIn,
    credential,
    url: account.url,
    source: await account.source(),
  } as const
  const record = identityRecord(parts)
  if (output.as === 'table') await terminal.page(viewIdentity(record, lookOf(context)))
  else await printOne(record, output, context)
}
