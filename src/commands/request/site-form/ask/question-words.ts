import type { Translate } from '../../../../i18n/translate.ts'
import type { FormQuestion } from '../../../../itil/site-form.ts'

/** How a question is put, and what is said below it; one that may be left without an answer says so. */
export function wordsOf({ label, mandatory, help }: FormQuestion, t: Translate): { message: string; help: string } {
  return { message: mandatory ? label : t('ask-form.optional', { label }), help }
}
