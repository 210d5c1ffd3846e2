import { createHash } from 'node:crypto'

/** What a payload says: nothing is relied upon. */
export type Loose = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object of a field; empty where it is none. */
export function objectAt(value: Loose, name: string): Loose {
  const found = value[name]
  return isObject(found) ? found : {}
}

/** A word, a number, or what is so said; undefined where nothing is. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export function wordAt(value: Loose, name: string): string | undefined {
  return wordOf(value[name])
}

/** `a=1, b=2`, in the order of the names. */
export function pairs(value: Loose): string {
  return wordsIn(value)
    .map(([name, word]) => `${name}=${word}`)
    .join(', ')
}

/** All that it says in words, in the order of the names. */
export function wordsIn(value: Loose): Array<[name: string, word: string]> {
  const words = Object.keys(value)
    .sort()
    .map((name) => [name, wordOf(value[name])] as const)
  return words.flatMap(([name, word]) => (word === undefined ? [] : [[name, word]]))
}

/** A short name for a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
