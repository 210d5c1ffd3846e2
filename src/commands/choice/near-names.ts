import { distance } from 'fastest-levenshtein'
import { foldedPath } from '../../i18n/folded.ts'

/** Something by its full name, and all that it is called. */
export interface Named {
  name: string
  names: readonly string[]
}

/** Of a word, or a name, so much may be other than it was typed. */
const mostOther = 0.4

/** The full names of what somebody may have meant, the nearest first; none where nothing comes near. */
export function nearNames(text: string, candidates: readonly Named[]): string[] {
  const wanted = foldedPath(text)
  if (wanted === '') return []
  const scored = candidates.map(({ name, names }) => ({
    name,
    far: Math.min(1, ...names.map((one) => farFrom(wanted, foldedPath(one)))),
  }))
  const near = scored.filter(({ far }) => far <= mostOther).sort((one, other) => one.far - other.far)
  return [...new Set(near.map(({ name }) => name))]
}

/** The whole of it against the whole, or each word against the word that comes nearest: 0 is the same, 1 is another. */
function farFrom(wanted: string, name: string): number {
  const words = wordsOf(name)
  const each = wordsOf(wanted).map((word) => Math.min(1, ...words.map((one) => share(word, one))))
  const mean = each.length === 0 ? 1 : each.reduce((sum, one) => sum + one, 0) / each.length
  return Math.min(share(wanted, name), mean)
}

function share(one: string, other: string): number {
  return distance(one, other) / Math.max(one.length, other.length, 1)
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
