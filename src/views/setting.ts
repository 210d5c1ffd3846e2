import type { Translate } from '../i18n/translate.ts'
import type { SettingRecord } from '../records/setting.ts'
import type { SettingKey } from '../settings/setting.ts'
import type { SettingValue } from '../settings/setting-value.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Column, table } from '../terminal/table.ts'
import { widthOf } from '../terminal/width.ts'
import { type Field, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** All settings: the key, what it is now, who says so, what it is about. */
export function settingTable(records: SettingRecord[], { style, t, width }: Look): string {
  const values = records.map((record) => plain(valueText(record, t)))
  const abouts = records.map(({ about }) => about)
  const columns: Column[] = [
    { head: t('setting.key'), cells: records.map(({ key }) => key), paint: style.bold },
    {
      head: t('setting.value'),
      cells: values,
      minWidth: widest(values),
      paint: (text, row) => (records[row]?.source === 'default' ? style.dim(text) : text),
    },
    { head: t('setting.source'), cells: records.map((record) => sourceText(record, t)), dropRank: 1, paint: style.dim },
    { head: t('setting.about'), cells: abouts, dropRank: 2 },
  ]
  return table(columns, width, style)
}

/** A column leaves before a text is cut: half of one says nothing. */
function widest(texts: string[]): number {
  return Math.max(...texts.map(widthOf))
}

/** One setting, with all that it may be. */
export function viewSetting(record: SettingRecord, look: Look): string {
  const { style, t } = look
  const { key, kind, values, flag, variable, about, default: usual } = record
  const names = [flag, variable].filter(Boolean).join(', ')
  const fields: Field[] = [
    [t('setting.key'), style.bold(key)],
    [t('setting.about'), about],
    [t('setting.value'), plain(valueText(record, t))],
    [t('setting.source'), sourceText(record, t)],
    [
      t('setting.values'),
      kind === 'switch'
        ? [true, false].map((one) => shownText(one, t)).join(', ')
        : kind === 'choice'
          ? (values ?? []).join(', ')
          : t(`setting.kind.${kind}`),
    ],
    [t('setting.default'), usual === null ? nothingSaid(key, t) : shownText(usual, t)],
    ...(names ? [[t('setting.names'), names] satisfies Field] : []),
  ]
  return viewFields(fields, look)
}

/** A value as a person reads it, who may write it so for `ipeos config set`, too. */
export function shownText(value: SettingValue, t: Translate): string {
  return typeof value === 'boolean' ? t(value ? 'setting.yes' : 'setting.no') : textOf(value)
}

/** A value as a script gives it to `ipeos config set`. */
export function textOf(value: SettingValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(',') : String(value)
}

function valueText({ key, value, source, wrong }: SettingRecord, t: Translate): string {
  if (wrong !== null) return t('setting.wrong', { value: wrong })
  if (key === 'ca' && source === 'organisation') return t('setting.certificate')
  return value === null ? nothingSaid(key, t) : shownText(value, t)
}

/** What happens where a setting has no value. */
export function nothingSaid(key: SettingKey, t: Translate): string {
  switch (key) {
    case 'pager':
    case 'columns':
    case 'email':
    case 'language':
      return t(`setting.usual.${key}`)
    default:
      return t('setting.none')
  }
}

function sourceText({ source, origin }: SettingRecord, t: Translate): string {
  switch (source) {
    case 'flag':
    case 'environment':
      return String(origin)
    default:
      return t(`setting.source.${source}`)
  }
}
