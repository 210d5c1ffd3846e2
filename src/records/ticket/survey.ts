import type { Dates } from '../../dates/dates.ts'
import type { Survey } from '../../itil/survey.ts'
import { address, integer, isoOf, maybe, moment, oneOf, type RecordOf, shape, text } from '../shape.ts'

/** What was answered to the survey of a ticket. */
export const surveyFields = {
  ticket: integer,
  kind: oneOf(['internal', 'external']),
  begun: maybe(moment),
  answered: maybe(moment),
  mark: maybe(integer),
  comment: maybe(text),
} as const

export const surveyShape = shape({ name: 'survey', fields: { ...surveyFields, url: address }, list: false })

export function surveyRecord(
  { ticketId, kind, begun, answered, mark, comment }: Survey,
  url: string,
  dates: Dates,
): RecordOf<typeof surveyShape> {
  const moments = { begun: isoOf(begun, dates), answered: isoOf(answered, dates) }
  return { ticket: ticketId, kind, ...moments, mark: mark ?? null, comment: comment ?? null, url }
}
