import type { Site } from '../../site.ts'
import { mimeOf } from '../../ticket/file-type.ts'

/** Only what is an image, by its ending, stands within a text. */
export function isImage(name: string): boolean {
  return mimeOf(name)?.startsWith('image/') ?? false
}

/** Whether an image stands within a text, by the tag that its sender gave it: `<img id="TAG">`, or `#TAG#` alone. */
export function showsImage(content: string, tag: string): boolean {
  return replacingTag(content, tag, () => '') !== content
}

function replacingTag(content: string, tag: string, markup: () => string): string {
  const images = content.replace(/<img\b[^<>]*>/g, (image) => (image.includes(` id="${tag}"`) ? markup() : image))
  return images.replaceAll(`#${tag}#`, markup)
}

/** The text with a link to the document in the place of the tag (contract steps "its text points to the document", "the tag alone serves as well"). */
export function withImage(
  { configuration, version }: Site,
  content: string,
  image: { tag: string; documentId: number; ticketId: number; bytes: Uint8Array },
): string {
  const and = version === '10.0' ? '&' : '&amp;'
  const query = [`docid=${image.documentId}`, 'itemtype=Ticket', `items_id=${image.ticketId}`].join(and)
  const address = `${configuration.basePath}/front/document.send.php?${query}`
  const width = widthOf(image.bytes)
  const size = width === undefined ? '' : ` width="${width}"`
  const markup = `<a href="${address}" target="_blank" ><img alt="${image.tag}"${size} src="${address}" /></a>`
  return replacingTag(content, image.tag, () => markup)
}

/** The width of a PNG, in pixels; undefined of another kind. */
function widthOf(bytes: Uint8Array): number | undefined {
  const buffer = Buffer.from(bytes)
  return buffer.length >= 24 && buffer.toString('latin1', 1, 4) === 'PNG' ? buffer.readUInt32BE(16) : undefined
}
