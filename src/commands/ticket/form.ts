import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { MissingInformation } from '../../errors/error.ts'
import type { Platform } from '../../glpi/platform.ts'
import type { TicketForm } from '../../itil/ticket-form.ts'
import { ticketTypes } from '../../itil/ticket-words.ts'
import { formRecord, formShape } from '../../records/ticket/form.ts'
import { described, knowValues } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export interface FormOptions extends OutputFlags {
  refresh?: boolean
  category?: string
  type?: string
}

export function addForm(ticket: Command, context: Context, run = showForm): void {
  const { t } = context
  const command = described(ticket.command('form'), 'ticket-form', t)
    .option('--category <category>', t('ticket-form.option.category'))
    .option('--type <type>', t('ticket-form.option.type'))
    .option('--refresh', t('ticket-form.option.refresh'))
    .action((flags: FormOptions) => run(flags, context))
  knowValues(command, { '--category': 'category', '--type': ticketTypes })
  addOutputFlags(command, t, formShape).examples = [
    'ipeos ticket form',
    "ipeos ticket form --category 'Site web'",
    'ipeos ticket form --json categories',
  ]
}

/**
 * Shows what the platform's form offers this account; kept for the session, so `--refresh` reads it again. Rejects with
 * `MissingInformation` for a type or a category that it does not offer.
 */
export async function showForm({ refresh, category, type, ...flags }: FormOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const output = await outputOf(flags, formShape, context, 'table')
  if (!output) return
  const { viewForm } = await import('../../views/ticket/form.ts')
  const platform = await context.platform()
  const base = await terminal.during(t('terminal.waiting'), platform.form.read({ refresh: refresh ?? false }))
  if (base.source === 'none') terminal.warn('new.no-form', { reason: base.reason ? t(base.reason) : '' })
  const chosen = { ...(category !== undefined && { category }), ...(type !== undefined && { type }) }
  const form = Object.keys(chosen).length === 0 ? base : await formFor(base, chosen, platform, context)
  if (output.as === 'table') await terminal.page(viewForm(form, lookOf(context)))
  else await printOne(formRecord(form), output, context)
}

async function formFor(
  base: TicketForm,
  flags: Pick<FormOptions, 'category' | 'type'>,
  platform: Platform,
  context: Context,
): Promise<TicketForm> {
  const [{ FormFollower }, { understand }] = await Promise.all([
    import('../request/field/follow-choice.ts'),
    import('../request/request.ts'),
  ])
  const follower = new FormFollower(platform, false, context)
  const form = await follower.said(base, { flags, draft: undefined, asksCategory: true })
  const { problems } = understand(flags, form, context.t)
  if (problems.length > 0) throw new MissingInformation('form-unclear', undefined, { lines: problems })
  return form
}
