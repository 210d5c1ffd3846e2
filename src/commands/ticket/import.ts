import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { importShape } from '../../records/ticket/import.ts'
import { described, knowValues } from '../command-facts.ts'
import { addOutputFlags } from '../output.ts'
import type { ImportOptions } from '../request/import/import-tickets.ts'

export function addImport(ticket: Command, context: Context, run = importTickets): void {
  const { t } = context
  const command = described(ticket.command('import'), 'import', t)
    .argument('[file]', t('import.file'))
    .option('--resume [import]', t('import.option.resume'))
    .option('--discard [import]', t('import.option.discard'))
    .option('--form <form>', t('import.option.form'))
    .option('--key <column>', t('import.option.key'))
    .option('--again', t('import.option.again'))
    .option('--report <file>', t('import.option.report'))
    .option('--dry-run', t('import.option.dry-run'))
    .option('-y, --yes', t('import.option.yes'))
    .action((given: string | undefined, flags: Omit<ImportOptions, 'file'>) => run({ ...flags, file: given }, context))
  knowValues(addOutputFlags(command, t, importShape), { file: 'file', '--form': 'form' }).examples = [
    'ipeos ticket import tickets.csv --dry-run',
    'ipeos ticket import inventory.csv --key ref --report done.csv --yes',
    'ipeos ticket import arrivals.csv --form 3 --dry-run',
    "printf 'title;description\\nDisque plein;Sur srv1.\\n' | ipeos ticket import -",
  ]
}

/** The rest is loaded when it is needed. */
async function importTickets(options: ImportOptions, context: Context): Promise<void> {
  const work = await import('../request/import/import-tickets.ts')
  await work.importTickets(options, context)
}
