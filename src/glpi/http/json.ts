/** Deeper than any answer of GLPI, whose sessions have some ten levels. */
const deepest = 100
/** Twenty thousand tickets of a search; as objects in memory they are ten times as large as their text. */
const mostValues = 200_000

const quote = 0x22
const listStart = 0x5b
const backslash = 0x5c
/** What a byte outside of strings can be, of all that counts. */
const [comma, opening, closing] = [1, 2, 3]
const kinds = new Uint8Array(256)
kinds[0x2c] = comma
for (const byte of [0x5b, 0x7b]) kinds[byte] = opening
for (const byte of [0x5d, 0x7d]) kinds[byte] = closing

/** What came is JSON of a depth, or of a number of values, that nobody sends in good faith. */
export class OutsizedJson extends Error {}

/**
 * The value of a text of JSON. Throws `OutsizedJson` before such a text takes a hundred times its own size in memory,
 * and a bare `SyntaxError` for what is not JSON: the usual one quotes the text, in which a session may stand.
 */
export function parseJson(text: Buffer): unknown {
  measure(text)
  return madeOf(text)
}

/** The same; undefined for what is no JSON that anybody sends in good faith. */
export function parseIfJson(text: Buffer): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof OutsizedJson) return undefined
    throw error
  }
}

/**
 * As `parseJson`, but for the list of this name in the outermost object: its values are `JsonRows`, made only as they are taken.
 * As objects, the rows of a large page are several times as large as its text.
 */
export function parseAround(text: Buffer, name: string): unknown {
  const finder = new RowFinder(text, name)
  measure(text, finder)
  const { rows } = finder
  if (!rows || rows.end === 0) return madeOf(text)
  const around = madeOf(Buffer.concat([text.subarray(0, rows.start), Buffer.from('null'), text.subarray(rows.end)]))
  // In a list, what looks like a name is a value.
  return Array.isArray(around) ? madeOf(text) : Object.assign(around as object, { [name]: rows })
}

/** The values of a list that stands in a text of JSON. */
export class JsonRows {
  readonly #text: Buffer
  /** Where each of them begins; the comma, or the bracket, after the last one. */
  readonly #edges: number[] = []
  /** Where the list begins and ends, with its brackets. */
  readonly start: number
  end = 0

  constructor(text: Buffer, start: number) {
    this.#text = text
    this.start = start
    this.#edges.push(start + 1)
  }

  /** After a value that ends there, comes another one. */
  next(comma: number): void {
    this.#edges.push(comma + 1)
  }

  close(bracket: number): void {
    this.end = bracket + 1
    const isEmpty = this.#edges.length === 1 && this.#text.toString('utf8', this.start + 1, bracket).trim() === ''
    if (isEmpty) this.#edges.length = 0
    this.#edges.push(bracket + 1)
  }

  get length(): number {
    return this.#edges.length - 1
  }

  /** All of them, so many at a time. Throws a bare `SyntaxError` for one that is no JSON. */
  *some(count: number): Generator<unknown[]> {
    for (let first = 0; first < this.length; first += count) {
      const last = Math.min(first + count, this.length)
      const text = this.#text.subarray(this.#edges[first], (this.#edges[last] ?? 0) - 1)
      yield madeOf(Buffer.concat([Buffer.from('['), text, Buffer.from(']')])) as unknown[]
    }
  }
}

function madeOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch (error) {
    const position = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined
    throw new SyntaxError(`not JSON${position ? `, at ${position}` : ''} of ${text.length} bytes`)
  }
}

/** Told of what stands outside of texts, and within how many brackets. */
interface Onlooker {
  /** A text, which may be the name of what follows. */
  text(depth: number, start: number, end: number): void
  comma(depth: number, at: number): void
  open(depth: number, at: number): void
  close(depth: number, at: number): void
}

/** Looks for the values of the list of this name in the outermost object. */
class RowFinder implements Onlooker {
  rows: JsonRows | undefined
  readonly #text: Buffer
  readonly #name: string
  #last = ''

  constructor(text: Buffer, name: string) {
    this.#text = text
    this.#name = name
  }

  text(depth: number, start: number, end: number): void {
    if (depth === 1) this.#last = this.#text.toString('latin1', start, end)
  }

  comma(depth: number, at: number): void {
    if (depth === 2 && this.rows?.end === 0) this.rows.next(at)
  }

  open(depth: number, at: number): void {
    if (depth === 1 && this.#text[at] === listStart && this.#last === this.#name)
      this.rows = new JsonRows(this.#text, at)
  }

  close(depth: number, at: number): void {
    if (depth === 1 && this.rows?.end === 0) this.rows.close(at)
  }
}

function measure(text: Buffer, onlooker?: Onlooker): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0
    const kind = kinds[byte]
    if (byte === quote) {
      const start = at + 1
      at = endOfString(text, at)
      onlooker?.text(depth, start, at)
    } else if (kind === comma) {
      values += 1
      onlooker?.comma(depth, at)
    } else if (kind === opening) {
      onlooker?.open(depth, at)
      depth += 1
      values += 1
    } else if (kind === closing) {
      depth -= 1
      onlooker?.close(depth, at)
    }
    if (depth > deepest) throw new OutsizedJson(`JSON of more than ${deepest} levels`)
    if (values > mostValues) throw new OutsizedJson(`JSON of more than ${mostValues} values`)
  }
}

/** Where the string that begins at `start` ends; the end of the text for one that never does. */
function endOfString(text: Buffer, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== quote) at += text[at] === backslash ? 2 : 1
  return at
}
