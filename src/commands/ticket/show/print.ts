import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from '../../../app/context.ts'
import { IpeosError } from '../../../errors/error.ts'
import type { Documents } from '../../../glpi/document/documents.ts'
import { sizeWord } from '../../../i18n/size.ts'
import type { ShownTicket } from '../../../itil/ticket.ts'
import { dataOf, documentShown, type Pictures } from '../../../views/ticket/print/picture.ts'
import { type PrintedTicket, printPage } from '../../../views/ticket/print/print-page.ts'
import { Failures } from '../several/each-ticket.ts'
import type { Tickets } from '../several/tickets.ts'
import { fetchShown } from './shown-ticket.ts'

/** Writes tickets as one page of HTML that can be printed: to a file where one is named, else to standard output. */
export async function printTickets({ ids, isOne }: Tickets, file: string | undefined, context: Context): Promise<void> {
  const failures = new Failures(ids.length, context)
  const printed: PrintedTicket[] = []
  for (const id of ids) {
    if (failures.isOver) break
    const print = async () => void printed.push(await withPictures(await fetchShown(id, context), context))
    await (isOne ? print() : failures.watch(id, print))
  }
  if (printed.length > 0) {
    await write(`${printPage(printed, { t: context.t, dates: context.dates() })}\n`, file, context)
  }
  failures.throwIfAny()
}

async function write(page: string, file: string | undefined, context: Context): Promise<void> {
  const { terminal, files, t, ifInterrupted } = context
  if (file === undefined || file === '-') return terminal.page(page)
  const bytes = Buffer.from(page)
  const content = { name: basename(file), stream: Readable.from([bytes]) }
  await files.keep(dirname(file), content, {
    replace: true,
    // What is said on a ticket is between its people and support.
    isPrivate: true,
    onProgress: () => undefined,
    onPart: (remove) => ifInterrupted(undefined, remove),
  })
  terminal.note('download.saved', { path: file, size: sizeWord(bytes.length, t.language) })
}

/** Of one ticket: more pictures than that, or larger ones (bytes), are named only. */
const most = { pictures: 50, bytes: 5 * 1024 * 1024 }
/** Pictures that are fetched at once. */
const lanes = 3

async function withPictures(shown: ShownTicket, context: Context): Promise<PrintedTicket> {
  const { terminal, t, platform } = context
  const numbers = picturesOf(shown)
  if (numbers.length === 0) return { shown, pictures: named(new Map()) }
  const { documents } = await platform()
  const { id } = shown.ticket
  const found = await terminal.during(t('print.pictures'), fetchAll(id, numbers, documents))
  const missing = numbers.length - found.size
  if (missing > 0) terminal.remark('print.without-pictures', { id, count: missing })
  return { shown, pictures: named(found) }
}

/** The documents that its texts show. */
function picturesOf({ ticket, timeline }: ShownTicket): number[] {
  const texts = [ticket.description, ...timeline.map((entry) => ('html' in entry ? entry.html : ''))]
  const sources = texts.flatMap((html) => [...html.matchAll(/<img\b[^<>]{0,2000}/gi)].map(([tag]) => sourceOf(tag)))
  const numbers = sources.map(documentShown).filter((number) => number !== undefined)
  return [...new Set(numbers)].slice(0, most.pictures)
}

function sourceOf(tag: string): string {
  const source = /\bsrc\s?=\s?(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  return (source?.[1] ?? source?.[2] ?? '').replace(/&(?:amp|#38);/g, '&')
}

function named(found: ReadonlyMap<number, string>): Pictures {
  return {
    of(source, alt) {
      const number = documentShown(source)
      const fileName = source.startsWith('data:') ? '' : (source.split(/[?#]/)[0]?.split('/').pop() ?? '')
      return { data: number === undefined ? undefined : found.get(number), name: alt.trim() || fileName || 'image' }
    },
  }
}

/** As `data:`, by the numbers of their documents; those that cannot be had, or are none, are left out. */
async function fetchAll(ticketId: number, numbers: number[], documents: Documents): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const left = numbers.values()
  const lane = async (): Promise<void> => {
    for (const number of left) {
      const data = await fetchOne(ticketId, number, documents)
      if (data !== undefined) found.set(number, data)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return found
}

async function fetchOne(ticketId: number, number: number, documents: Documents): Promise<string | undefined> {
  try {
    const { stream, size = 0 } = await documents.download(ticketId, number)
    const bytes: Buffer[] = []
    let length = 0
    if (size > most.bytes) stream.destroy()
    else
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > most.bytes) break
        bytes.push(chunk)
      }
    return length > most.bytes || size > most.bytes ? undefined : dataOf(Buffer.concat(bytes))
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    return undefined
  }
}
