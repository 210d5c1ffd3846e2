import { Readable } from 'node:stream'
import type { Context } from '../../../app/context.ts'
import { ExitAs, exitCodeOfAll, IpeosError, PartlyDone, WrongUsage } from '../../../errors/error.ts'
import type { IncomingFile } from '../../../glpi/document/documents.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { sizeWord } from '../../../i18n/size.ts'
import type { TicketDocument } from '../../../itil/ticket.ts'
import { type ChosenFields, fieldsOf } from '../../../records/chosen-fields.ts'
import { fieldNames } from '../../../records/shape.ts'
import { type Downloaded, downloadRecord, downloadShape } from '../../../records/ticket/download.ts'
import { fileName } from '../../../terminal/sanitize.ts'
import { isToOutput, onlyOne, pourDocument } from '../../handover/pour-document.ts'
import { printList } from '../../output.ts'
import { chooseDocuments } from './choose-document.ts'
import { bytesOf, wholeOf } from './document-bytes.ts'

export interface DownloadOptions {
  ticketId: number
  /** Number or name; undefined where none was given. */
  document: string | undefined
  all?: boolean
  /** The images of the texts alone; `document` is the number of one of them, or its name. */
  inline?: boolean
  output?: string
  force?: boolean
  /** Shows it in the program for its kind. */
  open?: boolean
  json?: ChosenFields
  jsonSchema?: boolean
}

/** Fetches documents of a ticket into a folder; those that fail are named (7), with the command that fetches them. */
export async function downloadDocuments(options: DownloadOptions, context: Context): Promise<void> {
  const { ticketId, document, all = false, inline = false, open = false, json } = options
  const fields = json === undefined ? undefined : fieldsOf(json, fieldNames(downloadShape))
  if (all && (document !== undefined || inline)) throw new WrongUsage('documents-twice', { id: ticketId })
  if (open && (all || isToOutput(options))) throw new WrongUsage('open-one', { id: ticketId })
  if (fields && isToOutput(options)) throw new WrongUsage('document-and-json')
  const platform = await context.platform()
  const documents = await documentsOf(options, platform)
  const wanted = { document, open, inline }
  const chosen = all ? documents : await chooseDocuments({ id: ticketId, documents }, wanted, platform, context)
  if (isToOutput(options)) {
    const document = onlyOne(chosen)
    return pourDocument(document, () => bytesOf(document, ticketId, platform), options, context)
  }
  const done = await fetchAll(chosen, options, platform, context)
  const fetched = done.filter((one) => 'path' in one)
  const failed = done.filter((one) => 'error' in one)
  const [first] = failed
  const records = done.map((one) => downloadRecord(ticketId, one, context.t))
  if (fields) await printList(records, { as: 'json', fields }, context)
  if (chosen.length > 1) tellTotal(fetched, context)
  if (open && fetched[0]) await openIn(fetched[0], context)
  if (first === undefined) return
  if (chosen.length === 1) throw first.error
  throw notAll(ticketId, failed, chosen.length, context)
}

/** Those that hang on the ticket, and the images of its texts; these alone with `inline`. */
async function documentsOf(
  { ticketId, document, inline = false }: DownloadOptions,
  { tickets, documents }: Platform,
): Promise<TicketDocument[]> {
  const ticket = await tickets.get(ticketId)
  // Who names what hangs on the ticket need not wait for its texts.
  const isNamed = ({ id, fileName }: TicketDocument): boolean => document === String(id) || document === fileName
  if (!inline && ticket.documents.some(isNamed)) return ticket.documents
  const all = await documents.withImages(ticket, await tickets.timeline(ticket))
  return inline ? all.filter((one) => one.inline).sort(byImage) : all
}

function byImage({ inline: one }: TicketDocument, { inline: other }: TicketDocument): number {
  return (one?.number ?? 0) - (other?.number ?? 0)
}

type Failure = Extract<Downloaded, { error: unknown }>

/** A document as it is on this computer now. */
interface Fetched {
  name: string
  path: string
  /** Bytes. */
  size: number
  /** These very bytes were there before. */
  wasThere: boolean
}

