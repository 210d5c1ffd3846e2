import type { Context } from '../../../app/context.ts'
import {
  ExitAs,
  exitCodeOfAll,
  IpeosError,
  MissingInformation,
  NotFound,
  PartlyDone,
  WrongUsage,
} from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { Ticket, TicketDocument } from '../../../itil/ticket.ts'
import { fileName } from '../../../terminal/sanitize.ts'
import { match } from '../../choice/match.ts'
import { isToOutput, onlyOne, pourDocument } from '../../pour-document.ts'

export interface DownloadOptions {
  ticketId: number
  /** Number or name; undefined where none was given. */
  document: string | undefined
  all?: boolean
  output?: string
  force?: boolean
}

/** Fetches documents of a ticket into a folder; those that fail are named (7), with the command that fetches them. */
export async function downloadDocuments(options: DownloadOptions, context: Context): Promise<void> {
  const { ticketId, document, all = false } = options
  if (all && document !== undefined) throw new WrongUsage('documents-twice', { id: ticketId })
  const platform = await context.platform()
  const ticket = await platform.tickets.get(ticketId)
  const chosen = all ? ticket.documents : await choose(ticket, document, context)
  if (isToOutput(options)) {
    const document = onlyOne(chosen)
    return pourDocument(document, () => platform.documents.download(ticketId, document.id), options, context)
  }
  const failed = await fetchAll(chosen, options, platform, context)
  const [first] = failed
  if (first === undefined) return
  if (chosen.length === 1) throw first.error
  throw notAll(ticketId, failed, chosen.length, context)
}

/** The document that was named; the only one; else whichever the person points at. */
async function choose(
  { id, documents }: Ticket,
  named: string | undefined,
  { terminal, prompts, t }: Context,
): Promise<TicketDocument[]> {
  if (documents.length === 0) throw new NotFound('no-documents', { id })
  if (named !== undefined) return [find(named, id, documents)]
  if (documents.length === 1) return documents
  if (!terminal.interactive) {
    const lines = documents.map((one): Message => {
      return { key: 'download.which-line', parameters: { document: String(one.id), name: one.fileName } }
    })
    throw new MissingInformation('which-document', { id }, { lines })
  }
  return prompts.select({
    message: t('download.question'),
    choices: [
      { name: t('download.all', { count: documents.length }), value: documents },
      ...documents.map((one) => ({ name: one.fileName, value: [one] })),
    ],
  })
}

function find(text: string, id: number, documents: TicketDocument[]): TicketDocument {
  const candidates = documents.map((one) => ({
    value: one,
    keys: [String(one.id)],
    names: [`${one.id} ${one.fileName}`, one.fileName],
  }))
  const found = match(text, candidates)
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-document', { id, text, names: found.ambiguous.join(', ') })
  throw new NotFound('unknown-document', { id, text, names: found.near.join(', ') })
}

interface Failure {
  document: TicketDocument
  error: IpeosError
}

async function fetchAll(
  documents: TicketDocument[],
  options: DownloadOptions,
  platform: Platform,
  context: Context,
): Promise<Failure[]> {
  const failed: Failure[] = []
  // Two documents may have one name: --force overwrites what was there before, never what came just now.
  const written = new Set<string>()
  for (const document of documents) {
    const replace = options.force === true && !written.has(fileName(document.fileName).toLowerCase())
    try {
      const name = await fetchOne(document, { ...options, replace }, platform, context)
      written.add(name.toLowerCase())
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      failed.push({ document, error })
    }
  }
  context.ifInterrupted(undefined)
  return failed
}

/** Gives the name under which it is kept. */
async function fetchOne(
  { id, fileName: shown, sha1 }: TicketDocument,
  { ticketId, output = '.', replace }: DownloadOptions & { replace: boolean },
  { documents }: Platform,
  { terminal, files, ifInterrupted, t }: Context,
): Promise<string> {
  const { stream, size } = await terminal.during(
    t('download.fetching', { name: shown }),
    documents.download(ticketId, id),
  )
  const bar = size === undefined ? undefined : terminal.progress(shown, size)
  const command = `ipeos ticket download ${ticketId} ${id}`
  try {
    const { name, path } = await files.keep(
      output,
      { name: fileName(shown), stream, sha1 },
      {
        replace,
        onProgress: (bytes) => bar?.at(bytes),
        onPart: (remove) => ifInterrupted({ key: 'download.interrupted', parameters: { command } }, remove),
      },
    )
    bar?.end()
    if (terminal.outputIsTerminal) terminal.note('download.saved', { path })
    else terminal.print(path)
    return name
  } catch (error) {
    bar?.end(true)
    throw error
  }
}

function notAll(id: number, failed: Failure[], count: number, { terminal, t }: Context): IpeosError {
  for (const { document, error } of failed) {
    const reason = t(error.text)
    terminal.warn('download.failed', { name: document.fileName, reason })
  }
  const command = failed.map(({ document }) => `ipeos ticket download ${id} ${document.id}`).join(' && ')
  const saved = count - failed.length
  if (saved === 0)
    return new ExitAs(exitCodeOfAll(failed.map(({ error }) => error)), 'none-downloaded', { id, command })
  return new PartlyDone('some-downloaded', { id, saved, count, command })
}
