import { WrongUsage } from '../errors/error.ts'
import { similarTo } from '../i18n/similar.ts'
import type { Message } from '../i18n/translate.ts'

/** What commander gives for `--json [fields]`: true for all of them, else their names with commas between. */
export type ChosenFields = true | string

/** The fields that were asked for; refuses unknown ones, and names those that exist. Call it before the platform is. */
export function fieldsOf(chosen: ChosenFields, valid: readonly string[]): string[] {
  if (chosen === true) return [...valid]
  const names = chosen
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.filter((name) => !valid.includes(name))
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
