import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { type ProfileRecord, profileRecord, profileShape } from '../../records/role.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, isForPeople, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { inSomeRole } from '../role.ts'

export function addList(profile: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(profile.command('list'), 'profile.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, profileShape).examples = ['ipeos profile list', 'ipeos profile list --json name,current']
}

async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, profileShape, context)
  if (!output) return
  const records = await terminal.during(t('profile.loading'), read(context))
  const view = async (look: Look) => (await import('../../views/role.ts')).profileTable(records, look)
  await printRecords(records, output, view, context)
  if (isForPeople(output) && records.length > 1) terminal.note('profile.to-use')
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
