import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { exportShape } from '../../../records/ticket/export.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addOutputFlags } from '../../output.ts'
import { type NamedTickets, readTickets, ticketsArgument } from '../several/tickets.ts'
import type { ExportOptions } from './export-tickets.ts'

type ExportFlags = Omit<ExportOptions, 'ticketIds'>

interface NamedExport extends ExportFlags {
  tickets: NamedTickets
}

export function addExport(ticket: Command, context: Context, run = exportNamed): void {
  const { t } = context
  const command = described(ticket.command('export'), 'export', t)
    .addArgument(ticketsArgument('[tickets...]', t('export.tickets')))
    .option('--all', t('export.option.all'))
    .option('-o, --output <folder>', t('export.option.output'), 'tickets')
    .action((tickets: NamedTickets = [], flags: ExportFlags) => run({ ...flags, tickets }, context))
  knowValues(addOutputFlags(command, t, exportShape), { '--output': 'folder' }).examples = [
    'ipeos ticket export --all -o tickets',
    'ipeos ticket export 15 12 -o tickets',
    'ipeos ticket export --all -o tickets --json id,result,error',
  ]
}

/** The rest is loaded when it is needed. */
async function exportNamed({ tickets: named, ...flags }: NamedExport, context: Context): Promise<void> {
  const { exportTickets } = await import('./export-tickets.ts')
  const isAsked = !flags.all && !flags.jsonSchema && context.terminal.interactive
  const isNamed = named.length > 0 || isAsked
  const ticketIds = isNamed ? (await readTickets(named, 'export', context)).ids : []
  if (isNamed && ticketIds.length === 0) return
  await exportTickets({ ...flags, ticketIds }, context)
}
