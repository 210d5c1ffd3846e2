import { createHash } from 'node:crypto'
import { foldedPath } from '../../i18n/folded.ts'

/** What a line is known by: hashes, which tell no word of it. */
export interface LineMark {
  /** Of what it says, however it is written. */
  content: string
  /** Of its key, in a file that has one. */
  key?: string | undefined
}

/** A line of which a ticket is, or will be, there. */
export interface KnownLine extends LineMark {
  /** Unknown where an older ipeos remembered the whole file only. */
  ticket?: number | undefined
}

/** What a line says, field by field. */
export type LineFields = Readonly<Record<string, string | boolean | undefined>>

/** The mark of a line: the same for the same meaning, whatever blanks, accents of names and line ends a program wrote. */
export function lineMark(fields: LineFields, key: string | undefined): LineMark {
  const said = Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, meaning(name, value)]]))
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
  const content = hash(JSON.stringify(said))
  return key === undefined ? { content } : { content, key: hash(`key ${key.normalize('NFC')}`) }
}

function meaning(name: string, value: string | boolean): string {
  if (typeof value === 'boolean') return String(value)
  const text = value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  return name === 'category' || name === 'about' || name === 'email' ? foldedPath(text) : text
}

/** 132 bits: of a hundred thousand lines no two are taken for each other. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

export interface Recognised<Known> {
  known: Known
  /** It has the key of that line, and says something else. */
  isChanged: boolean
}

/**
 * Which known line each of these is; undefined for a new one. By its key where it has one; else by what it says, as often
 * as that is known: of three lines that say the same, of which two are known, the third is new.
 */
export function recognise<Known extends LineMark>(
  lines: readonly LineMark[],
  known: readonly Known[],
): Array<Recognised<Known> | undefined> {
  const byKey = new Map(known.flatMap((one) => (one.key === undefined ? [] : [[one.key, one]])))
  const byContent = new Map<string, Known[]>()
  const withKey = new Map<string, Known[]>()
  // From the last on, so that the first is what `pop` gives.
  for (const one of known.toReversed()) put(one.key === undefined ? byContent : withKey, one)
  const taken = new Set<Known>()
  const found = lines.map(({ key, content }): Recognised<Known> | undefined => {
    const one = key === undefined ? undefined : byKey.get(key)
    if (!one) return undefined
    taken.add(one)
    return { known: one, isChanged: one.content !== content }
  })
  return found.map((already, place) => {
    const { key, content } = lines[place] ?? { content: '' }
    if (already) return already
    // Two keys are two lines, though they say the same.
    const one = byContent.get(content)?.pop() ?? (key === undefined ? free(withKey.get(content), taken) : undefined)
    if (!one) return undefined
    return { known: one, isChanged: false }
  })
}

function put<Known extends LineMark>(lists: Map<string, Known[]>, one: Known): void {
  const list = lists.get(one.content)
  if (list) list.push(one)
  else lists.set(one.content, [one])
}

function free<Known>(list: Known[] | undefined, taken: ReadonlySet<Known>): Known | undefined {
  for (;;) {
    const one = list?.pop()
    if (one === undefined || !taken.has(one)) return one
  }
}
