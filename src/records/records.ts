import { WrongUsage } from '../errors/error.ts'
import { similarTo } from '../i18n/similar.ts'
import type { Message } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'

/** What a script gets of one thing: stable English keys; null, never undefined, for what is not known. */
export type DataRecord<Key extends string = string> = Record<Key, unknown>

/** What commander gives for `--json [fields]`: true for all of them, else their names with commas between. */
export type ChosenFields = true | string

/** The fields that were asked for; refuses unknown ones, and names those that exist. Call it before the platform is. */
export function fieldsOf<Key extends string>(chosen: ChosenFields, valid: readonly Key[]): Key[] {
  if (chosen === true) return [...valid]
  const names = chosen
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.filter((name) => !valid.some((key) => key === name))
  if (unknown.length === 0 && names.length > 0) return valid.filter((key) => names.includes(key))
  throw new WrongUsage(
    'unknown-field',
    { unknown: unknown.join(', '), count: unknown.length },
    { hint: fieldHint(unknown, valid) },
  )
}

/** What was meant, as far as it can be told, and all that there are. */
function fieldHint(unknown: readonly string[], valid: readonly string[]): Message {
  const near = [...new Set(unknown.flatMap((name) => similarTo(name, valid)))].join(', ')
  const fields = valid.join(', ')
  return near
    ? { key: 'fields.perhaps-fields', parameters: { near, fields } }
    : { key: 'fields.known-fields', parameters: { fields } }
}

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

/** One line a record, tabs between: full values, no head, and nothing in a cell that would end it. */
export function toTsv<Key extends string>(records: readonly DataRecord<Key>[], fields: readonly Key[]): string {
  return records.map((record) => fields.map((field) => cellText(record[field])).join('\t')).join('\n')
}

/** A value as the text of a cell: empty for null, JSON for what has parts. */
export function cellText(value: unknown, { multiline = false } = {}): string {
  if (value === null || value === undefined) return ''
  return plain(typeof value === 'object' ? JSON.stringify(value) : String(value), { multiline })
}
