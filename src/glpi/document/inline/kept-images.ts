import { escapeHtml, textToHtml } from '../../html.ts'

/** An image that stands in a text already, and is to stay there when the text is written anew. */
export interface KeptImage {
  /** How a person reads it: `[image 1: capture.png]`. */
  words: string
  /** As `words` count it; undefined for one that is not counted. */
  number?: number
  /** What shows it in the platform's text. */
  html: string
}

/** A document of a ticket as an image within its text, as GLPI itself writes it; `link` is the address of the ticket. */
export function shownDocument({ id, name }: { id: number; name: string }, ticketId: number, link: string): KeptImage {
  const { pathname } = new URL('document.send.php', link)
  const source = `${pathname}?docid=${id}&amp;itemtype=Ticket&amp;items_id=${ticketId}`
  const alt = escapeHtml(name).replaceAll('"', '&quot;')
  return {
    words: `[document ${id}: ${name}]`,
    html: `<a href="${source}" target="_blank"><img alt="${alt}" src="${source}"></a>`,
  }
}

interface Place {
  start: number
  end: number
  image: KeptImage
}

/** Words with a number alone will do, or with another name: people shorten them, and languages write them in their own way. */
const counted = /^\[image\s{0,3}(\d{1,4})(?:\s{0,3}:[^\][]{0,300})?\]/

/** Where a text names them: each of several with the same words once, in their order. */
function placesOf(text: string, images: readonly KeptImage[]): Place[] {
  const places: Place[] = []
  const longestFirst = images.toSorted((one, other) => other.words.length - one.words.length)
  let start = text.indexOf('[')
  while (start >= 0) {
    const exact = longestFirst.filter(({ words }) => text.startsWith(words, start))
    const [loose = '', number] = exact.length > 0 ? [] : (counted.exec(text.slice(start, start + 320)) ?? [])
    const meant = exact.length > 0 ? exact : longestFirst.filter((image) => image.number === Number(number))
    const image = meant.find((one) => !places.some((place) => place.image === one)) ?? meant.at(-1)
    const end = start + (exact[0]?.words.length ?? loose.length)
    if (image) places.push({ start, end, image })
    start = text.indexOf('[', image ? end : start + 1)
  }
  return places
}

/** Those that the text names nowhere: they would be gone. */
export function leftOut(text: string, images: readonly KeptImage[]): KeptImage[] {
  const named = new Set(placesOf(text, images).map(({ image }) => image.words))
  return images.filter(({ words }) => !named.has(words))
}

/** A text as `textToHtml` gives it, each image as it was where its words stand. */
export function htmlKeeping(text: string, images: readonly KeptImage[]): string {
  const clean = text.replace(/[\ue010\ue011]/g, '')
  const places = placesOf(clean, images)
  let done = 0
  let marked = ''
  for (const [index, { start, end }] of places.entries()) {
    marked += `${clean.slice(done, start)}\ue010${index}\ue011`
    done = end
  }
  const html = textToHtml(marked + clean.slice(done))
  return html.replace(/\ue010(\d+)\ue011/g, (_place, index) => places[Number(index)]?.image.html ?? '')
}
