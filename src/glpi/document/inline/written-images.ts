import { escapeHtml, textToHtml } from '../../html.ts'
import type { Session } from '../../session/session.ts'
import { documentIn, imagesIn } from '../../ticket/text-images.ts'
import type { TextImage } from '../documents.ts'
import { imageReferences, withReferences } from './image-reference.ts'

/** GLPI 10 keeps the first of the files that come with a text, 11 all; contract, «two files with one ticket». */
export async function mostFiles(session: Session): Promise<number> {
  const { glpiVersion } = await session.verified()
  return Number.parseInt(glpiVersion, 10) < 11 ? 1 : Number.POSITIVE_INFINITY
}

/**
 * A text as `textToHtml` gives it, with its images: those that are `sent` with it by their tags (contract, «a ticket and its
 * inline image in one request»), of the `others` their names.
 */
export function htmlWithImages(
  text: string,
  sent: ReadonlyArray<Pick<TextImage, 'name' | 'tag'>>,
  others: readonly string[] = [],
): string {
  if (imageReferences(text).length === 0) return textToHtml(text)
  const tags = new Map(sent.map(({ name, tag }) => [name, tag]))
  const placed: string[] = []
  const withPlaces = withReferences(text.replace(/[\ue010\ue011]/g, ''), ({ path, words }) => {
    const tag = tags.get(path)
    if (tag === undefined) return others.includes(path) ? `[${words || path}]` : undefined
    placed.push(`<img id="${tag}" alt="${escapeHtml(words || path).replaceAll('"', '&quot;')}">`)
    return `\ue010${placed.length - 1}\ue011`
  })
  return textToHtml(withPlaces).replace(/\ue010(\d+)\ue011/g, (_place, index) => placed[Number(index)] ?? '')
}

/** The documents that GLPI made of images with these tags, by the tags, as the text of them says. */
export function documentsOfTags(html: string): Map<string, number> {
  return new Map(
    imagesIn(html).flatMap(({ alt, source }) => {
      const document = documentIn(source)
      return document === undefined ? [] : [[alt, document] as const]
    }),
  )
}
