import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { exportShape } from '../../../records/ticket/export.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addOutputFlags } from '../../output.ts'
import { ticketArgument, ticketNumber } from '../ticket-number.ts'
import type { ExportOptions } from './export-tickets.ts'

export function addExport(ticket: Command, context: Context, run = exportTickets): void {
  const { t } = context
  const command = described(ticket.command('export'), 'export', t)
    .addArgument(ticketArgument('[tickets...]', t('export.tickets')).argParser(eachNumber))
    .option('--all', t('export.option.all'))
    .option('-o, --output <folder>', t('export.option.output'), 'tickets')
    .action((ticketIds: number[], flags: Omit<ExportOptions, 'ticketIds'>) => run({ ...flags, ticketIds }, context))
  knowValues(addOutputFlags(command, t, exportShape), { '--output': 'folder' }).examples = [
    'ipeos ticket export --all -o tickets',
    'ipeos ticket export 15 12 -o tickets',
    'ipeos ticket export --all -o tickets --json id,result,error',
  ]
}

function eachNumber(value: string, before: number[] = []): number[] {
  return [...new Set([...before, ticketNumber(value)])]
}

/** The rest is loaded when it is needed. */
async function exportTickets(options: ExportOptions, context: Context): Promise<void> {
  const work = await import('./export-tickets.ts')
  await work.exportTickets(options, context)
}
