import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { formPageRecord, formPageShape } from '../../records/form/form-page.ts'
import { findForm, formArgument } from '../choice/find-form.ts'
import { described } from '../command-facts.ts'
import { openPage } from '../handover/open-page.ts'
import { addOutputFlags, lookOfPage, type OutputFlags, outputOf, printOne } from '../output.ts'

interface ShowOptions extends OutputFlags {
  /** A number, the address of its page, or its title. */
  form: string
  web?: boolean
}

export function addFormShow(form: Command, context: Context, run = show): void {
  const { t } = context
  const command = described(form.command('show'), 'catalog.show', t)
    .addArgument(formArgument(t))
    .option('-w, --web', t('catalog.option.web'))
    .action((named: string, flags: Omit<ShowOptions, 'form'>) => run({ form: named, ...flags }, context))
  addOutputFlags(command, t, formPageShape).examples = [
    'ipeos form show 1',
    'ipeos form show imprimante',
    'ipeos form show 1 --json sections',
  ]
}

async function show({ form: named, web, ...flags }: ShowOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, formPageShape, context, 'table')
  if (!output) return
  const { forms } = await context.platform()
  const reading = findForm(named, forms).then((id) => forms.read(id))
  const page = await terminal.during(t('catalog.loading'), reading)
  const url = await forms.link(page.id)
  if (web) return openPage(url, context)
  if (output.as !== 'table') return printOne(formPageRecord(page, url), output, context)
  const { formPage } = await import('../../views/form/form.ts')
  await terminal.page(formPage(page, url, lookOfPage(context)))
}
