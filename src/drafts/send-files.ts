import { Failed, IpeosError, NotAllowed, WrongUsage } from '../errors/error.ts'
import { wireName } from '../glpi/document/document.ts'
import type { OutgoingFile } from '../glpi/document/documents.ts'
import type { Platform } from '../glpi/platform.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import type { TicketDocument } from '../itil/ticket.ts'
import { resumeCommand } from './describe.ts'
import type { Draft, DraftFile } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { exactlyOnce } from './exactly-once.ts'
import { changedSum } from './file/draft-files.ts'
import type { Sender } from './sender.ts'

/** What a slow server may take for a byte (ms): a megabyte a second. */
export const workPerByte = 1 / 1000

/** A file that is not on the platform. */
export interface Missing {
  file: DraftFile
  error: IpeosError
  /** True when the platform will not have it; otherwise it may still be sent. */
  refused: boolean
  /** True when it went with a text that arrived, and whether it came with it cannot be seen now. */
  unseen?: boolean
}

/** Why it cannot be seen now of files whether they came with a text that arrived, by their places. */
export type Unseen = ReadonlyMap<number, IpeosError>

/** What keeps files, and how far each got: a draft, or a line of an import. */
export interface FilesHolder {
  readonly draft: { readonly files: DraftFile[] }
  change(fields: { files: DraftFile[] }): Promise<void>
}

export interface Delivery {
  open: FilesHolder
  ticketId: number
  /** Documents that the ticket had before. */
  before: number[]
  platform: Platform
  context: Pick<Sender, 'files' | 'terminal' | 'patience'>
}

/** What keeps files, and what reads them. */
interface Holding {
  open: FilesHolder
  context: Pick<Sender, 'files' | 'terminal'>
}

/**
 * Sends those files of a draft that the platform does not have yet, one after the other, each with its bar; how far it
 * got is on disk after each step. Gives those that did not arrive: after a lost network, all the rest; and those that are
 * `unseen`, which are not sent: they may be there.
 */
export async function sendFiles(delivery: Delivery, unseen: Unseen = new Map()): Promise<Missing[]> {
  const missing: Missing[] = []
  for (const index of delivery.open.draft.files.keys()) {
    const file = fileAt(delivery.open.draft, index)
    if (file.document !== undefined || file.submitted) continue
    const reason = unseen.get(index)
    if (reason) {
      missing.push(unseenFile(file, reason))
      continue
    }
    const lost = missing.find((one) => !one.refused && !one.unseen && !(one.error instanceof WrongUsage))
    if (lost) {
      missing.push({ ...lost, file })
      continue
    }
    try {
      await send(delivery, index)
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      missing.push({ file, error: await ofTicket(error, delivery), refused: isRefusal(error) })
    }
  }
  return missing
}

/** A file of which cannot be seen now whether it is there. */
export function unseenFile(file: DraftFile, error: IpeosError): Missing {
  return { file, error, refused: false, unseen: true }
}

/** What a person is told of a file that is missing. */
export function wordsOfMissing({ file, error, unseen }: Missing, t: Translate): Message {
  const key = unseen ? 'draft.file-unseen' : 'new.file-refused'
  return { key, parameters: { name: file.name, reason: t(error.text) } }
}

/** Only GLPI's own «no» to the file is final: a network, a session or a file of this computer may be better next time. */
function isRefusal(error: IpeosError): boolean {
  return (error instanceof Failed || error instanceof NotAllowed) && error.fate === 'not-done'
}

/** Where the ticket was closed meanwhile, no other file would be taken either; GLPI says of it that a right is missing. */
async function ofTicket(error: IpeosError, { platform, ticketId }: Delivery): Promise<IpeosError> {
  if (!isRefusal(error)) return error
  const ticket = await platform.tickets.get(ticketId).catch(() => undefined)
  return ticket?.status === 'closed' ? new Failed('ticket-closed', { id: ticketId }, { cause: error }) : error
}

/** What to do about files that the platform will not have: by what it said of the first of them. */
export function hintOfRefused(missing: Missing[], kind: Draft['kind'], ticketId: number): Message {
  const own = kind === 'acceptance' ? undefined : missing[0]?.error.hint
  return own ?? { key: 'write.no-solution-hint', parameters: { id: ticketId } }
}

/**
 * Sends one exactly once. When an answer was lost, a document of the same bytes that is none of the others is this one:
 * identical bytes given twice are thus there twice.
 */
