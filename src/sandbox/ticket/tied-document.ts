import { createHash } from 'node:crypto'
import type { Store } from '../store/store.ts'
import { mimeOf } from './file-type.ts'

interface Tied {
  name: string
  bytes: Uint8Array
  users_id: number
  date: string
  /** It stands in a text, and is in no list. */
  isInline?: boolean
}

/** Puts a document of a ticket into the store, and gives its number. */
export function tieDocument(
  store: Store,
  items_id: number,
  { name, bytes, users_id, date, isInline = false }: Tied,
): number {
  const sha1sum = createHash('sha1').update(bytes).digest('hex')
  const entities_id = store.get('Ticket', items_id)?.entities_id ?? 0
  store.keepDocument(sha1sum, bytes)
  const mime = mimeOf(name) ?? 'application/octet-stream'
  const document = { entities_id, name, filename: name, mime, sha1sum, users_id, is_deleted: 0 } as const
  const { id } = store.add('Document', { ...document, date_creation: date, date_mod: date })
  const position = isInline ? { timeline_position: -1 as const } : {}
  store.add('Document_Item', {
    ...{ documents_id: id, itemtype: 'Ticket', items_id, users_id, ...position, date_creation: date },
  })
  return id
}

/** What shows an image within a text, as the page of GLPI writes it: its words are a tag, and no name. */
export function imageLink(documentId: number, ticketId: number): string {
  const address = `/front/document.send.php?docid=${documentId}&amp;itemtype=Ticket&amp;items_id=${ticketId}`
  const tag = `3f1c9a52-8d07e4b6-65a1f0c3d2b7e9.${String(documentId).padStart(8, '0')}`
  return `<a href="${address}" target="_blank" ><img alt="${tag}" width="320" src="${address}" /></a>`
}
