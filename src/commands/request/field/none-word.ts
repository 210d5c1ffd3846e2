import { folded } from '../../../i18n/folded.ts'
import type { Translate } from '../../../i18n/translate.ts'

/** What an option is answered with where there is to be nothing: in English, or in the language of the command. */
export function noneWords(t: Translate): string[] {
  return ['none', t('new.none'), t('request.no-category')]
}

/** Whether a word says that there is to be nothing. */
export function isNone(word: string, t: Translate): boolean {
  return noneWords(t).some((none) => folded(none) === folded(word.trim()))
}
