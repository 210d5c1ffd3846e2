import { createHash } from 'node:crypto'
import type { Ticket, TicketDocument, TimelineEntry } from '../../../itil/ticket.ts'
import type { Http } from '../../http/http.ts'
import type { Session } from '../../session/session.ts'
import { documentIn, embeddedIn, imagesIn, saysNothing } from '../../ticket/text-images.ts'

/** The documents of a ticket as `withTextImages` gives them, those images named that the ticket itself does not name. */
export async function imagesOf(
  ticket: Ticket,
  timeline: readonly TimelineEntry[],
  session: Session,
  http: Http,
): Promise<TicketDocument[]> {
  const { rootUrl } = await session.current()
  const documents = withTextImages(ticket, timeline, rootUrl)
  if (!documents.some(({ inline }) => inline?.isUnnamed)) return documents
  const { named } = await import('./name-images.ts')
  return named(documents, ticket.id, session, http)
}

/** A text of a ticket: who wrote it, and when. */
interface TicketText {
  html: string
  date: Date
  author?: string | undefined
}

/**
 * The documents of a ticket with the images that stand in its texts, each once: those that hang on the ticket too are where
 * they were, the others come last (contract, «which is not in the list of documents»). Asks nothing of anybody.
 */
function withTextImages(ticket: Ticket, timeline: readonly TimelineEntry[], rootUrl: string): TicketDocument[] {
  const listed = new Map(ticket.documents.map((document) => [document.id, document]))
  const images = new Map<string, TicketDocument>()
  for (const text of textsOf(ticket, timeline)) {
    for (const { source, alt } of imagesIn(text.html)) {
      const id = documentIn(source, rootUrl)
      const key = id === undefined ? source : `document ${id}`
      const known = images.get(key)
      if (known?.inline?.sources.includes(source)) continue
      const number = known?.inline?.number ?? images.size + 1
      const found =
        known ?? (id === undefined ? embedded(source, alt, number, text) : tied(id, alt, number, text, listed))
      if (!found) continue
      const sources = [...(known?.inline?.sources ?? []), source]
      images.set(key, { ...found, inline: { ...found.inline, number, sources } })
    }
  }
  const all = [...images.values()]
  const inTexts = new Map(all.map((image) => [image.id, image]))
  return [
    ...ticket.documents.map((document) => inTexts.get(document.id) ?? document),
    ...all.filter(({ id }) => !listed.has(id)),
  ]
}

function textsOf({ description, requester, opened }: Ticket, timeline: readonly TimelineEntry[]): TicketText[] {
  return [
    { html: description, author: requester, date: opened },
    ...timeline.flatMap((entry) =>
      'html' in entry ? [{ html: entry.html, author: entry.author, date: entry.date }] : [],
    ),
  ]
}

function tied(
  id: number,
  alt: string,
  number: number,
  { date, author }: TicketText,
  listed: ReadonlyMap<number, TicketDocument>,
): TicketDocument {
  const own = listed.get(id)
  if (own) return own
  const name = saysNothing(alt) ? '' : alt
  return {
    id,
    fileName: name || `image-${number}`,
    mime: 'application/octet-stream',
    added: date,
    ...(author !== undefined && { author }),
    ...(name === '' && { inline: { number, sources: [], isUnnamed: true as const } }),
  }
}

/** Numbered below 0, since no document has such a number. */
function embedded(
  source: string,
  alt: string,
  number: number,
  { date, author }: TicketText,
): TicketDocument | undefined {
  const found = embeddedIn(source)
  if (!found) return undefined
  const { mime, bytes } = found
  const ending = `.${endings[mime] ?? mime.replace(/^image\/(?:x-)?/, '').replace(/\W.*/, '')}`
  const isNamed = alt !== '' && !saysNothing(alt)
  const name = isNamed ? alt : `image-${number}`
  return {
    id: -number,
    fileName: name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`,
    mime,
    sha1: createHash('sha1').update(bytes).digest('hex'),
    size: bytes.length,
    added: date,
    ...(author !== undefined && { author }),
  }
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg', 'image/x-icon': 'ico' }
