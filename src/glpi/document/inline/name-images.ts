import { IpeosError } from '../../../errors/error.ts'
import type { TicketDocument } from '../../../itil/ticket.ts'
import { FormHidden, openSite, type WebSite } from '../../form/site.ts'
import type { Http, HttpResponse } from '../../http/http.ts'
import { headerOf, isFile } from '../../http/transport.ts'
import type { Session } from '../../session/session.ts'

/** As many are asked for what they are called; of the others their number is enough. */
const mostAsked = 12
/** Bytes: the head of the answer tells it, and the rest is not read. */
const longestRead = 100 * 1024 * 1024

/**
 * The same documents, those images named that nobody named so far, as the page that shows them says it (contract, «its bytes,
 * through the page»), with their types and sizes: the API tells a customer neither. What cannot be learned stays as it is.
 */
export async function named(
  documents: TicketDocument[],
  ticketId: number,
  session: Session,
  http: Http,
): Promise<TicketDocument[]> {
  const asked = documents.filter(({ inline }) => inline?.isUnnamed).slice(0, mostAsked)
  if (asked.length === 0) return documents
  try {
    const site = await openSite(session, http)
    const told = await Promise.all(asked.map((image) => nameOf(image, ticketId, site)))
    const byId = new Map(told.map((image) => [image.id, image]))
    return documents.map((document) => byId.get(document.id) ?? document)
  } catch (error) {
    if (error instanceof IpeosError || error instanceof FormHidden) return documents
    throw error
  }
}

async function nameOf(image: TicketDocument, ticketId: number, site: WebSite): Promise<TicketDocument> {
  const path = `front/document.send.php?docid=${image.id}&itemtype=Ticket&items_id=${ticketId}`
  const response = await site.file(path, longestRead).catch((error: unknown) => {
    if (error instanceof IpeosError) return undefined
    throw error
  })
  response?.stream?.on('error', () => undefined).destroy()
  const fileName = response && isFile(response) ? nameIn(response) : ''
  if (!response || fileName === '' || !image.inline) return image
  const { isUnnamed: _unnamed, ...inline } = image.inline
  const size = headerOf(response, 'content-length')
  const mime = headerOf(response, 'content-type').replace(/;.*/, '').trim()
  return { ...image, fileName, inline, ...(mime && { mime }), ...(/^\d{1,12}$/.test(size) && { size: Number(size) }) }
}

/** The name that a Content-Disposition gives, with accents where it has them. */
function nameIn(response: HttpResponse): string {
  const told = headerOf(response, 'content-disposition')
  const encoded = /\bfilename\*\s?=\s?utf-8''([^\s;]{1,2000})/i.exec(told)?.[1]
  const plain = /\bfilename\s?=\s?"([^"]{1,1000})"/i.exec(told)?.[1]
  return (encoded === undefined ? undefined : decoded(encoded)) ?? plain ?? ''
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