async function fetchAll(
  documents: TicketDocument[],
  options: DownloadOptions,
  platform: Platform,
  context: Context,
): Promise<Downloaded[]> {
  const done: Downloaded[] = []
  const fetched: Fetched[] = []
  for (const document of documents) {
    // Two documents may have one name: --force overwrites what was there before, never what came just now.
    const isNew = !fetched.some(({ name }) => name.toLowerCase() === fileName(document.fileName).toLowerCase())
    try {
      const found = await keptOrFetched(
        document,
        { ...options, replace: options.force === true && isNew },
        platform,
        context,
      )
      fetched.push(found)
      done.push({ ...found, document })
      tellOne(found, options, context)
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      done.push({ document, error })
    }
  }
  context.ifInterrupted(undefined)
  return done
}

type FetchOptions = DownloadOptions & { replace: boolean }

async function keptOrFetched(
  document: TicketDocument,
  options: FetchOptions,
  platform: Platform,
  context: Context,
): Promise<Fetched> {
  const { output = '.', ticketId, force = false } = options
  const { terminal, t, files } = context
  const { fileName: name, inline } = document
  const fetching = () => terminal.during(t('download.fetching', { name }), bytesOf(document, ticketId, platform))
  const isUnsummed = inline !== undefined && document.sha1 === undefined
  const whole = isUnsummed ? await wholeOf(await fetching()) : undefined
  const { sha1 } = whole ?? document
  const kept = force ? undefined : await files.keptAlready(output, { name: fileName(name), sha1 })
  if (kept) return { ...kept, wasThere: true }
  const file = whole ? { size: whole.bytes.length, stream: Readable.from([whole.bytes]) } : await fetching()
  return keepOne({ id: document.id, name, sha1, file }, options, context)
}

interface Incoming {
  id: number
  name: string
  sha1: string | undefined
  file: IncomingFile
}

async function keepOne(
  { id, name: shown, sha1, file: { stream, size: expected } }: Incoming,
  { ticketId, output = '.', replace }: FetchOptions,
  { terminal, files, ifInterrupted }: Context,
): Promise<Fetched> {
  // Who is told where it lies need not be told that the bar is full.
  const bar = expected === undefined ? undefined : terminal.progress(shown, expected)
  const command = `ipeos ticket download ${ticketId} ${id}`
  let size = 0
  try {
    const kept = await files.keep(
      output,
      { name: fileName(shown), stream, sha1 },
      {
        replace,
        onProgress: (bytes) => {
          size = bytes
          bar?.at(bytes)
        },
        onPart: (remove) => ifInterrupted({ key: 'download.interrupted', parameters: { command } }, remove),
      },
    )
    return { ...kept, size, wasThere: false }
  } catch (error) {
    bar?.end(true)
    throw error
  }
}

function tellOne({ path, size, wasThere }: Fetched, { json }: DownloadOptions, { terminal, t }: Context): void {
  const told = { path, size: sizeWord(size, t.language) }
  if (wasThere) terminal.note('download.there', told)
  else if (terminal.outputIsTerminal) terminal.note('download.saved', told)
  if (!terminal.outputIsTerminal && json === undefined) terminal.print(path)
}

function tellTotal(fetched: Array<Pick<Fetched, 'size' | 'wasThere'>>, { terminal, t }: Context): void {
  if (!terminal.outputIsTerminal || fetched.length === 0) return
  const saved = fetched.filter(({ wasThere }) => !wasThere)
  const bytes = saved.reduce((sum, { size }) => sum + size, 0)
  terminal.note('download.total', {
    saved: saved.length,
    there: fetched.length - saved.length,
    size: sizeWord(bytes, t.language),
  })
}

async function openIn({ path }: Pick<Fetched, 'path'>, { files, openFile, terminal }: Context): Promise<void> {
  const opened = await openFile(files.fullPath(path))
  if (opened === 'opened') terminal.note('download.opened', { path })
  else terminal.remark(opened === 'unsafe' ? 'download.unsafe' : 'download.nowhere', { path })
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
