import { type Dirent, readdirSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { folded } from '../i18n/folded.ts'
import { fromFolder, type Place } from './home.ts'
import { fitsPattern, isPattern, typedPaths, typedWords } from './typed-path.ts'

/** What Tab makes of a line. */
export interface Completion {
  /** The line, with as much as is certain. */
  line: string
  /** The names that it may go on with, where there are several; a folder ends as folders do. */
  candidates: string[]
}

/** On Windows a backslash parts folders. */
export const escapes = { backslash: sep === '/' }

/**
 * Completes the last path of a line; undefined where no name begins so. Case and accents do not matter, unless they tell.
 * At once, for the next key is not to come before. Names that are not fit (`isFit`) to be shown are left out.
 */
export function completePath(line: string, place: Place, isFit: (name: string) => boolean): Completion | undefined {
  for (const begun of begunPaths(line)) {
    const names = namesBeginning(begun.value, place, isFit)
    const [first] = names
    if (first === undefined) continue
    const { folder, name } = parted(begun.value)
    const isOnly = names.length === 1
    const grown = isOnly ? first : longer(commonStart(names), name)
    const path = `${folder}${grown}`
    const isWhole = isOnly && !isFolder(first)
    return {
      line: `${line.slice(0, begun.start)}${written(path, begun.open, isWhole)}`,
      candidates: isOnly ? [] : names,
    }
  }
  return undefined
}

interface Begun {
  start: number
  value: string
  open: "'" | '"' | undefined
}

/** What may be the path that is being typed, the longest first: blanks that nothing escapes may be those of its name. */
function begunPaths(line: string): Begun[] {
  const words = typedWords(line, escapes)
  const last = words.at(-1)
  if (!last || (/\s$/.test(line) && last.end < line.length)) words.push({ ...atEnd(line) })
  const bare: Begun[] = []
  for (const { start, isQuoted, value, open } of words.reverse()) {
    if (isQuoted) return bare.length > 0 ? bare.reverse() : [{ start, value, open }]
    bare.push({ start, value: bare.length === 0 ? value : line.slice(start), open: undefined })
  }
  return bare.reverse()
}

function atEnd(line: string) {
  return { start: line.length, end: line.length, value: '', isQuoted: false }
}

/** The names of a folder that go on from there; hidden ones only by their dot. */
function namesBeginning(path: string, place: Place, isFit: (name: string) => boolean): string[] {
  if (path === '~') return [`~${sep}`]
  const { folder, name } = parted(path)
  const where = fromFolder(folder === '' ? '.' : folder, place)
  const named = entriesOf(where).filter(
    (entry) => isText(entry.name) && isFit(entry.name) && (name !== '' || !entry.name.startsWith('.')),
  )
  const exact = named.filter((entry) => entry.name.startsWith(name))
  const found = exact.length > 0 ? exact : named.filter((entry) => folded(entry.name).startsWith(folded(name)))
  const names = found.map((entry) => (leadsOn(entry, where) ? `${entry.name}${sep}` : entry.name))
  return names.sort((one, other) => one.localeCompare(other))
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // Not there, or closed to us: nothing in it can be offered.
    return []
  }
}

function leadsOn(entry: Dirent, where: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  try {
    return statSync(join(where, entry.name)).isDirectory()
  } catch {
    // Nothing is there, or it goes in a circle, or where we may not look.
    return false
  }
}

/** Bytes that are no text cannot be typed. */
function isText(name: string): boolean {
  return !name.includes('\ufffd')
}

/** Up to the last folder, and the rest. */
function parted(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf(sep)) + 1
  return { folder: path.slice(0, at), name: path.slice(at) }
}

/** With which all of them begin, as the first writes it. */
function commonStart(names: string[]): string {
  const [first = '', ...others] = names.map((name) => [...name])
  const signs = [...first]
  const until = signs.findIndex((sign, at) => others.some((other) => folded(other[at] ?? '') !== folded(sign)))
  return signs.slice(0, until === -1 ? undefined : until).join('')
}

/** What was typed already is never taken back. */
function longer(start: string, typed: string): string {
  return [...start].length > [...typed].length ? start : typed
}

function isFolder(name: string): boolean {
  return name.endsWith(sep)
}

/** As it may stand in the line: as it is where that is understood, in quotes where not. */
function written(path: string, open: Begun['open'], isWhole: boolean): string {
  const quote = open ?? (needsQuotes(path) ? (path.includes("'") ? '"' : "'") : '')
  return `${quote}${path}${isWhole ? quote : ''}`
}

function needsQuotes(path: string): boolean {
  if (/\s$|^\s|\s\s/.test(path)) return true
  return /^['"]/.test(path) || (escapes.backslash && path.includes('\\'))
}

/** The paths that a line names, as people type it, paste it or drop files: see `typedPaths`; patterns are the files that they mean. */
export async function namedPaths(line: string, place: Place): Promise<string[]> {
  const isThere = async (path: string): Promise<boolean> =>
    (await stat(fromFolder(path, place)).catch(() => undefined)) !== undefined
  const paths: string[] = []
  for (const { value, isQuoted } of await typedPaths(line, isThere, escapes)) {
    const like = !isQuoted && isPattern(value) && !(await isThere(value)) ? await filesLike(value, place) : []
    paths.push(...(like.length > 0 ? like : [value]))
  }
  return paths
}

/** The files that a pattern of the last part of a path means, in order of their names; none where it means none. */
async function filesLike(path: string, place: Place): Promise<string[]> {
  const { folder, name } = parted(path)
  const where = fromFolder(folder === '' ? '.' : folder, place)
  const entries = await readdir(where, { withFileTypes: true }).catch(() => [])
  const named = entries.filter((entry) => entry.isFile() && fitsPattern(entry.name, name)).map((entry) => entry.name)
  return named.sort((one, other) => one.localeCompare(other)).map((one) => `${folder}${one}`)
}
