import { createHash, randomInt } from 'node:crypto'
import { say } from '../../messages.ts'
import type { TicketRow } from '../../store/rows.ts'
import { mimeOf } from '../../ticket/file-type.ts'
import type { Call, UploadedFile } from '../answer.ts'
import type { Added, Fields } from '../resource.ts'
import { isImage, showsImage, withImage } from './inline-image.ts'

/** A file that came with a request. */
export interface Upload extends UploadedFile {
  /** Why the platform did not take it; undefined: it did. */
  error: string | undefined
  prefix: string
}

/** The files of a request, looked at. */
export function uploadsOf(call: Call): Upload[] {
  const { documentMaxSizeMb, uploadMaxSizeBytes } = call.site.configuration
  const limit = Math.min(documentMaxSizeMb * 1024 * 1024, uploadMaxSizeBytes)
  const prefix = onePrefix()
  return call.files.map(({ name, bytes }) => {
    const error = bytes.length > limit ? 'fileTooBig' : mimeOf(name) === undefined ? 'fileTypeRefused' : undefined
    return { name, bytes, prefix, error: error && say(call.language, error) }
  })
}

/** The files of one request have the same (contract step "two files with one ticket"). */
function onePrefix(): string {
  return `${randomInt(2 ** 47)
    .toString(16)
    .padStart(14, '0')}.${String(randomInt(1e8)).padStart(8, '0')}`
}

/** What an answer says of the files that came. */
export function uploadResults(uploads: Upload[]): Pick<Added, 'more'> {
  return uploads.length > 0 ? { more: { upload_result: { filename: uploads.map(uploadResult) } } } : {}
}

interface Kept {
  ticket: TicketRow | undefined
  name: string
  file: Upload | undefined
  /** It stands within a text, and in no list. */
  isInline?: boolean
}

/** Keeps a file as a document, tied to its ticket where it has one; gives its number. */
export function keepUpload({ site, viewer }: Call, { ticket, name, file, isInline }: Kept): number {
  const now = site.time.now()
  const sha1sum = file ? createHash('sha1').update(file.bytes).digest('hex') : ''
  if (file) site.store.keepDocument(sha1sum, file.bytes)
  const { id } = site.store.add('Document', {
    entities_id: ticket?.entities_id ?? viewer.session.entities_id,
    ...{ name, filename: file?.name ?? '', mime: file ? (mimeOf(file.name) ?? '') : '', sha1sum },
    ...{ users_id: viewer.user.id, is_deleted: 0, date_creation: now, date_mod: now },
  })
  if (ticket) {
    const link = { documents_id: id, itemtype: 'Ticket', items_id: ticket.id }
    const position = isInline ? { timeline_position: -1 as const } : {}
    site.store.add('Document_Item', { ...link, users_id: viewer.user.id, ...position, date_creation: now })
  }
  return id
}

/**
 * The files that came with a ticket or a followup: 10 keeps the first, 11 all (contract step "two files with one
 * ticket"). One that it refuses is left out by 10; 11 breaks down of it, and what it made by then stays (contract step "a
 * ticket with a refused file").
 */
export function attachUploads(call: Call, ticket: TicketRow, text: Text): Attached {
  const uploads = uploadsOf(call)
  const is10 = call.site.version === '10.0'
  if (!is10 && uploads.some(({ error }) => error !== undefined)) return { isBroken: true, content: text.content }
  const tags = Array.isArray(text.tags) ? text.tags.map(String) : []
  let { content } = text
  for (const [index, file] of (is10 ? uploads.slice(0, 1) : uploads).entries()) {
    if (file.error !== undefined) continue
    const tag = tags[index] ?? ''
    const isInline = tag !== '' && isImage(file.name) && showsImage(content, tag)
    const documentId = keepUpload(call, { ticket, name: file.name, file, isInline })
    const image = { tag, documentId, ticketId: ticket.id, bytes: file.bytes }
    if (isInline) content = withImage(call.site, content, image)
  }
  return { ...uploadResults(uploads), content }
}

/** A text, and the tags by which its images are known in it, one for each file: `_tag_filename`. */
export interface Text {
  content: string
  tags: unknown
}

/** What became of the files, and the text with its images. */
export type Attached = Pick<Added, 'more' | 'isBroken'> & { content: string }

function uploadResult({ name, bytes, prefix, error }: Upload): Fields {
  return {
    ...{ name: `${prefix}${name}`, size: bytes.length, type: 'application/octet-stream', prefix, display: name },
    ...{ filesize: readableSize(bytes.length), id: `docfilename${randomInt(1e9)}` },
    ...(error === undefined ? {} : { error }),
  }
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} o`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(2)} Kio`
  return `${(bytes / 1024 / 1024).toFixed(2)} Mio`
}
