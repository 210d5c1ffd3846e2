/** Where something stands in a text: both count from 1. */
export interface Place {
  line: number
  column: number
}

/** What a text of JSON says, and where each part of it stands; or where it stops being JSON. */
export type PlacedJson = { value: unknown; placeOf(path: readonly PropertyKey[]): Place } | { brokenAt: Place }

/** Deeper than any file of ours. */
const mostLevels = 50

/** Reads JSON so that what is wrong with it can be shown. */
export function readPlacedJson(text: string): PlacedJson {
  const reader = new Reader(text)
  try {
    reader.document()
    return {
      value: JSON.parse(text),
      placeOf: (path) =>
        placeAt(text, reader.starts.get(pathKey(path)) ?? reader.starts.get(pathKey(path.slice(0, -1))) ?? 0),
    }
  } catch (error) {
    if (error instanceof Broken || error instanceof SyntaxError) return { brokenAt: placeAt(text, reader.at) }
    throw error
  }
}

class Broken extends Error {}

/** Walks over a text of JSON, and notes where each value begins. */
class Reader {
  at = 0
  readonly starts = new Map<string, number>()
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  document(): void {
    this.value([])
    if (this.at < this.text.length) throw new Broken()
  }

  private value(path: readonly PropertyKey[]): void {
    this.blank()
    this.starts.set(pathKey(path), this.at)
    if (path.length > mostLevels) throw new Broken()
    if (this.takes('{')) this.items('}', () => this.member(path))
    else if (this.takes('[')) this.items(']', (index) => this.value([...path, index]))
    else
      this.token(
        /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null/iy,
      )
    this.blank()
  }

  private member(path: readonly PropertyKey[]): void {
    this.blank()
    const name = this.token(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*"/iy)
    this.blank()
    this.token(/:/y)
    this.value([...path, String(JSON.parse(name))])
  }

  private items(end: string, item: (index: number) => void): void {
    this.blank()
    if (this.takes(end)) return
    for (let index = 0; ; index += 1) {
      item(index)
      if (this.takes(end)) return
      this.token(/,/y)
    }
  }

  private takes(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private blank(): void {
    this.token(/[ \t\r\n]*/y)
  }

  private token(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) throw new Broken()
    this.at += found.length
    return found
  }
}

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String))
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
