import type { Survey } from '../../itil/survey.ts'
import type { Ticket } from '../../itil/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'
import type { Field } from '../layout/fields.ts'
import type { Look } from '../look.ts'

/** The mark that was given, or how one is. */
export function askedSurvey(
  { id, readOnly }: Pick<Ticket, 'id' | 'readOnly'>,
  survey: Survey | undefined,
  { style, t, dates }: Pick<Look, 'style' | 't' | 'dates'>,
): Field[] {
  if (!survey) return []
  const { mark, answered } = survey
  if (mark !== undefined) return [[t('show.survey'), said(survey, t)]]
  if (answered) return [[t('show.survey'), dates.moment(answered)]]
  return readOnly ? [] : [[t('show.survey'), style.offering(t('show.may-rate', { id }))]]
}

/** The same where nothing can be done about it, as on paper: the mark and when it was given, or that it waits. */
export function surveyField(survey: Survey | undefined, { t, dates }: Pick<Look, 't' | 'dates'>): Field[] {
  if (!survey) return []
  const when = survey.answered ? dates.absolute(survey.answered) : ''
  const parts = [survey.mark === undefined ? '' : said(survey, t), when].filter((part) => part !== '')
  return [[t('show.survey'), parts.length > 0 ? parts.join(', ') : t('show.not-rated')]]
}

function said({ mark = 0, highest, comment }: Survey, t: Look['t']): string {
  const shown = highest === undefined ? String(mark) : t('rate.choice', { mark, highest })
  return comment ? `${shown} — ${plain(comment)}` : shown
}
