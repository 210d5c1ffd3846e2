/** Where a text says that an image is to stand: `![words](capture.png)`. */
export interface ImageReference {
  start: number
  end: number
  /** The words of it; empty as a rule. */
  words: string
  /** A name or a path, as it was typed. */
  path: string
}

const longest = 500
const form = new RegExp(
  `(?<!\\\\)!\\[([^[\\]\\n]{0,${longest}})\\]\\((?:<([^<>\\n]{1,${longest}})>|((?:[^()\\n]|\\([^()\\n]{0,100}\\)){1,${longest}}))\\)`,
  'g',
)

/** The images that a text names, in its order. */
export function imageReferences(text: string): ImageReference[] {
  if (!text.includes('![')) return []
  return [...text.matchAll(form)].flatMap(({ 0: whole, 1: words = '', 2: quoted, 3: bare = '', index }) => {
    const path = (quoted ?? bare.replace(/\s{1,20}"[^"]*"\s*$/, '')).trim()
    return path === '' ? [] : [{ start: index, end: index + whole.length, words, path }]
  })
}

/** The text with something else in the place of each image; undefined leaves it as it is. */
export function withReferences(text: string, change: (reference: ImageReference) => string | undefined): string {
  let done = 0
  let changed = ''
  for (const reference of imageReferences(text)) {
    const { start, end } = reference
    changed += text.slice(done, start) + (change(reference) ?? text.slice(start, end))
    done = end
  }
  return changed + text.slice(done)
}

/** By its ending: of a kind that GLPI shows within a text. */
export function isImageName(name: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|bmp)$/i.test(name)
}
