import type { Translate } from '../../i18n/translate.ts'

/** What a spreadsheet is written for: heads in this language, separators as in this place (`fr_FR.UTF-8`). */
export interface Sheet {
  t: Translate
  locale: string
}
