import type { KeptImage } from '../../../glpi/document/inline/kept-images.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { imagesIn, withImageWords } from '../../../glpi/ticket/text-images.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Ticket } from '../../../itil/ticket.ts'
import { htmlToText } from '../../../terminal/html.ts'
import { imageWord } from '../../../views/ticket/image.ts'

/** A description as a person edits it, and the images that its words stand for. */
export interface EditedDescription {
  text: string
  images: KeptImage[]
}

/** The images are numbered as `ticket show` numbers them: those of the description come first there. */
export async function editedDescription(ticket: Ticket, platform: Platform, t: Translate): Promise<EditedDescription> {
  const { description } = ticket
  const documents = await platform.documents.withImages(ticket, [])
  const read = (html: string): string =>
    htmlToText(
      withImageWords(html, documents, (image) => imageWord(image, t)),
      Number.POSITIVE_INFINITY,
    )
  const images = imagesIn(description).map(({ start, end, source }) => {
    const html = description.slice(start, end)
    const number = documents.find(({ inline }) => inline?.sources.includes(source))?.inline?.number
    return { html, words: read(html), ...(number !== undefined && { number }) }
  })
  return { text: read(description), images }
}
