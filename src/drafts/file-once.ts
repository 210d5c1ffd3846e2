import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { wireName } from '../glpi/document/document.ts'
import type { OutgoingFile } from '../glpi/document/documents.ts'
import type { Platform } from '../glpi/platform.ts'
import type { Unanswered } from './draft.ts'
import { once, type Patience } from './once.ts'

/** One file on its way to a ticket. */
export interface FileErrand {
  ticketId: number
  file: OutgoingFile
  /** Of the bytes as they were when they were given. */
  sha1: string
  /** Documents of the ticket that are certainly another file: those from before, and those of the files already sent. */
  others: Iterable<number>
  unanswered: Unanswered | undefined
  keep(unanswered: Unanswered | undefined): Promise<void>
  onProgress(bytes: number): void
  onDoubt?(): void
}

/**
 * Joins a file to a ticket exactly once; gives the document's number. When an answer was lost, a document of the same
 * bytes that is none of the others is this one: identical bytes given twice are thus there twice.
 */
export async function sendFileOnce(errand: FileErrand, platform: Platform, patience: Patience): Promise<number> {
  const { ticketId, file, sha1, keep, unanswered, onProgress, onDoubt } = errand
  const others = new Set(errand.others)
  const isIt = (document: { id: number; fileName: string; sha1?: string }): boolean =>
    !others.has(document.id) && (document.sha1 ? document.sha1 === sha1 : document.fileName === wireName(file.name))
  const { result } = await once(
    {
      find: async () => (await platform.tickets.get(ticketId)).documents.find(isIt)?.id,
      send: async () => (await platform.documents.attach(ticketId, file, onProgress)).id,
      unanswered,
      keep,
      ...(onDoubt && { onDoubt }),
    },
    patience,
  )
  return result
}

/** The SHA-1 of a stream's bytes, in hexadecimal, as the platform gives it of its documents. */
export async function sha1Of(stream: Readable): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Bytes read at a time: sixteen times as many as usual, for each piece costs far more than its bytes. */
const pieceSize = 1024 * 1024

/** The same of a file. */
export function sha1OfFile(path: string): Promise<string> {
  return sha1Of(createReadStream(path, { highWaterMark: pieceSize }))
}
