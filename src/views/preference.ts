import type { Translate } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'
import type { Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'
import type { PreferenceName, preferenceShape } from './preference-shape.ts'
import type { DataRecord } from './records.ts'
import { nothingSaid, textOf } from './setting.ts'

export type PreferenceRecord = DataRecord<keyof typeof preferenceShape.fields> & {
  name: PreferenceName
  where: 'platform' | 'here'
}

/** Columns of a window in which a place is said in one word. */
const narrow = 60

/** Preferences as people read them; where each is kept is said in any window. */
export function preferenceTable(
  records: PreferenceRecord[],
  { style, t, width }: { style: Style; t: Translate; width: number },
): string {
  const columns: Column[] = [
    { head: t('preferences.name'), cells: records.map(({ name }) => name), paint: style.bold },
    { head: t('preferences.value'), cells: records.map((record) => plain(valueText(record, t))), comfort: 12 },
    {
      head: t('preferences.where'),
      cells: records.map(({ where }) => t(`preferences.${width < narrow ? 'in' : 'where'}.${where}`)),
      paint: style.dim,
    },
    { head: t('preferences.about'), cells: records.map(({ about }) => String(about)), leaves: 1, comfort: 20 },
  ]
  return table(columns, width, style)
}

function valueText({ name, value }: PreferenceRecord, t: Translate): string {
  return value === null ? nothingSaid(name, t) : textOf(value as string)
}
