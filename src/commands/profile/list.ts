import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { type ProfileRecord, profileRecord, profileShape } from '../../records/role.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { inSomeRole } from '../role.ts'

export function addList(profile: Command, context: Context, run = list): void {
  const { t } = context
  const command = profile
    .command('list')
    .alias('ls')
    .summary(t('profile.list.summary'))
    .description(t('profile.list.description'))
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, profileShape).examples = ['ipeos profile list', 'ipeos profile list --json name,current']
}

async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, profileShape, context)
  if (!output) return
  const records = await terminal.during(t('profile.loading'), read(context))
  if (output.as !== 'table') return printList(records, output, context)
  if (output.fields) return printTable(records, output.fields, context)
  const { markedTable } = await import('../../views/marked-table.ts')
  const columns = [
    { head: t('role.number'), of: ({ id }: ProfileRecord) => String(id), align: 'right' as const, dropRank: 1 },
    { head: t('whoami.profile'), of: ({ name }: ProfileRecord) => name, minWidth: 12 },
    { head: t('profile.entities'), of: ({ entities }: ProfileRecord) => entities.join(', '), minWidth: 12 },
  ]
  await terminal.page(markedTable(records, columns, lookOf(context)))
  if (records.length > 1) terminal.note('profile.to-use')
}

async function read(context: Context): Promise<ProfileRecord[]> {
  const platform = await inSomeRole(context)
  const profiles = await platform.roles.profiles()
  const { person } = await platform.session()
  await context.seen.remember(
    'profile',
    profiles.map(({ id, name }) => ({ value: name, about: String(id) })),
  )
  return profiles.map((profile) => profileRecord(profile, person))
}
