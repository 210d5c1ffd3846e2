import { fileURLToPath } from 'node:url'

/** A word of a line of paths: where it begins in the line, what it means, and how it is written. */
export interface TypedWord {
  start: number
  /** After its last character. */
  end: number
  /** With its quotes and escapes taken off. */
  value: string
  /** Written with quotes or escapes: blanks and stars in it are its own. */
  isQuoted: boolean
  /** The quote that is still open. */
  open?: "'" | '"'
}

/** What stands before a sign that means nothing then; on Windows a backslash parts folders. */
const escaped = /^\\([^\p{L}\p{N}])/u

/**
 * The words of a line as people type it, paste it, or drop files on the terminal: quoted as a shell does, or with blanks
 * escaped. An apostrophe within a word is a letter of it, as in «Capture d'écran.png».
 */
export function typedWords(line: string, { backslash = true } = {}): TypedWord[] {
  const words: TypedWord[] = []
  let place = 0
  for (;;) {
    while (/\s/.test(line[place] ?? '')) place++
    if (place >= line.length) return words
    const word = wordAt(line, place, backslash)
    words.push({ ...word, value: word.isQuoted ? word.value : fromUrl(word.value) })
    place = word.end
  }
}

function wordAt(line: string, start: number, backslash: boolean): TypedWord {
  const word: TypedWord = { start, end: start, value: '', isQuoted: false }
  // A quote opens where a word begins, and goes on after another one: 'Capture d'\''écran.png'.
  let mayOpen = true
  while (/^\S/.test(line.slice(word.end))) {
    const rest = line.slice(word.end)
    const quoted = mayOpen ? /^(['"])(.*?)(\1|$)/s.exec(rest) : undefined
    const [all, value = ''] = (backslash && escaped.exec(rest)) || []
    if (quoted) addQuoted(word, quoted)
    else if (all !== undefined) add(word, { value, length: all.length, isQuoted: true })
    else {
      add(word, { value: rest.slice(0, 1), length: 1, isQuoted: word.isQuoted })
      mayOpen = false
    }
  }
  return word
}

function addQuoted(word: TypedWord, [all, quote, value = '', close]: string[]): void {
  if (close === '') word.open = quote === '"' ? '"' : "'"
  add(word, { value, length: all?.length ?? 0, isQuoted: true })
}

function add(word: TypedWord, { value, length, isQuoted }: { value: string; length: number; isQuoted: boolean }): void {
  word.value += value
  word.end += length
  word.isQuoted = isQuoted
}

/** Some terminals give what is dropped as an address. */
function fromUrl(word: string): string {
  if (!/^file:\/\/(localhost)?\//i.test(word)) return word
  try {
    return fileURLToPath(word)
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return word
    throw error
  }
}

/**
 * The paths that a line names. Blanks may be those of a name, typed by hand: then it is as long a run of words as there is
 * a file of (`isThere`); a line of which nothing is there is one name.
 */
export async function typedPaths(
  line: string,
  isThere: (path: string) => Promise<boolean>,
  options?: { backslash?: boolean },
): Promise<Array<Pick<TypedWord, 'value' | 'isQuoted'>>> {
  const words = typedWords(line, options)
  const paths: Array<Pick<TypedWord, 'value' | 'isQuoted'>> = []
  const most = Math.max(1, Math.floor(mostLooks / words.length))
  let isFound = false
  for (let at = 0; at < words.length; ) {
    const run = await longestRun(words.slice(at, at + most), line, isThere)
    if (run.isThere) isFound = true
    paths.push(run.path)
    at += run.length
  }
  const isPlain = words.every(({ isQuoted, value }) => !isQuoted && !isPattern(value))
  return isFound || !isPlain || words.length < 2 ? paths : [{ value: line.trim(), isQuoted: false }]
}

/** How often it is looked whether something is there: a line of thousands of words is a text that was pasted. */
const mostLooks = 20_000
/** Signs (PATH_MAX): there is no file of a longer path. */
const longestPath = 4096

async function longestRun(words: TypedWord[], line: string, isThere: (path: string) => Promise<boolean>) {
  const [first] = words
  if (!first) throw new RangeError('no words')
  const quoted = words.findIndex(({ isQuoted }) => isQuoted)
  for (let length = quoted === -1 ? words.length : quoted; length > 1; length--) {
    const value = line.slice(first.start, words[length - 1]?.end)
    if (value.length <= longestPath && (await isThere(value)))
      return { path: { value, isQuoted: false }, length, isThere: true }
  }
  return { path: first, length: 1, isThere: await isThere(first.value) }
}

/** «*.png». */
export function isPattern(word: string): boolean {
  return /[*?]/.test(word)
}

/** Whether a name is what a pattern of stars and question marks means; a hidden one must be asked for by its dot. */
export function fitsPattern(name: string, pattern: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  const parts = [...pattern].map((sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : escapedSign(sign)))
  return new RegExp(`^${parts.join('')}$`, 'su').test(name)
}

function escapedSign(sign: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(sign) ? `\\${sign}` : sign
}
