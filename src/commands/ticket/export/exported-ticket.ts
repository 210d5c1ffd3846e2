import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import * as z from 'zod/mini'
import type { Context } from '../../../app/context.ts'
import type { Dates } from '../../../dates/dates.ts'
import { Cancelled, IpeosError, NotLoggedIn, Unreachable } from '../../../errors/error.ts'
import { parseJson } from '../../../files/parse-json.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { TicketDocument, TicketSummary } from '../../../itil/ticket.ts'
import { fitForTerminal, toJson } from '../../../records/format/json.ts'
import { ticketPageRecord } from '../../../records/ticket/page.ts'
import { fileName } from '../../../terminal/sanitize.ts'
import { ticketMarkdown } from '../../../views/ticket/markdown.ts'
import { bytesOf } from '../download/document-bytes.ts'
import { surveyOf } from '../show/shown-ticket.ts'
import { wholeTicket } from '../show/whole-ticket.ts'

/** The last thing written in the folder of a ticket: without it, or with another date, the ticket is fetched. */
const stateFile = 'export.json'
/** A change of the very moment of the export may have been missed: dates of the platform tell seconds only (ms). */
const tooFresh = 60_000

const stateSchema = z.object({
  version: z.literal(1),
  platform: z.string(),
  id: z.int(),
  title: z.string(),
  status: z.string(),
  opened: z.string(),
  /** As the platform said it when the ticket was read. */
  changed: z.string(),
  /** False when it may have changed while it was read. */
  settled: z.boolean(),
  /** How far its survey was: its answer changes no date of the ticket. Absent: there was none. */
  survey: z.optional(z.string()),
  documents: z.int(),
})

/** What is known of a ticket that is in the folder. */
export type ExportedState = z.infer<typeof stateSchema>

export interface Destination {
  /** As the person named it. */
  folder: string
  /** The platform's root. */
  root: string
  platform: Platform
  dates: Dates
  context: Context
  /** Told how to remove a file that is half there; gives what says that it is no longer. */
  onPart(remove: () => void): () => void
}

/** `ticket-000015`: in the order of the numbers, wherever names are sorted. */
export function folderOf(id: number): string {
  return `ticket-${String(id).padStart(6, '0')}`
}

/** The state in which this ticket was exported; undefined when it never was, as a whole. */
export async function exportedState(id: number, { folder, context }: Pick<Destination, 'folder' | 'context'>) {
  const text = await context.files.read(`${folder}/${folderOf(id)}/${stateFile}`)
  const read = z.safeParse(stateSchema, text && parseJson(text.toString('utf8')))
  return read.success ? read.data : undefined
}

/** True when the platform has nothing newer. */
export function isUnchanged(known: ExportedState | undefined, ticket: TicketSummary, { root }: Destination): boolean {
  if (known?.settled !== true || known.platform !== root) return false
  return Date.parse(known.changed) === ticket.changed.getTime() && known.survey === surveyMark(ticket)
}

/** How far the survey of a closed ticket is, in a word that changes with it; undefined where there is none. */
function surveyMark({ status, surveyState }: Pick<TicketSummary, 'status' | 'surveyState'>): string | undefined {
  if (status !== 'closed' || !surveyState) return undefined
  const { begun, answered, mark } = surveyState
  return [begun?.toISOString(), answered?.toISOString(), mark].map((part) => part ?? '-').join(' ')
}

/** A ticket that was fetched. */
interface Kept {
  state: ExportedState
  /** False when the folder said the very same of it before. */
  isNews: boolean
}

/**
 * Fetches a ticket whole and keeps it: documents first, then the pages, and last the word that all of it is there.
 * `listed`: what a list said of it before, where one was read.
 */
