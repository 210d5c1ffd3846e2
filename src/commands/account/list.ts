import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { type AccountRecord, accountRecord, accountShape } from '../../records/account.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'

export function addList(account: Command, context: Context, run = list): void {
  const { t } = context
  const command = account
    .command('list')
    .alias('ls')
    .summary(t('account.list.summary'))
    .description(t('account.list.description'))
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, accountShape).examples = ['ipeos account list', 'ipeos account list --json name,current']
}

/** Asks no platform: what is kept here is all there is to say. */
async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t, accounts, account } = context
  const output = await outputOf(flags, accountShape, context)
  if (!output) return
  const records = accounts.list().map((known) => accountRecord(known, known.name === account.name))
  if (output.as !== 'table') await printList(records, output, context)
  else if (records.length > 0 && output.fields) await printTable(records, output.fields, context)
  else if (records.length > 0) {
    const { markedTable } = await import('../../views/marked-table.ts')
    const columns = [
      { head: t('account.name'), of: ({ name }: AccountRecord) => name, minWidth: 20 },
      { head: t('whoami.profile'), of: ({ profile }: AccountRecord) => profile ?? '', minWidth: 10, dropRank: 3 },
      {
        head: t('whoami.entity'),
        of: ({ entity }: AccountRecord) => shortEntity(entity, t('entity.use.all')),
        minWidth: 8,
        dropRank: 2,
      },
      { head: t('whoami.secret'), of: ({ storage }: AccountRecord) => t(`account.storage.${storage}`), dropRank: 1 },
    ]
    await terminal.page(markedTable(records, columns, lookOf(context)))
  }
  if (records.length === 0) terminal.note('account.none')
  else if (records.length > 1) terminal.note('account.to-use')
}

function shortEntity(entity: string | null, all: string): string {
  return entity === 'all' ? all : (entity?.split(' > ').at(-1) ?? '')
}
