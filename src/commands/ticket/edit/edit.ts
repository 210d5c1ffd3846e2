import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { urgencies } from '../../../itil/ticket-words.ts'
import { ticketShape } from '../../../records/ticket/ticket.ts'
import { knowValues } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { oneTicket } from '../several/tickets.ts'
import { ticketArgument } from '../ticket-number.ts'
import type { EditOptions } from './edit-ticket.ts'
import { addFixed, type FixedFlags, refuseFixed } from './fixed.ts'

/** One ticket of the list. */
const editedShape = { ...ticketShape, list: false }

type EditFlags = Omit<EditOptions, 'ticketId'>

interface NamedEdit extends EditFlags, FixedFlags {
  /** Undefined where the person is to point at it. */
  ticketId: number | undefined
}

export function addEdit(ticket: Command, context: Context, run = edit): void {
  const { t } = context
  const command = ticket
    .command('edit')
    .summary(t('edit.summary'))
    .description(t('edit.description'))
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .option('--title <text>', t('edit.option.title'))
    .option('--description <text>', t('edit.option.description'))
    .option('-F, --description-file <file>', t('edit.option.description-file'))
    .option('--urgency <level>', t('edit.option.urgency'))
    .option('--category <category>', t('edit.option.category'))
    .option('--drop-images', t('edit.option.drop-images'))
    .action((ticketId: number | undefined, flags: EditFlags & FixedFlags) => run({ ticketId, ...flags }, context))
  addFixed(command)
  addJsonFlags(command, t, editedShape, 'new.option.json')
  knowValues(command, { '--description-file': 'file', '--urgency': urgencies, '--category': 'category' })
  command.examples = ['ipeos ticket edit 17 --urgency high', "ipeos ticket edit 17 --title 'Accès VPN pour Alice'"]
}

/** The rest is loaded when it is needed: help does without the questions. */
async function edit({ ticketId: named, ...given }: NamedEdit, context: Context): Promise<void> {
  const flags = refuseFixed(given, named)
  if (printedSchema(flags, editedShape, context)) return
  const ticketId = await oneTicket(named, 'edit', context)
  if (ticketId === undefined) return
  const { editTicket } = await import('./edit-ticket.ts')
  await editTicket({ ticketId, ...flags }, context)
}
