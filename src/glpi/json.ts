/** Deeper than any answer of GLPI, whose sessions have some ten levels. */
const deepest = 100
/** Twenty thousand tickets of a search; as objects in memory they are ten times as large as their text. */
const mostValues = 200_000

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

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
    if (byte === quote) at = endOfString(text, at)
    else if (byte === comma) values += 1
    else if (opening.has(byte)) {
      depth += 1
      values += 1
    } else if (closing.has(byte)) depth -= 1
    if (depth > deepest) throw new OutsizedJson(`JSON of more than ${deepest} levels`)
    if (values > mostValues) throw new OutsizedJson(`JSON of more than ${mostValues} values`)
  }
}

/** Where the string that begins at `start` ends; the end of the text for one that never does. */
function endOfString(text: Buffer, start: number): number {
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 1)) {
    let backslashes = 0
    while (text[at - 1 - backslashes] === backslash) backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return text.length
}
