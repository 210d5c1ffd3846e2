import { Argument, type Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { importShape } from '../../../records/import.ts'
import { addOutputFlags } from '../../output.ts'
import type { ImportOptions } from './import-tickets.ts'

export function addImport(ticket: Command, context: Context, run = importTickets): void {
  const { t } = context
  const file = new Argument('[file]', t('import.file'))
  file.live = 'file'
  const command = ticket
    .command('import')
    .summary(t('import.summary'))
    .description(t('import.description'))
    .addArgument(file)
    .option('--resume [import]', t('import.option.resume'))
    .option('--discard [import]', t('import.option.discard'))
    .option('--again', t('import.option.again'))
    .option('--dry-run', t('import.option.dry-run'))
    .option('-y, --yes', t('import.option.yes'))
    .action((given: string | undefined, flags: Omit<ImportOptions, 'file'>) => run({ ...flags, file: given }, context))
  addOutputFlags(command, t, importShape).examples = [
    'ipeos ticket import tickets.csv --dry-run',
    "printf 'title;description\\nDisque plein;Sur srv1.\\n' | ipeos ticket import -",
    'ipeos ticket import tickets.ndjson --yes --json line,id,error',
  ]
}

/** The rest is loaded when it is needed. */
async function importTickets(options: ImportOptions, context: Context): Promise<void> {
  const work = await import('./import-tickets.ts')
  await work.importTickets(options, context)
}
