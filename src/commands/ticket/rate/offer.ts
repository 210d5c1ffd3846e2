import type { Context } from '../../../app/context.ts'
import { Cancelled, IpeosError } from '../../../errors/error.ts'
import type { SurveyAnswer } from '../../../itil/survey.ts'
import { rated } from './ask-mark.ts'

/** Once a person closed a ticket: offers its survey, where one waits. That it cannot be had is nobody's concern then. */
export async function offerSurvey(id: number, context: Context): Promise<void> {
  const { terminal, prompts, t } = context
  try {
    const { surveys } = await context.platform()
    const survey = await surveys.of(id)
    if (survey?.kind !== 'internal' || survey.answered) return
    const form = await surveys.form(id)
    if (!form || 'url' in form) return
    if (!(await prompts.confirm({ message: t('rate.offer'), default: true }))) {
      terminal.note('rate.later', { id })
      return
    }
    const send = (answer: SurveyAnswer) => terminal.during(t('terminal.waiting'), surveys.answer(id, answer))
    const now = await rated({ survey, scale: form, message: undefined, given: undefined }, send, context)
    terminal.done('rate.done', { id, mark: now.mark ?? 0, highest: form.highest })
  } catch (error) {
    if (!(error instanceof IpeosError)) throw error
    // The acceptance is done, whatever becomes of this.
    if (error instanceof Cancelled) terminal.note('rate.later', { id })
    else terminal.warn('rate.not-taken', { id, reason: t(error.text) })
  }
}
