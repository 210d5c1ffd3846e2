import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { formRecord, formShape } from '../../records/ticket/form.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export interface FormOptions extends OutputFlags {
  refresh?: boolean
}

export function addForm(ticket: Command, context: Context, run = showForm): void {
  const { t } = context
  const command = described(ticket.command('form'), 'ticket-form', t)
    .option('--refresh', t('ticket-form.option.refresh'))
    .action((flags: FormOptions) => run(flags, context))
  addOutputFlags(command, t, formShape).examples = ['ipeos ticket form', 'ipeos ticket form --json categories']
}

/** Shows what the platform's form offers this account; kept for the session, so `--refresh` reads it again. */
export async function showForm({ refresh, ...flags }: FormOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, formShape, context, 'table')
  if (!output) return
  const { viewForm } = await import('../../views/ticket/form.ts')
  const platform = await context.platform()
  const form = await terminal.during(t('terminal.waiting'), platform.form.read({ refresh: refresh ?? false }))
  if (form.source === 'none') terminal.warn('new.no-form', { reason: form.reason ? t(form.reason) : '' })
  if (output.as === 'table') await terminal.page(viewForm(form, lookOf(context)))
  else await printOne(formRecord(form), output, context)
}
