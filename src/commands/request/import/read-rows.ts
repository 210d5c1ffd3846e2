import type { GivenRows } from './given-row.ts'
import { readCsv } from './read-csv.ts'
import { readJsonArray, readJsonLines } from './read-json.ts'

/**
 * Reads CSV with a head, an object of JSON a line, or an array of them: which shows at its first character. `key`: what the
 * person called the column by which a line is known.
 */
export function readRows(text: string, key: string | undefined): GivenRows {
  const [first] = text.trimStart()
  if (first === '{') return readJsonLines(text, key)
  return first === '[' ? readJsonArray(text, key) : readCsv(text, key)
}
