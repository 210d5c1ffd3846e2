import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export interface FormOptions {
  refresh?: boolean
  json?: true | string
}

export function addForm(ticket: Command, context: Context, run = showForm): void {
  const { t } = context
  ticket
    .command('form')
    .summary(t('ticket-form.summary'))
    .description(t('ticket-form.description'))
    .option('--refresh', t('ticket-form.option.refresh'))
    .option('--json [fields]', t('ticket-form.option.json'))
    .action((flags: FormOptions) => run(flags, context))
}

/** Shows what the platform's form offers this account; kept for the session, so `--refresh` reads it again. */
export async function showForm({ refresh, json }: FormOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const { formFieldsForScripts, formRecord, viewForm } = await import('../../views/ticket-form.ts')
  const { fieldsOf, toJson } = await import('../../views/records.ts')
  if (json !== undefined) fieldsOf(json, formFieldsForScripts)
  const platform = await context.platform()
  const form = await platform.form.read({ refresh: refresh ?? false })
  if (form.source === 'none') {
    terminal.warn('new.no-form', { reason: form.reason ? t(form.reason.key, form.reason.parameters) : '' })
  }
  if (json === undefined) terminal.print(viewForm(form, terminal.style, t, terminal.width))
  else terminal.print(toJson(formRecord(form), json))
}
