import type { Ticket } from '../itil/ticket.ts'
import { actionsOn } from '../itil/ticket-action.ts'
import type { TimelineEntry } from '../itil/timeline-entry.ts'
import { wrapped } from '../terminal/width.ts'
import type { PageLook } from './ticket-page.ts'

/** What the customer can do with a ticket now, command by command; what waits for an answer stands out, and last. */
export function viewNextSteps(ticket: Ticket, timeline: TimelineEntry[], { style, t, width }: PageLook): string {
  const { id } = ticket
  const can = new Set(actionsOn(ticket, timeline))
  if (can.has('accept')) return style.bold(style.green(wrapped(t('show.answer-solution', { id }), width)))
  if (ticket.readOnly) return style.dim(wrapped(t('show.is-read-only'), width))
  if (!can.has('comment')) return style.dim(wrapped(t('show.is-closed'), width))
  const change = can.has('edit') ? [t('show.may-change', { id })] : []
  return [...change, t('show.may-comment', { id })].map((line) => style.dim(wrapped(line, width))).join('\n')
}
