import { Failed, IpeosError, NotAllowed, WrongUsage } from '../errors/error.ts'
import type { OutgoingFile } from '../glpi/document/documents.ts'
import type { Platform } from '../glpi/platform.ts'
import type { Draft, DraftFile } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { sendFileOnce, sha1OfFile } from './file-once.ts'
import type { Patience } from './once.ts'
import type { Sender } from './sender.ts'

/** A file that is not on the platform. */
export interface Missing {
  file: DraftFile
  error: IpeosError
  /** True when the platform will not have it; otherwise it may still be sent. */
  refused: boolean
}

interface Delivery {
  open: OpenDraft
  ticketId: number
  /** Documents that the ticket had before. */
  before: number[]
  platform: Platform
  patience: Patience
  context: Pick<Sender, 'files' | 'terminal'>
}

/**
 * Sends those files of a draft that the platform does not have yet, one after the other, each with its bar; how far it
 * got is on disk after each step. Gives those that did not arrive: after a lost network, all the rest.
 */
export async function sendFiles(delivery: Delivery): Promise<Missing[]> {
  const missing: Missing[] = []
  for (const index of delivery.open.draft.files.keys()) {
    const file = fileAt(delivery.open.draft, index)
    if (file.document !== undefined) continue
    const lost = missing.find(({ error, refused }) => !refused && !(error instanceof WrongUsage))
    if (lost) {
      missing.push({ ...lost, file })
      continue
    }
    try {
      await send(delivery, index)
    } catch (error) {
      if (!(error instanceof IpeosError)) throw error
      missing.push({ file, error, refused: isRefusal(error) })
    }
  }
  return missing
}

/** Only GLPI's own «no» to the file is final: a network, a session or a file of this computer may be better next time. */
function isRefusal(error: IpeosError): boolean {
  return (error instanceof Failed || error instanceof NotAllowed) && error.fate === 'not-done'
}

async function send(delivery: Delivery, index: number): Promise<void> {
  const { open, ticketId, platform, patience, context } = delivery
  const keep = (fields: Partial<DraftFile>): Promise<void> =>
    open.change({ files: filesWith(open.draft, index, fields) })
  const outgoing = await current(delivery, index, keep)
  if (!outgoing) return
  const file = fileAt(open.draft, index)
  const bar = context.terminal.progress(file.name, file.size)
  try {
    const document = await sendFileOnce(
      {
        ticketId,
        file: outgoing,
        sha1: file.sha1,
        others: othersOf(delivery),
        unanswered: file.unanswered,
        keep: (unanswered) => keep({ unanswered }),
        onProgress: (bytes) => bar.at(bytes),
        onDoubt: () => context.terminal.note('draft.file-doubt', { name: file.name }),
      },
      platform,
      patience,
    )
    bar.end()
    await keep({ document, unanswered: undefined })
  } catch (error) {
    bar.end(true)
    throw error
  }
}

/** The file as it is on this computer now; undefined when the platform has it after all. */
async function current(
  delivery: Delivery,
  index: number,
  keep: (fields: Partial<DraftFile>) => Promise<void>,
): Promise<OutgoingFile | undefined> {
  const file = fileAt(delivery.open.draft, index)
  const check = await delivery.context.files.check(file.path)
  const same = 'file' in check && check.file.size === file.size && check.modified.toISOString() === file.modified
  if (same) return { ...check.file, name: file.name }
  // Changed or gone since it was given: whether the former one arrived is asked first.
  const arrived = file.unanswered && (await arrivedAs(file, delivery))
  if (arrived) await keep({ document: arrived, unanswered: undefined })
  if (arrived) return undefined
  if (!('file' in check)) throw check.problem
  const { size } = check.file
  const sha1 = await sha1OfFile(file.path)
  await keep({ size, sha1, modified: check.modified.toISOString(), unanswered: undefined })
  return { ...check.file, name: file.name }
}

async function arrivedAs({ sha1 }: DraftFile, delivery: Delivery): Promise<number | undefined> {
  const others = new Set(othersOf(delivery))
  const { documents } = await delivery.platform.tickets.get(delivery.ticketId)
  return documents.find((document) => document.sha1 === sha1 && !others.has(document.id))?.id
}

function othersOf({ open, before }: Delivery): number[] {
  return [...before, ...open.draft.files.flatMap(({ document }) => document ?? [])]
}

function fileAt({ files }: Draft, index: number): DraftFile {
  const file = files[index]
  if (!file) throw new RangeError(`the draft has no file ${index}`)
  return file
}

function filesWith({ files }: Draft, index: number, fields: Partial<DraftFile>): DraftFile[] {
  return files.map((file, at) => (at === index ? { ...file, ...fields } : file))
}
