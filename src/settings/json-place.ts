import { type JSONPath, visit } from 'jsonc-parser'

/** Where something stands in a text: both count from 1. */
export interface JsonPlace {
  line: number
  column: number
}

/** What a text of JSON says, and where each part of it stands; or where it stops being JSON. */
export type PlacedJson = { value: unknown; placeOf(path: readonly PropertyKey[]): JsonPlace } | { brokenAt: JsonPlace }

/** Deeper than any file of ours. */
const mostLevels = 50

class Broken extends Error {
  constructor(readonly at: JsonPlace) {
    super()
  }
}

/** Reads JSON so that what is wrong with it can be shown. */
export function readPlacedJson(text: string): PlacedJson {
  try {
    const starts = startsIn(text)
    const start = { line: 1, column: 1 }
    return {
      value: JSON.parse(text),
      placeOf: (path) => starts.get(pathKey(path)) ?? starts.get(pathKey(path.slice(0, -1))) ?? start,
    }
  } catch (error) {
    if (error instanceof Broken) return { brokenAt: error.at }
    throw error
  }
}

/** Where each value begins. Throws `Broken`. */
function startsIn(text: string): Map<string, JsonPlace> {
  const starts = new Map<string, JsonPlace>()
  const begin = (_offset: number, _length: number, line: number, column: number, path: () => JSONPath): void => {
    const at = { line: line + 1, column: column + 1 }
    const parts = path()
    if (parts.length > mostLevels) throw new Broken(at)
    starts.set(pathKey(parts), at)
  }
  visit(
    text,
    {
      onObjectBegin: begin,
      onArrayBegin: begin,
      onLiteralValue: (_value, ...where) => begin(...where),
      onError: (_code, _offset, _length, line, column) => {
        throw new Broken({ line: line + 1, column: column + 1 })
      },
    },
    { disallowComments: true },
  )
  return starts
}

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String))
}
