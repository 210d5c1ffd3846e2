import { type ChosenFields, fieldsOf } from '../chosen-fields.ts'
import type { DataRecord } from '../shape.ts'

/** JSON of one record, or of a list of them. `fields` are those that exist: needed for a list that may be empty. */
export function toJson(
  records: DataRecord | DataRecord[],
  chosen: ChosenFields,
  fields: readonly string[] = Object.keys((Array.isArray(records) ? records[0] : records) ?? {}),
): string {
  const kept = fieldsOf(chosen, fields)
  const pick = (record: DataRecord) => picked(record, kept)
  return fitForTerminal(JSON.stringify(Array.isArray(records) ? records.map(pick) : pick(records), null, 2))
}

/** JSON of one record on a line of its own, as a stream of them is written. */
export function toJsonLine(record: DataRecord, chosen: ChosenFields, fields: readonly string[]): string {
  return fitForTerminal(JSON.stringify(picked(record, fieldsOf(chosen, fields))))
}

function picked(record: DataRecord, fields: readonly string[]): DataRecord {
  return Object.fromEntries(fields.map((key) => [key, record[key] ?? null]))
}

/** Letters, figures and marks as almost every text has: nothing that a terminal obeys. */
const harmless = /^[\n -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/

/** JSON.stringify leaves C1 controls, bidi marks and the like as they are; escaped, nothing is lost and nothing obeyed. */
export function fitForTerminal(json: string): string {
  if (harmless.test(json)) return json
  return json.replace(/[\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
