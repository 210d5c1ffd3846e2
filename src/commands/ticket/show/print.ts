import { basename, dirname, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from '../../../app/context.ts'
import { IpeosError, WrongUsage } from '../../../errors/error.ts'
import type { IncomingFile } from '../../../glpi/document/documents.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { sizeWord } from '../../../i18n/size.ts'
import type { ShownTicket, TicketDocument } from '../../../itil/ticket.ts'
import { dataOf } from '../../../views/ticket/print/picture.ts'
import { type PrintedTicket, printPage } from '../../../views/ticket/print/print-page.ts'
import { bytesOf } from '../download/document-bytes.ts'
import { Failures } from '../several/each-ticket.ts'
import type { Tickets } from '../several/tickets.ts'
import { fetchShown } from './shown-ticket.ts'

/** Where a page goes: the file that was named, `-` or nothing for standard output. */
export interface PrintTarget {
  file: string | undefined
  /** In the place of a file of that name; otherwise it gets another name, «page (2).html». */
  replace: boolean
}

/** Writes tickets as one page of HTML that can be printed: to a file where one is named, else to standard output. */
export async function printTickets({ ids, isOne }: Tickets, target: PrintTarget, context: Context): Promise<void> {
  await refuseOthers(target, context)
  const failures = new Failures(ids.length, context)
  const printed: PrintedTicket[] = []
  const room: Room = { left: mostBytes }
  for (const id of ids) {
    if (failures.isOver) break
    const print = async () => void printed.push(await withPictures(await fetchShown(id, context), room, context))
    await (isOne ? print() : failures.watch(id, print))
  }
  if (printed.length > 0) {
    await write(`${printPage(printed, { t: context.t, dates: context.dates() })}\n`, target, context)
  }
  failures.throwIfAny()
}

/** Only a plain file gives its name up to a newer one: no folder, no device, no pipe. */
async function refuseOthers({ file }: PrintTarget, { files }: Context): Promise<void> {
  if (file === undefined || file === '-') return
  if (!isFileName(file)) throw new WrongUsage('not-to-write', { path: file || '""' })
  const found = await files.check(file)
  if (!('problem' in found)) return
  if (found.problem.code === 'file-is-folder' || found.problem.code === 'file-special')
    throw new WrongUsage('not-to-write', { path: file })
}

/** Not where it is empty, or the name of a folder, which need not be there. */
function isFileName(path: string): boolean {
  return !path.endsWith('/') && !path.endsWith(sep) && !['', '.', '..'].includes(basename(path))
}

async function write(page: string, { file, replace }: PrintTarget, context: Context): Promise<void> {
  const { terminal, files, t, ifInterrupted } = context
  if (file === undefined || file === '-') return terminal.page(page)
  const bytes = Buffer.from(page)
  const content = { name: basename(file), stream: Readable.from([bytes]) }
  const { path } = await files.keep(dirname(file), content, {
    replace,
    // What is said on a ticket is between its people and support.
    isPrivate: true,
    onProgress: () => undefined,
    onPart: (remove) => ifInterrupted(undefined, remove),
  })
  if (terminal.outputIsTerminal) terminal.note('download.saved', { path, size: sizeWord(bytes.length, t.language) })
  else terminal.print(path)
}

/** Of one ticket: more pictures than that, or larger ones (bytes), are named only. */
const most = { pictures: 50, bytes: 5 * 1024 * 1024 }
/** Bytes of all pictures of a page: with more of them it would be too long a text. */
const mostBytes = 100 * 1024 * 1024

/** What is left of them. */
interface Room {
  left: number
}

/** Pictures that are fetched at once. */
const lanes = 3

async function withPictures(shown: ShownTicket, room: Room, context: Context): Promise<PrintedTicket> {
  const { terminal, t, platform } = context
  const { id, documents } = shown.ticket
  const images = documents.filter(({ inline }) => inline)
  if (images.length === 0) return { shown, pictures: new Map() }
  const fetching = fetchAll(id, images.slice(0, most.pictures), room, await platform())
  const pictures = await terminal.during(t('print.pictures'), fetching)
  const missing = images.length - pictures.size
  if (missing > 0) terminal.remark('print.without-pictures', { id, count: missing })
  return { shown, pictures }
}

/** As `data:`, by their numbers within the texts; those that cannot be had, or are none, are left out. */
async function fetchAll(
  ticketId: number,
  images: TicketDocument[],
  room: Room,
  platform: Platform,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const left = images.values()
  const lane = async (): Promise<void> => {
    for (const image of left) {
      if (room.left <= 0) return
      const bytes = await fetchOne(ticketId, image, platform)
      const data = bytes && bytes.length <= room.left ? dataOf(bytes) : undefined
      if (!image.inline || !bytes || data === undefined) continue
      room.left -= bytes.length
      found.set(image.inline.number, data)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return found
}

async function fetchOne(ticketId: number, image: TicketDocument, platform: Platform): Promise<Buffer | undefined> {
  try {
    return await upTo(most.bytes, await bytesOf(image, ticketId, platform))
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return undefined
  }
}

/** All of it; undefined for what is larger. */
async function upTo(limit: number, { stream, size = 0 }: IncomingFile): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = size > limit ? size : 0
  if (length === 0)
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > limit) break
      chunks.push(chunk)
    }
  stream.destroy()
  return length > limit ? undefined : Buffer.concat(chunks)
}
