import type { Language, Translate } from '../i18n/translate.ts'
import type { PreferenceRecord } from '../records/preference.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Column, table } from '../terminal/table.ts'
import { cards, narrowWindow } from './layout/cards.ts'
import type { Look } from './look.ts'
import { nothingSaid, textOf } from './setting.ts'

/** Columns of a window in which a place is said in one word, so that there is room for what a preference is about. */
const narrow = 100

/** Preferences as people read them; where each is kept is said in any window. */
export function preferenceTable(records: PreferenceRecord[], look: Look): string {
  const { style, t, width } = look
  if (width < narrowWindow && !style.plain)
    return cards(
      records.map((record) => lines(record, look)),
      width,
    )
  const columns: Column[] = [
    { head: t('preferences.name'), cells: records.map(({ name }) => t(`preferences.word.${name}`)), paint: style.bold },
    { head: t('preferences.value'), cells: records.map((record) => plain(preferenceText(record, t))), minWidth: 12 },
    {
      head: t('preferences.where'),
      cells: records.map(({ where }) => t(`preferences.${width < narrow ? 'in' : 'where'}.${where}`)),
      paint: style.dim,
    },
    { head: t('preferences.about'), cells: records.map(({ about }) => about), dropRank: 1, minWidth: 20 },
  ]
  return table(columns, width, style)
}

function lines(record: PreferenceRecord, { style, t }: Look): string[] {
  const { name, about, where } = record
  return [
    `${style.bold(t(`preferences.word.${name}`))}${style.dim(` · ${about}`)}`,
    `${plain(preferenceText(record, t))}${style.dim(` · ${t(`preferences.in.${where}`)}`)}`,
  ]
}

/** A value in the person's words; what happens where there is none. */
export function preferenceText({ name, value }: Pick<PreferenceRecord, 'name' | 'value'>, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'list.yes' : 'list.no')
  if (name === 'language' && typeof value === 'string') return languageName(value, t.language)
  return value === null ? nothingSaid(name, t) : textOf(value)
}

/** «français» of `fr` and `fr_FR`, «français canadien» of `fr_CA`; the code itself where it is none. */
export function languageName(code: string, language: Language): string {
  const [own = '', country = ''] = code.split(/[_-]/)
  const isUsual = own === country.toLowerCase() || /^en_GB$/i.test(code)
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(isUsual ? own : code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
