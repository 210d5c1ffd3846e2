import type { Command } from 'commander'
import type { Context } from '../../../app/context.ts'
import { downloadShape } from '../../../records/ticket/download.ts'
import { described, knowValues } from '../../command-facts.ts'
import { addJsonFlags, printedSchema } from '../../output.ts'
import { oneTicket } from '../several/tickets.ts'
import { ticketArgument } from '../ticket-number.ts'
import type { DownloadOptions } from './download-document.ts'

type DownloadFlags = Omit<DownloadOptions, 'ticketId' | 'document'>

interface NamedDownload extends Omit<DownloadOptions, 'ticketId'> {
  /** Undefined where the person is to point at it. */
  ticketId: number | undefined
}

export function addDownload(ticket: Command, context: Context, run = download): void {
  const { t } = context
  const command = described(ticket.command('download'), 'download', t)
    .addArgument(ticketArgument('[ticket]', t('show.ticket')))
    .argument('[document]', t('download.document'))
    .option('--all', t('download.option.all'))
    .option('--inline', t('download.option.inline'))
    .option('-o, --output <folder>', t('download.option.output'))
    .option('--force', t('download.option.force'))
    .option('--open', t('download.option.open'))
    .action((ticketId: number | undefined, document: string | undefined, flags: DownloadFlags) =>
      run({ ticketId, document, ...flags }, context),
    )
  addJsonFlags(command, t, downloadShape)
  command.examples = [
    'ipeos ticket download 15 capture.png --open',
    "ipeos ticket download 15 --all -o documents/15 --jq '.[].path'",
    'ipeos ticket download 15 --inline',
    'ipeos ticket download 15 journal.txt -o - | grep -i error',
  ]
  knowValues(command, { document: 'document', '--output': 'folder' })
}

/** The rest is loaded when it is needed. */
async function download({ ticketId: named, ...options }: NamedDownload, context: Context): Promise<void> {
  if (printedSchema(options, downloadShape, context)) return
  const ticketId = await oneTicket(named, 'download', context)
  if (ticketId === undefined) return
  const { downloadDocuments } = await import('./download-document.ts')
  await downloadDocuments({ ticketId, ...options }, context)
}
