import type { SolutionStatus } from '../../../itil/solution-status.ts'
import type { TicketStatus } from '../../../itil/status.ts'
import type { TimelineEntry } from '../../../itil/timeline-entry.ts'

/** What was last seen of a ticket. */
export interface Seen {
  status: TicketStatus
  changed: Date
  /** Its entries by their keys, solutions with their status; undefined for a ticket that was only seen in a list. */
  entries?: ReadonlyMap<string, SolutionStatus | undefined>
}

/** What tells an entry of a ticket from the others: numbers are given by kind. */
export function keyOf({ kind, id }: Pick<TimelineEntry, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** By equality alone: a date can go back when two people write at the same time. */
export function isSame(a: Pick<Seen, 'status' | 'changed'>, b: Pick<Seen, 'status' | 'changed'>): boolean {
  return a.status === b.status && a.changed.getTime() === b.changed.getTime()
}
