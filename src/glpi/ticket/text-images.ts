import type { InlineImage, TicketDocument } from '../../itil/ticket.ts'
import { decodeEntities, endOfTag, escapeHtml } from '../html.ts'

/** An image that stands in a text of the platform. */
interface ShownImage {
  /** What shows it in the HTML, a link to itself included: from `start` to `end`. */
  start: number
  end: number
  /** As the text names it: an address, or the very bytes (`data:`). */
  source: string
  alt: string
}

/** The images of a text in their order, without those that are commented out; in one pass. */
export function imagesIn(html: string): ShownImage[] {
  const images: ShownImage[] = []
  const next = /<!--|<img(?=[\s/])/gi
  let before = 0
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const start = found.index
    if (found[0] === '<!--') {
      const close = html.indexOf('-->', start)
      if (close < 0) break
      next.lastIndex = close + '-->'.length
      continue
    }
    const end = endOfTag(html, start)
    const tag = html.slice(start, end)
    const source = attribute(tag, 'src')
    const whole = withOwnLink(html, { start, end, before }, source)
    if (source !== '') images.push({ ...whole, source, alt: attribute(tag, 'alt').trim() })
    before = whole.end
    next.lastIndex = whole.end
  }
  return images
}

function attribute(tag: string, name: 'src' | 'alt' | 'href'): string {
  const attributes = /(?<=[\s"'])([a-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
  for (const [, key, double, single, bare] of tag.matchAll(attributes))
    if (key?.toLowerCase() === name) return decodeEntities(double ?? single ?? bare ?? '')
  return ''
}

/** GLPI wraps each image into a link to the image (contract, «its text points to the document»). */
function withOwnLink(
  html: string,
  { start, end, before }: { start: number; end: number; before: number },
  source: string,
): { start: number; end: number } {
  const opening = start > before ? html.slice(before, start).lastIndexOf('<') + before : -1
  const link = opening < before ? '' : html.slice(opening, start)
  const document = documentIn(source)
  const isOwn =
    document !== undefined && /^<a\s[^<>]*>\s*$/i.test(link) && documentIn(attribute(link, 'href')) === document
  const closing = isOwn ? /^\s{0,20}<\/a\s{0,20}>/i.exec(html.slice(end, end + 50)) : undefined
  return closing ? { start: opening, end: end + closing[0].length } : { start, end }
}

const sender = 'front/document.send.php'

/** The document that an address of the platform's own page gives; undefined for any other address. `rootUrl`: of the platform. */
export function documentIn(source: string, rootUrl?: string): number | undefined {
  const [address = '', query = ''] = source.trim().split('?', 2)
  const isAbsolute = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)
  const isOurs = isAbsolute
    ? rootUrl === undefined || address === `${rootUrl}/${sender}`
    : address === sender || address.endsWith(`/${sender}`)
  const id = isOurs ? new URLSearchParams(query.split('#')[0]).get('docid') : null
  return id !== null && /^[1-9]\d{0,8}$/.test(id) ? Number(id) : undefined
}

/** An image whose bytes stand in the text itself. */
interface Embedded {
  mime: string
  bytes: Buffer
}

/** What an address of the kind `data:` holds, where that is an image. */
export function embeddedIn(source: string): Embedded | undefined {
  const head = /^\s*data:(image\/[\w.+-]{1,40})((?:;[^;,]{0,100}){0,5}),/i.exec(source)
  if (!head) return undefined
  const [{ length }, mime = '', parameters = ''] = [head[0], head[1]?.toLowerCase(), head[2]]
  const data = source.slice(length)
  return { mime, bytes: /;base64$/i.test(parameters.trim()) ? Buffer.from(data, 'base64') : percentDecoded(data) }
}

function percentDecoded(text: string): Buffer {
  try {
    return Buffer.from(decodeURIComponent(text))
  } catch {
    return Buffer.from(text)
  }
}

/** A document that stands in a text. */
export type ImageInText = TicketDocument & { inline: InlineImage }

/** A text in which each of these images stands as one with the words that are made of it, and nothing else: no link, no address. */
export function withImageWords(
  html: string,
  documents: readonly TicketDocument[],
  words: (image: ImageInText) => string,
): string {
  const bySource = new Map(
    documents.flatMap((document) => document.inline?.sources.map((source) => [source, document] as const) ?? []),
  )
  if (bySource.size === 0) return html
  const parts: string[] = []
  let done = 0
  for (const { start, end, source } of imagesIn(html)) {
    const document = bySource.get(source)
    if (!document?.inline) continue
    const alt = escapeHtml(words({ ...document, inline: document.inline })).replaceAll('"', '&quot;')
    parts.push(html.slice(done, start), `<img alt="${alt}">`)
    done = end
  }
  return parts.join('') + html.slice(done)
}

/** As GLPI, and ipeos, tag an image until it is a document; it stays as the words of the image, and says nothing. */
const tag = /^(?:[\da-f]{8}-[\da-f]{8}-[\da-f]{14}\.\d{8}|ipeos-[\da-f]{8,40}\.\d{1,4})$/

/** Whether the words of an image tell a person anything. */
export function saysNothing(alt: string): boolean {
  return tag.test(alt)
}
