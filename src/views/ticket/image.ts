import { type ImageInText, withImageWords } from '../../glpi/ticket/text-images.ts'
import { sizeWord } from '../../i18n/size.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { ShownTicket } from '../../itil/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'

/** A ticket in whose texts the images stand as words: «image 1: capture.png». */
export function withNamedImages(shown: ShownTicket, t: Translate): ShownTicket {
  const { ticket, timeline } = shown
  const { documents } = ticket
  if (!documents.some(({ inline }) => inline)) return shown
  const named = (html: string): string => withImageWords(html, documents, (image) => imageWord(image, t))
  return {
    ...shown,
    ticket: { ...ticket, description: named(ticket.description) },
    timeline: timeline.map((entry) => ('html' in entry ? { ...entry, html: named(entry.html) } : entry)),
  }
}

/** «image 1: capture.png». */
export function imageWord({ id, fileName, size, inline: { number, isUnnamed } }: ImageInText, t: Translate): string {
  if (isUnnamed) return t('show.image-unnamed', { number })
  const name = plain(fileName)
  // Of what stands in the text itself nobody else says how large it is.
  if (id > 0 || size === undefined) return t('show.image', { number, name })
  return t('show.image-sized', { number, name, size: sizeWord(size, t.language) })
}
