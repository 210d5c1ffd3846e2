/** Deeper than any answer of GLPI, whose sessions have some ten levels. */
const deepest = 100
/** Twenty thousand tickets of a search; as objects in memory they are ten times as large as their text. */
const mostValues = 200_000

const quote = 0x22
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
  try {
    return JSON.parse(text.toString('utf8'))
  } catch (error) {
    const position = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined
    throw new SyntaxError(`not JSON${position ? `, at ${position}` : ''} of ${text.length} bytes`)
  }
}

function measure(text: Buffer): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0
    const kind = kinds[byte]
    if (byte === quote) at = endOfString(text, at)
    else if (kind === comma) values += 1
    else if (kind === opening) {
      depth += 1
      values += 1
    } else if (kind === closing) depth -= 1
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
