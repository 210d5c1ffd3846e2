import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { type EntityRecord, entityRecord, entityShape } from '../../records/role.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printList, printTable } from '../output.ts'
import { inSomeRole } from '../role.ts'

export function addList(entity: Command, context: Context, run = list): void {
  const { t } = context
  const command = entity
    .command('list')
    .alias('ls')
    .summary(t('entity.list.summary'))
    .description(t('entity.list.description'))
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, entityShape).examples = ['ipeos entity list', 'ipeos entity list --format csv']
}

async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, entityShape, context)
  if (!output) return
  const { records, profile, reach } = await terminal.during(t('entity.loading'), read(context))
  if (output.as !== 'table') return printList(records, output, context)
  if (output.fields) return printTable(records, output.fields, context)
  const { markedTable } = await import('../../views/marked-table.ts')
  const columns = [
    { head: t('role.number'), of: ({ id }: EntityRecord) => String(id), align: 'right' as const, dropRank: 1 },
    { head: t('whoami.entity'), of: ({ name }: EntityRecord) => name, minWidth: 12 },
  ]
  await terminal.page(markedTable(records, columns, lookOf(context)))
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
