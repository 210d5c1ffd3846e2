import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { IncomingFile } from '../../../glpi/document/documents.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { embeddedIn } from '../../../glpi/ticket/text-images.ts'
import type { TicketDocument } from '../../../itil/ticket.ts'

/** The bytes of a document of a ticket; of an image that stands in a text as such, from there. Rejects as `Documents.download` does. */
export async function bytesOf(
  { id, inline }: TicketDocument,
  ticketId: number,
  { documents }: Pick<Platform, 'documents'>,
): Promise<IncomingFile> {
  const embedded = id > 0 ? undefined : embeddedIn(inline?.sources[0] ?? '')
  if (!embedded) return documents.download(ticketId, id)
  const { bytes, mime } = embedded
  return { size: bytes.length, mime, stream: Readable.from([bytes]) }
}

/** A document whose bytes are here. */
export interface WholeDocument {
  sha1: string
  bytes: Buffer
}

/** All of it, with its sum: the platform tells none of an image that only a text has. Rejects as its stream does. */
export async function wholeOf({ stream }: IncomingFile): Promise<WholeDocument> {
  const chunks: Uint8Array[] = []
  const hash = createHash('sha1')
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    hash.update(chunk)
  }
  return { sha1: hash.digest('hex'), bytes: Buffer.concat(chunks) }
}
