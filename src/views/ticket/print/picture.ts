/** The pictures of a text. */
export interface Pictures {
  /** A picture as a `data:` address, where it can be had, and what it is called in any case. */
  of(source: string, alt: string): { data?: string | undefined; name: string }
}

/** How files of these kinds begin, in base64: what they call themselves is not looked at. */
const kinds = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
] as const

/** The bytes of a picture as a `data:` address; undefined for what is none that a browser shows without running anything. */
export function dataOf(bytes: Buffer): string | undefined {
  return addressed(bytes.toString('base64'))
}

function addressed(base64: string): string | undefined {
  const kind = kinds.find(([beginning]) => base64.startsWith(beginning))?.[1]
  return kind && `data:${kind};base64,${base64}`
}

/** Where a picture stood that was held apart. */
const place = 'ipeos-picture:'

/**
 * A text in which the pictures that stand in it whole, as `data:`, are held apart: what reads it looks at no long
 * attribute. Each is told from its place then.
 */
export function heldPictures(html: string, others: Pictures): { text: string; pictures: Pictures } {
  const held: string[] = []
  const text = html.replace(
    /\bsrc\s?=\s?(["'])data:image\/[a-z]{1,8};base64,([A-Za-z\d+/=\s]*)\1/gi,
    (_found, quote, base64: string) => `src=${quote}${place}${held.push(base64.replace(/\s/g, '')) - 1}${quote}`,
  )
  const pictures: Pictures = {
    of(source, alt) {
      const base64 = source.startsWith(place) ? held[Number(source.slice(place.length))] : undefined
      return base64 === undefined ? others.of(source, alt) : { data: addressed(base64), name: alt.trim() || 'image' }
    },
  }
  return { text, pictures }
}

/** The number of the document that a picture of a ticket's text shows; undefined for a picture of somewhere else. */
export function documentShown(source: string): number | undefined {
  const { pathname, searchParams } = URL.canParse(source, nowhere) ? new URL(source, nowhere) : {}
  const number = pathname?.endsWith('/document.send.php') ? (searchParams?.get('docid') ?? '') : ''
  return /^\d{1,9}$/.test(number) ? Number(number) : undefined
}

const nowhere = 'https://nowhere.invalid'
