import type { Dates } from '../../dates/dates.ts'
import { plannedOn } from '../../itil/planned.ts'
import type { LinkedTicket, ShownTicket, Ticket, TimelineEntry } from '../../itil/ticket.ts'
import { isOverdue } from '../../records/ticket/ticket.ts'
import { plain } from '../../terminal/sanitize.ts'
import type { Look } from '../look.ts'
import { statusWord } from '../word.ts'

/** How a moment is written. */
type WriteMoment = (date: Date) => string
type FieldLook = Pick<Look, 'style' | 't' | 'dates'>

/** People and groups, on one line. */
export function together(people: string[] = [], groups: string[] = []): string {
  return [...people, ...groups].map((name) => plain(name)).join(', ')
}

/** What is planned and not over: when, and who comes. */
export function plannedLines({ ticket, timeline }: ShownTicket, { t, dates }: FieldLook): string {
  if (!isOpen(ticket)) return ''
  return plannedOn(timeline)
    .filter(({ begin, end, state }) => state !== 'done' && (end ?? begin) >= dates.now)
    .map(({ begin, end, by }) => {
      const when = periodOf(begin, end, dates)
      return by ? t('show.planned-by', { when, name: plain(by) }) : when
    })
    .join('\n')
}

/** What is planned of a task, beside what else is to be known of it; its author is named already. */
export function plannedFact(
  { begin, end, by, author }: Pick<TimelineEntry & { kind: 'task' }, 'begin' | 'end' | 'by' | 'author'>,
  { t, dates }: Pick<Look, 't' | 'dates'>,
): string[] {
  if (!begin) return []
  const when = periodOf(begin, end, dates)
  return [by && by !== author ? t('show.task-planned-by', { when, name: plain(by) }) : t('show.task-planned', { when })]
}

function periodOf(begin: Date, end: Date | undefined, dates: Dates): string {
  return end && end > begin ? dates.period(begin, end) : dates.full(begin)
}

/** Why a pending ticket waits, and what comes of that by itself. */
export function waitingLines(
  { ticket, waiting = {} }: ShownTicket,
  { t, dates }: FieldLook,
  moment: WriteMoment,
): string {
  const { reminder, remindersLeft = 0, solvedOn } = waiting
  const isComing = (date: Date | undefined): date is Date => date !== undefined && date > dates.now
  return [
    ticket.pendingReason ? plain(ticket.pendingReason) : '',
    isComing(reminder) ? t('show.reminder', { when: moment(reminder) }) : '',
    isComing(solvedOn) ? t('show.solved-by-itself', { when: moment(solvedOn), count: remindersLeft }) : '',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** By when an open ticket is to be solved, and as what level of service. One that has passed is called late: the colour alone would not do. */
export function due(ticket: Ticket, look: FieldLook, moment: WriteMoment): string {
  const { dueBy, solveLevel } = ticket
  if (!dueBy || !isOpen(ticket)) return ''
  return withLevel(late(moment(dueBy), isOverdue(ticket, look.dates.now), look), solveLevel, look)
}

/** By when somebody is to take it, as long as nobody did. */
export function takeDue(ticket: Ticket, look: FieldLook, moment: WriteMoment): string {
  const { takeBy, taken, takeLevel } = ticket
  if (!takeBy || taken || !isOpen(ticket)) return ''
  const isLate = ticket.status !== 'pending' && takeBy < look.dates.now
  return withLevel(late(look.t('show.take-by', { when: moment(takeBy) }), isLate, look), takeLevel, look)
}

function late(when: string, isLate: boolean, { style, t }: FieldLook): string {
  return isLate ? style.red(t('show.late', { when })) : when
}

/** The level is called one: its name may say «solved in 4 h», which would be read as how the ticket stands. */
function withLevel(when: string, level: string | undefined, { t }: FieldLook): string {
  return level ? t('show.with-level', { when, level: plain(level) }) : when
}

function isOpen({ status }: Ticket): boolean {
  return status !== 'solved' && status !== 'closed'
}

/** The tickets that it is tied to, a line each. */
export function linkLines(links: LinkedTicket[] = [], { t, style }: FieldLook): string {
  return links
    .map(({ id, title, status, relation }) => {
      const ticket = `${style.bold(`#${id}`)} ${plain(title)} (${statusWord(status, t)})`
      return relation === 'related' ? ticket : t(`show.link.${relation}`, { ticket })
    })
    .join('\n')
}