async function send(delivery: Delivery, index: number): Promise<void> {
  const { open, ticketId, platform, context } = delivery
  const keep = (fields: Partial<DraftFile>): Promise<void> =>
    open.change({ files: filesWith(open.draft, index, fields) })
  const { name, size, unanswered } = fileAt(open.draft, index)
  const bar = context.terminal.progress(name, size)
  try {
    const { result: document } = await exactlyOnce(
      {
        find: async () => arrivedAs(delivery, index, (await platform.tickets.get(ticketId)).documents),
        send: async (goesOn) => {
          const outgoing = await current(delivery, index, keep)
          const onProgress = (bytes: number): void => {
            bar.at(bytes)
            goesOn()
          }
          return (await platform.documents.attach(ticketId, outgoing, onProgress)).id
        },
        work: size * workPerByte,
        unanswered,
        keep: (unanswered) => keep({ unanswered }),
        onDoubt: (seconds) => context.terminal.note('draft.file-doubt', { name, seconds }),
      },
      context.patience,
    )
    bar.end()
    await keep({ document, unanswered: undefined })
  } catch (error) {
    bar.end(true)
    throw error
  }
}

/** The number of a file among the documents of its ticket; undefined where none of them is it. */
function arrivedAs({ open, before }: Delivery, index: number, documents: TicketDocument[]): number | undefined {
  const { name, sha1: own } = fileAt(open.draft, index)
  const others = new Set([...before, ...open.draft.files.flatMap(({ document }) => document ?? [])])
  const isIt = ({ id, sha1, fileName }: TicketDocument): boolean =>
    !others.has(id) && (sha1 ? sha1 === own : fileName === wireName(name))
  return documents.find(isIt)?.id
}

/** The files of a draft as they are on this computer now, to go together. Rejects as `current` does. */
export async function filesNow(delivery: Holding): Promise<OutgoingFile[]> {
  const files: OutgoingFile[] = []
  for (const index of delivery.open.draft.files.keys()) files.push(await fileNow(delivery, index))
  return files
}

/** One of them. Rejects as `current` does. */
export function fileNow(delivery: Holding, index: number): Promise<OutgoingFile> {
  const { open } = delivery
  return current(delivery, index, (fields) => open.change({ files: filesWith(open.draft, index, fields) }))
}

/** Keeps in the draft which documents its images became that went within its text, by their places among its files. */
export async function noteShown(
  { open }: Pick<Delivery, 'open'>,
  documents: ReadonlyMap<number, number>,
): Promise<void> {
  for (const [index, document] of documents) await open.change({ files: filesWith(open.draft, index, { document }) })
}

/** Keeps in the draft which of its files are on the ticket, having gone with its text; gives those that are not. */
export async function noteArrived(delivery: Delivery): Promise<DraftFile[]> {
  const { open, platform, ticketId } = delivery
  const { documents } = await platform.tickets.get(ticketId)
  for (const [index, file] of open.draft.files.entries()) {
    const document = file.document ?? arrivedAs(delivery, index, documents)
    if (document !== undefined) await open.change({ files: filesWith(open.draft, index, { document }) })
  }
  return open.draft.files.filter(({ document }) => document === undefined)
}

/**
 * Looks which files came with a text that arrived. Gives those of `places` of which it cannot be seen now: the text is there
 * all the same.
 */
export async function lookForSent(
  open: FilesHolder,
  places: readonly number[],
  look: () => Promise<unknown>,
): Promise<Unseen> {
  try {
    await look()
    return new Map()
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return new Map(places.filter((at) => fileAt(open.draft, at).document === undefined).map((at) => [at, error]))
  }
}

/**
 * The file as it is on this computer now. It may have changed, or gone, since it was given: so this comes only once it is
 * known that the former one did not arrive. Rejects with `WrongUsage` when it cannot be read.
 */
async function current(
  delivery: Holding,
  index: number,
  keep: (fields: Partial<DraftFile>) => Promise<void>,
): Promise<OutgoingFile> {
  const file = fileAt(delivery.open.draft, index)
  const check = await delivery.context.files.check(file.path)
  if (!('file' in check)) throw check.problem
  const sha1 = await changedSum(file, check)
  if (sha1 !== undefined) {
    delivery.context.terminal.warn('draft.file-changed', { name: file.name })
    await keep({ size: check.file.size, sha1, modified: check.modified.toISOString() })
  }
  return { ...check.file, name: file.name }
}

function fileAt({ files }: FilesHolder['draft'], index: number): DraftFile {
  const file = files[index]
  if (!file) throw new RangeError(`the draft has no file ${index}`)
  return file
}

function filesWith({ files }: FilesHolder['draft'], index: number, fields: Partial<DraftFile>): DraftFile[] {
  return files.map((file, at) => (at === index ? { ...file, ...fields } : file))
}

/**
 * After the sending: the draft goes when nothing is left that the platform may still take; files that it refused are
 * taken off it. Gives the command that sends the rest, while there is one.
 */
export async function closeDraft<Kind extends Draft>(
  open: OpenDraft<Kind>,
  missing: Missing[],
): Promise<string | undefined> {
  const later = missing.filter(({ refused }) => !refused)
  if (later.length === 0) {
    await open.remove()
    return undefined
  }
  const refused = new Set(missing.filter((one) => one.refused).map(({ file }) => file.path))
  const files = open.draft.files.filter(({ path }) => !refused.has(path))
  await open.change({ files } as Partial<Kind>)
  return open.draft.unkept ? undefined : resumeCommand(open.draft)
}
