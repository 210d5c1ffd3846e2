import type { Translate } from '../i18n/translate.ts'
import type { Configuration } from '../settings/configuration.ts'
import { type Setting, type SettingKey, settings } from '../settings/setting.ts'
import type { SettingValue } from '../settings/setting-value.ts'
import { type FieldSchema, listOf, maybe, oneOf, type RecordOf, shape, text } from './shape.ts'

const key: FieldSchema<SettingKey> = { type: 'string' }
export const settingValue: FieldSchema<SettingValue | null> = {
  type: ['string', 'number', 'boolean', 'array', 'null'],
}

const fields = {
  key,
  value: settingValue,
  source: oneOf(['flag', 'environment', 'file', 'account', 'organisation', 'machine', 'locale', 'default']),
  origin: maybe(text),
  default: settingValue,
  kind: oneOf(['platform', 'page', 'email', 'choice', 'switch', 'seconds', 'count', 'names', 'command', 'file']),
  values: maybe(listOf(text)),
  flag: maybe(text),
  variable: maybe(text),
  about: text,
  wrong: maybe(text),
}

/** The settings, each with its value in force and where that comes from; `wrong` is what settings.json says in vain. */
export const settingListShape = shape({
  name: 'setting',
  fields,
  columns: ['key', 'value', 'source', 'origin'],
  list: true,
})

/** One of them. */
export const settingShape = shape({ name: 'setting', fields, list: false })

export type SettingRecord = RecordOf<typeof settingShape>

/** A setting as it is in this call. */
export function settingRecord(name: SettingKey, configuration: Configuration, t: Translate): SettingRecord {
  const { kind, flag, variable, usual }: Setting = settings[name]
  const { value, source, origin } = configuration.inForce(name)
  return {
    key: name,
    value: value ?? null,
    source,
    origin: origin ?? null,
    default: usual ?? null,
    kind: kind.name,
    values: kind.choices ?? null,
    flag: flag ?? null,
    variable: variable ?? null,
    about: t(`setting.about.${name}`),
    wrong: configuration.wrong(name) ?? null,
  }
}
