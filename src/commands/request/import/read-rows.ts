import type { FindAsked } from './column.ts'
import type { GivenRows } from './given-row.ts'
import { readCsv } from './read-csv.ts'
import { readJsonArray, readJsonLines } from './read-json.ts'

/**
 * Reads CSV with a head, an object of JSON a line, or an array of them: which shows at its first character. `key`: what the
 * person called the column by which a line is known; `find`: what a form of the site asks, where they go by one.
 */
export function readRows(text: string, key: string | undefined, find?: FindAsked): GivenRows {
  const [first] = text.trimStart()
  if (first === '{') return readJsonLines(text, key, find)
  return first === '[' ? readJsonArray(text, key, find) : readCsv(text, key, find)
}
