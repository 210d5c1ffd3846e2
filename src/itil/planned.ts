import type { TimelineEntry } from './ticket.ts'
import type { TaskState } from './ticket-words.ts'

/** A task that has its time. */
export interface Planned {
  /** The number of the task. */
  id: number
  begin: Date
  end?: Date
  /** Who is to do it. */
  by?: string
  state: TaskState
}

/** All that is planned on a ticket, the earliest first: done, or still to be done. */
export function plannedOn(timeline: readonly TimelineEntry[]): Planned[] {
  return timeline
    .flatMap((entry): Planned[] => {
      if (entry.kind !== 'task' || !entry.begin) return []
      const { id, begin, end, by, state } = entry
      return [{ id, begin, state, ...(end && { end }), ...(by && { by }) }]
    })
    .sort((one, other) => one.begin.getTime() - other.begin.getTime())
}