export async function keepTicket(
  id: number,
  listed: TicketSummary | undefined,
  destination: Destination,
): Promise<Kept> {
  const { platform, dates, context, root } = destination
  for (const path of [folderOf(id), `${folderOf(id)}/documents`])
    await context.files.refuseLink(`${destination.folder}/${path}`)
  const read = await platform.tickets.get(id)
  const [whole, survey] = await Promise.all([wholeTicket(read, platform), surveyOf(read, platform, keepsBack)])
  const shown = { ...whole, ...(survey && { survey }) }
  const { ticket } = shown
  const failed = await keepDocuments(id, ticket.documents, destination)
  const pathOf = (documentId: number): string | undefined => {
    const document = ticket.documents.find((one) => one.id === documentId && !failed.has(one.id))
    return document && `documents/${nameOf(document)}`
  }
  const json = `${toJson(await ticketPageRecord(shown, dates), true)}\n`
  const before = await context.files.read(`${destination.folder}/${folderOf(id)}/ticket.json`)
  const page = await ticketMarkdown(shown, { t: context.t, dates }, pathOf)
  await keepText(id, 'ticket.md', `${page}\n`, destination)
  await keepText(id, 'ticket.json', json, destination)
  for (const error of failed.values()) throw error
  const state: ExportedState = {
    ...{ version: 1, platform: root, id, title: ticket.title, status: ticket.status },
    opened: dates.iso(ticket.opened),
    changed: dates.iso(ticket.changed),
    settled: context.clock.now().getTime() - ticket.changed.getTime() > tooFresh,
    documents: ticket.documents.length,
    // What the list says is compared with what a list said: it may tell of a survey that cannot be read.
    survey: surveyMark(listed ?? { status: ticket.status, ...(survey && { surveyState: survey }) }),
  }
  await keepText(id, stateFile, `${fitForTerminal(JSON.stringify(state, undefined, 2))}\n`, destination)
  return { state, isNews: before?.toString('utf8') !== json }
}

/** What the platform does not give of a survey keeps the ticket back no more than `show`; its absence is another thing. */
function keepsBack(error: IpeosError): boolean {
  return error instanceof Unreachable || isEndOfAll(error)
}

/** Its number goes before the name: two documents of a ticket may have one name. */
function nameOf({ id, fileName: shown, inline }: TicketDocument): string {
  return `${id > 0 ? id : `image-${inline?.number}`}-${fileName(shown)}`
}

/** A document that the platform does not give keeps nothing else back. */
async function keepDocuments(
  id: number,
  documents: TicketDocument[],
  destination: Destination,
): Promise<Map<number, IpeosError>> {
  const failed = new Map<number, IpeosError>()
  for (const document of documents) {
    try {
      await keepDocument(id, document, destination)
    } catch (error) {
      if (!(error instanceof IpeosError) || isEndOfAll(error)) throw error
      failed.set(document.id, error)
    }
  }
  return failed
}

/** What the next ticket, or document, would meet too. */
export function isEndOfAll(error: unknown): boolean {
  if (!(error instanceof IpeosError) || error.code === 'cannot-write-file') return true
  return error instanceof NotLoggedIn || error instanceof Cancelled
}

async function keepDocument(ticketId: number, document: TicketDocument, destination: Destination): Promise<void> {
  const { folder, platform, context } = destination
  const home = `${folder}/${folderOf(ticketId)}/documents`
  const name = nameOf(document)
  if (await isThere(`${home}/${name}`, document, context)) return
  const { stream } = await bytesOf(document, ticketId, platform)
  await keep(home, { name, stream, sha1: document.sha1 }, destination)
}

/** A document never changes on the platform; one of ours that was changed here is fetched again, where its sum is known. */
async function isThere(path: string, { sha1 }: TicketDocument, { files }: Context): Promise<boolean> {
  const bytes = await files.read(path)
  return bytes !== undefined && (!sha1 || createHash('sha1').update(bytes).digest('hex') === sha1)
}

async function keepText(id: number, name: string, text: string, destination: Destination): Promise<void> {
  await keep(`${destination.folder}/${folderOf(id)}`, { name, stream: Readable.from([Buffer.from(text)]) }, destination)
}

/** Keeps a file whole or not at all, in the place of a former one. */
export async function keep(
  folder: string,
  content: { name: string; stream: Readable; sha1?: string | undefined },
  { context, onPart }: Pick<Destination, 'context' | 'onPart'>,
): Promise<void> {
  let over = (): void => undefined
  try {
    await context.files.keep(folder, content, {
      replace: true,
      // What is said on a ticket is between its people and support.
      isPrivate: true,
      onProgress: () => undefined,
      onPart: (remove) => {
        over = onPart(remove)
      },
    })
  } finally {
    over()
  }
}
