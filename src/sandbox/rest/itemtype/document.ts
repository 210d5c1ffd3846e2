import { say } from '../../messages.ts'
import type { Site } from '../../site.ts'
import type { DocumentRow, TicketRow } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { mayFollow, maySee } from '../../ticket/visibility.ts'
import type { Viewer } from '../../viewer.ts'
import { type Answer, type Call, itemNotFound, notDone, rightMissing } from '../answer.ts'
import { type Added, type Fields, numberIn, tableResource, textIn } from '../resource.ts'
import { reopenedByRequester, touch } from './answered.ts'
import { idsIn } from './ticket-people.ts'
import { keepUpload, type Upload, uploadResults, uploadsOf } from './upload.ts'

/** Documents, by themselves. */
export const documentResource = tableResource('Document', {
  // Contract steps "Self-Service reads Document" and "GET Document, its description".
  mayList: ({ viewer }) => viewer.profile.readsConfiguration,
  mayRead: (call, document) => call.viewer.profile.readsConfiguration && call.viewer.entities.has(document.entities_id),
  show: (_call, document) => wireDocument(document),
  create: createDocument,
})

/** What documents are attached to. */
export const documentItemResource = tableResource('Document_Item', {
  // Contract step "Document_Item is closed to Self-Service".
  mayList: ({ viewer }) => viewer.profile.readsConfiguration,
  mayRead: () => true,
  idsOf: ({ site }, parent, id) =>
    idsIn(site.store.table('Document_Item').by('items_id', id)).filter(
      (link) => site.store.get('Document_Item', link)?.itemtype === parent,
    ),
})

function wireDocument(document: DocumentRow): Fields {
  return {
    ...document,
    filepath: filePath(document),
    is_recursive: 0,
    documentcategories_id: 0,
    link: null,
    comment: null,
    tag: null,
  }
}

function filePath({ sha1sum, filename }: DocumentRow): string {
  const extension = filename.split('.').at(-1)?.toUpperCase() ?? ''
  return sha1sum === '' ? '' : `${extension}/${sha1sum.slice(0, 2)}/${sha1sum.slice(2)}.${extension}`
}

/** The documents of a ticket or an article, as `with_documents=true` lists them: the only way for Self-Service. */
export function documentsOf({ store }: Site, parent: string, parentId: number): Fields[] {
  const links = store.table('Document_Item').by('items_id', parentId)
  return links.flatMap(({ itemtype, documents_id, date_creation, timeline_position }) => {
    // Contract step "which is not in the list of documents".
    const isListed = itemtype === parent && timeline_position === undefined
    const document = isListed ? store.get('Document', documents_id) : undefined
    return document ? [{ ...wireDocument(document), assocdate: date_creation }] : []
  })
}

/** Whether the viewer may have the bytes: a central profile, its author, or who sees what carries it. */
function mayDownload({ store }: Site, viewer: Viewer, document: DocumentRow): boolean {
  if (viewer.profile.readsConfiguration || document.users_id === viewer.user.id) return true
  return store
    .table('Document_Item')
    .by('documents_id', document.id)
    .some(({ itemtype, items_id }) => isSeen(store, viewer, itemtype, items_id))
}

/** Whether the viewer sees the ticket, or the article of the FAQ, of that number. */
export function isSeen(store: Store, viewer: Viewer, itemtype: string, id: number): boolean {
  if (itemtype === 'KnowbaseItem') return store.get('KnowbaseItem', id)?.is_faq === 1
  const ticket = itemtype === 'Ticket' ? store.get('Ticket', id) : undefined
  return ticket !== undefined && maySee(store, viewer, ticket)
}

/** Contract step "GET Document, its bytes": a customer has them on 10.0, and is refused on 11.0. */
export function downloadAnswer(call: Call, id: number): Answer {
  const { site, viewer } = call
  const document = site.store.get('Document', id)
  if (!document) throw itemNotFound(call)
  const isRefused = site.version === '11.0' && !viewer.profile.readsConfiguration
  if (isRefused || !mayDownload(site, viewer, document)) throw rightMissing(call)
  return documentAnswer(site, document) ?? refuseLost(call)
}

/** The bytes of a document; undefined when its file is gone. */
export function documentAnswer({ store }: Site, { sha1sum, mime, filename }: DocumentRow): Answer | undefined {
  const bytes = store.document(sha1sum)
  if (!bytes) return undefined
  const disposition = `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent(filename)}`
  return { status: 200, bytes, headers: { 'Content-Type': mime, 'Content-Disposition': disposition } }
}

function refuseLost(call: Call): never {
  throw itemNotFound(call)
}

/**
 * A file that is too big or of a refused type is not taken, and then «introuvable»: the answer of GLPI.md, "v1 —
 * documents". When the manifest does not name the file, the document is made without it: 201, with `error` set.
 */
function createDocument(call: Call, input: Fields): Added {
  const uploads = uploadsOf(call)
  const ticket = linkedTicket(call, input)
  const [wanted] = Array.isArray(input._filename) ? input._filename.map(String) : []
  const file = uploads.find(({ name, error }) => error === undefined && (wanted === undefined || name === wanted))
  if (wanted !== undefined && !file) throw notDone(call, 'fileNotFound', { name: wanted })
  const name = documentName(call, input, ticket, file)
  const id = keepUpload(call, { ticket, name, file })
  if (ticket) touchByFile(call, ticket)
  return {
    id,
    message: say(call.language, 'added', { name: name || `Document - ID ${id}` }),
    ...uploadResults(uploads),
  }
}

/** What a requester sends changes no date of the ticket by itself: it may still be deleted («First», 4). */
function touchByFile(call: Call, ticket: TicketRow): void {
  const reopened = reopenedByRequester(call, ticket)
  if (reopened || call.viewer.profile.handlesTickets) touch(call, ticket, reopened ?? {})
}

/** 10.0 names a document after its ticket, 11.0 as the client said (contract step "POST Document, linked to the ticket"). */
function documentName({ site }: Call, input: Fields, ticket: TicketRow | undefined, file: Upload | undefined): string {
  if (site.version === '10.0' && ticket) return `Document : Ticket - ${ticket.name}`
  return textIn(input, 'name') || file?.name || ''
}

function linkedTicket(call: Call, input: Fields): TicketRow | undefined {
  if (input.itemtype !== 'Ticket') return undefined
  const { site, viewer } = call
  const ticket = site.store.get('Ticket', numberIn(input, 'items_id') ?? 0)
  if (!ticket || !mayFollow(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  return ticket
}
