import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { accountRecord, accountShape } from '../../records/account.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'

export function addList(account: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(account.command('list'), 'account.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, accountShape).examples = ['ipeos account list', 'ipeos account list --json name,current']
}

/** Asks no platform: what is kept here is all there is to say. */
async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, accounts, account } = context
  const output = await outputOf(flags, accountShape, context)
  if (!output) return
  const records = accounts.list().map((known) => accountRecord(known, known.name === account.name))
  const view = async (look: Look) => (await import('../../views/account.ts')).accountTable(records, look)
  await printRecords(records, output, view, context)
  if (records.length === 0) terminal.note('account.none')
  else if (records.length > 1) terminal.note('account.to-use')
}
