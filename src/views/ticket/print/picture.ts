/** How files of these kinds begin, in base64: what they call themselves is not looked at. */
const kinds = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
] as const

/** The bytes of a picture as a `data:` address; undefined for what is none that a browser shows without running anything. */
export function dataOf(bytes: Buffer): string | undefined {
  const base64 = bytes.toString('base64')
  const kind = kinds.find(([beginning]) => base64.startsWith(beginning))?.[1]
  return kind && `data:${kind};base64,${base64}`
}
