import type { Translate } from '../../../../i18n/translate.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'

export interface QuestionWords {
  message: string
  answered?: string
  help: string
}

/** How a question is put, and what is said below it; one that may be left without an answer says so. */
export function wordsOf({ label, mandatory, help }: FormQuestion, t: Translate): QuestionWords {
  return mandatory ? { message: label, help } : { message: t('ask-form.optional', { label }), answered: label, help }
}
