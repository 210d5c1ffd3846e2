import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { siteFormRecord, siteFormShape } from '../../records/form/site-form.ts'
import type { Look } from '../../views/look.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, isForPeople, type OutputFlags, outputOf, printRecords } from '../output.ts'
import { rememberForms } from './seen-form.ts'

export function addFormList(form: Command, context: Context, run = list): void {
  const { t } = context
  const command = described(form.command('list'), 'catalog.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, siteFormShape).examples = ['ipeos form list', 'ipeos form list --json id,title']
}

/** By category, as the catalogue shows them. */
async function list(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, siteFormShape, context)
  if (!output) return
  const { forms } = await context.platform()
  const listed = await terminal.during(t('catalog.loading'), forms.list())
  await rememberForms(listed, context)
  const named = await Promise.all(listed.map(async (form) => ({ ...form, url: await forms.link(form.id) })))
  const view = async (look: Look) => (await import('../../views/form/form.ts')).formTable(named, look)
  await printRecords(named.map(siteFormRecord), output, view, context)
  const [first] = listed
  if (!first) terminal.note('catalog.empty')
  else if (isForPeople(output)) terminal.note('catalog.may-show', { id: first.id })
}
