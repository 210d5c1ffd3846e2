import type { SolutionStatus } from './solution-status.ts'
import type { TaskState } from './task-state.ts'

/** One thing that was written on a ticket, or hung on it. */
export type TimelineEntry = {
  id: number
  date: Date
  /** When it was written down: nobody can change that, as a technician can `date`. The date itself when absent. */
  created?: Date
  /** Login or full name; undefined where the platform does not say it. */
  author?: string
  /** True when this account wrote it. */
  mine: boolean
} & (
  | { kind: 'followup'; html: string }
  | { kind: 'task'; html: string; state: TaskState; timeSpent: number }
  | { kind: 'solution'; html: string; status: SolutionStatus; answered?: Date; answeredBy?: string }
  | { kind: 'document'; fileName: string; mime: string }
)
