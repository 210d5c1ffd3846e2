import type { Translate } from '../../i18n/translate.ts'

/** What another sentence is to follow. */
export function asSentence(text: string): string {
  return /[.!?…][»”"')]?$/.test(text) ? text : `${text}.`
}

/** Questions end alike: the bare name of what is asked gets a colon. */
export function ended(question: string, t: Translate): string {
  return /[:?!.…]$/.test(question) ? question : `${question}${t('terminal.colon')}`
}
