import type { Translate } from '../../i18n/translate.ts'

/** Questions end alike: the bare name of what is asked gets a colon. */
export function ended(question: string, t: Translate): string {
  return /[:?!.…]$/.test(question) ? question : `${question}${t('terminal.colon')}`
}
