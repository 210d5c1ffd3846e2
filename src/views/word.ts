import type { Translate } from '../i18n/translate.ts'
import type { SolutionStatus } from '../itil/solution-status.ts'
import type { TicketStatus } from '../itil/status.ts'
import type { TaskState } from '../itil/task-state.ts'
import type { TicketType } from '../itil/ticket-type.ts'
import type { Priority, Urgency } from '../itil/urgency.ts'

/** ITIL's words in the person's language. */
export const statusWord = (status: TicketStatus, t: Translate): string => t(`word.status.${status}`)
export const urgencyWord = (urgency: Urgency, t: Translate): string => t(`word.urgency.${urgency}`)
export const priorityWord = (priority: Priority, t: Translate): string =>
  t(priority === 'major' ? 'word.priority.major' : `word.urgency.${priority}`)
export const typeWord = (type: TicketType, t: Translate): string => t(`word.type.${type}`)
export const solutionWord = (status: SolutionStatus, t: Translate): string => t(`word.solution.${status}`)
export const taskWord = (state: TaskState, t: Translate): string => t(`word.task.${state}`)
