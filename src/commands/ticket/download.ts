import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { ticketNumber } from './ticket-number.ts'

export interface DownloadOptions {
  ticketId: number
  /** Number or name; undefined where none was given. */
  document: string | undefined
  all?: boolean
  output?: string
  force?: boolean
}

type DownloadFlags = Omit<DownloadOptions, 'ticketId' | 'document'>

export function addDownload(ticket: Command, context: Context, run = download): void {
  const { t } = context
  ticket
    .command('download')
    .summary(t('download.summary'))
    .description(t('download.description'))
    .argument('<ticket>', t('show.ticket'), ticketNumber)
    .argument('[document]', t('download.document'))
    .option('--all', t('download.option.all'))
    .option('-o, --output <folder>', t('download.option.output'))
    .option('--force', t('download.option.force'))
    .addHelpText('after', `${t('program.examples')}\n${examples}`)
    .action((ticketId: number, document: string | undefined, flags: DownloadFlags) =>
      run({ ticketId, document, ...flags }, context),
    )
}

const examples = `  ipeos ticket download 15 capture.png
  ipeos ticket download 15 --all -o documents/15`

/** The rest is loaded when it is needed. */
async function download(options: DownloadOptions, context: Context): Promise<void> {
  const { downloadDocuments } = await import('./download-document.ts')
  await downloadDocuments(options, context)
}
