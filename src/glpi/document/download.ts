import { type IpeosError, NotAllowed, NotFound } from '../../errors/error.ts'
import { openSite, unreadable } from '../form/site.ts'
import type { Http, HttpResponse } from '../http/http.ts'
import { headerOf, hostOf, isFile, notOverloaded } from '../http/transport.ts'
import { refused, serverError } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import type { IncomingFile } from './documents.ts'

/** Bytes: far more than any limit for sending, which may have been higher once. */
const largestFile = 100 * 1024 * 1024

/** What carries a document: a ticket, or an article of the FAQ. */
export interface DocumentOwner {
  itemtype: 'Ticket' | 'KnowbaseItem'
  id: number
}

/**
 * The bytes of a document of a ticket or an article, streamed: from the API, and where it refuses a customer, as on GLPI 11, from the
 * site with the cookie of the same session (GLPI.md, «documents»). Rejects with `NotFound` or `NotAllowed` when neither
 * gives them.
 */
export async function downloadDocument(
  session: Session,
  http: Http,
  owner: DocumentOwner,
  documentId: number,
): Promise<IncomingFile> {
  const limit = Math.max(largestFile, (await session.current()).fileLimit)
  // First, on GLPI 11 too: it renews a dead session, which a page of the web would not tell from a stranger.
  const answer = await session.askFile(`Document/${documentId}`, limit)
  if ('file' in answer) return incoming(answer.file)
  if (answer.refusal.status === 404) throw missing(documentId)
  if (answer.refusal.status !== 403) throw refused(answer.refusal)
  return incoming(await fromSite(session, http, { owner, documentId, limit }))
}

interface Wanted {
  owner: DocumentOwner
  documentId: number
  limit: number
}

async function fromSite(session: Session, http: Http, { owner, documentId, limit }: Wanted): Promise<HttpResponse> {
  try {
    const site = await openSite(session, http)
    const path = `front/document.send.php?docid=${documentId}&itemtype=${owner.itemtype}&items_id=${owner.id}`
    const response = await site.file(path, limit)
    if (isFile(response)) return response
    response.stream?.destroy()
    throw await notGiven(session, documentId, response)
  } catch (error) {
    throw unreadable(error, (cause) => notAllowed(documentId, cause))
  }
}

async function notGiven(session: Session, documentId: number, response: HttpResponse): Promise<IpeosError> {
  const { status } = response
  const { rootUrl } = await session.current()
  notOverloaded(rootUrl, response)
  if (status === 404) return missing(documentId)
  if (status >= 500) return serverError(hostOf(rootUrl), response)
  return notAllowed(documentId)
}

function incoming(response: HttpResponse): IncomingFile {
  const size = headerOf(response, 'content-length')
  const mime = headerOf(response, 'content-type').replace(/;.*/, '').trim()
  if (!response.stream) throw new TypeError('a file that was asked for as a stream came without one')
  return { ...(/^\d{1,15}$/.test(size) && { size: Number(size) }), ...(mime && { mime }), stream: response.stream }
}

function missing(id: number): NotFound {
  return new NotFound('document-not-found', { id })
}

function notAllowed(id: number, cause?: unknown): NotAllowed {
  return new NotAllowed('document-refused', { id }, { cause })
}
