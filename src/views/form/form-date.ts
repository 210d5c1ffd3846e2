import type { Dates } from '../../dates/dates.ts'
import type { FormQuestion } from '../../itil/site-form.ts'
import type { ShownTicket } from '../../itil/ticket.ts'

/** Whether it is answered with a day, or a day and an hour, which a person reads as all others. */
export function isDated(kind: FormQuestion['kind']): boolean {
  return kind === 'date' || kind === 'date-time'
}

/** A ticket whose text, where a form made it, has its dates as all others are: GLPI puts there what was sent. */
export function withReadDates(shown: ShownTicket, { written }: Pick<Dates, 'written'>): ShownTicket {
  const { ticket } = shown
  // «<b>4) Date d'arrivée</b>: 2030-01-07<br>»
  const answer = /(?<=<\/b>: )\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?(?=<(?:br|\/p)\b)/g
  return { ...shown, ticket: { ...ticket, description: ticket.description.replace(answer, written) } }
}
