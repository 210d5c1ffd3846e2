import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { entityRecord, entityShape } from '../../records/role.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, isForPeople, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { inSomeRole } from '../role.ts'

export function addList(entity: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(entity.command('list'), 'entity.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, entityShape).examples = ['ipeos entity list', 'ipeos entity list --format csv']
}

async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, entityShape, context)
  if (!output) return
  const { records, profile, reach } = await terminal.during(t('entity.loading'), read(context))
  const view = async (look: Look) => (await import('../../views/role.ts')).entityTable(records, look)
  await printRecords(records, output, view, context)
  if (!isForPeople(output)) return
  if (reach && records.length > 1) terminal.note(`entity.reach.${reach}`)
  if (records.length > 1) terminal.note('entity.to-use')
  else terminal.note('entity.only-one', { profile })
}

async function read(context: Context) {
  const platform = await inSomeRole(context)
  const entities = await platform.roles.entities()
  const { person } = await platform.session()
  await context.seen.remember(
    'entity',
    entities.map(({ id, name }) => ({ value: String(id), about: name })),
  )
  const records = entities.map((entity) => entityRecord(entity, person))
  return { records, profile: person.profile.name, reach: person.reach }
}
