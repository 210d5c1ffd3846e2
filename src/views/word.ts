import type { Translate } from '../i18n/translate.ts'
import type { Priority, SolutionStatus, TaskState, TicketStatus, TicketType, Urgency } from '../itil/ticket-words.ts'
import type { Style } from '../terminal/style.ts'

/** ITIL's words in the person's language. */
export const statusWord = (status: TicketStatus, t: Translate): string => t(`word.status.${status}`)
export const urgencyWord = (urgency: Urgency, t: Translate): string => t(`word.urgency.${urgency}`)
export const priorityWord = (priority: Priority, t: Translate): string =>
  t(priority === 'major' ? 'word.priority.major' : `word.urgency.${priority}`)
export const typeWord = (type: TicketType, t: Translate): string => t(`word.type.${type}`)
export const solutionWord = (status: SolutionStatus, t: Translate): string => t(`word.solution.${status}`)
export const taskWord = (state: TaskState, t: Translate): string => t(`word.task.${state}`)

/** How they are set off. */
type Paint = (text: string, style: Style) => string

const statusPaint: Record<TicketStatus, Paint> = {
  new: (text, style) => style.blue(text),
  assigned: (text, style) => style.cyan(text),
  planned: (text, style) => style.cyan(text),
  pending: (text, style) => style.magenta(text),
  solved: (text, style) => style.green(text),
  closed: (text, style) => style.dim(text),
}

const urgencyPaint: Record<Urgency, Paint> = {
  'very-low': (text, style) => style.dim(text),
  low: (text, style) => style.dim(text),
  medium: (text) => text,
  high: (text, style) => style.red(text),
  'very-high': (text, style) => style.bold(style.red(text)),
}

export function paintStatus(status: TicketStatus, text: string, style: Style): string {
  return statusPaint[status](text, style)
}

export function paintUrgency(urgency: Urgency, text: string, style: Style): string {
  return urgencyPaint[urgency](text, style)
}
