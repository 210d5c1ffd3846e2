/** The numbers that GLPI gives to the states of a ticket (GLPI.md, "v1 — life of a ticket"). */
export const STATUS = { new: 1, assigned: 2, planned: 3, pending: 4, solved: 5, closed: 6 } as const
/** A status, in a word. */
export type StatusWord = keyof typeof STATUS

/** Whether a solution waits, or how it was answered. */
export const SOLUTION = { waiting: 2, accepted: 3, refused: 4 } as const
/** A solution's status, in a word. */
export type SolutionWord = keyof typeof SOLUTION

/** What a task is about. */
export const TASK_STATE = { information: 0, 'to-do': 1, done: 2 } as const
/** A task's state, in a word. */
export type TaskStateWord = keyof typeof TASK_STATE

/** How somebody takes part in a ticket. */
export const ROLE = { requester: 1, assigned: 2, observer: 3 } as const

/** Contract step "getGlpiConfig": priority by urgency, then impact. */
export const PRIORITY_MATRIX: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  1: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 2 },
  2: { 1: 1, 2: 2, 3: 2, 4: 3, 5: 3 },
  3: { 1: 2, 2: 2, 3: 3, 4: 4, 5: 4 },
  4: { 1: 2, 2: 3, 3: 4, 4: 4, 5: 5 },
  5: { 1: 2, 2: 3, 3: 4, 4: 5, 5: 5 },
}

/** The priority that the server computes. */
export function priorityOf(urgency: number, impact: number): number {
  return PRIORITY_MATRIX[urgency]?.[impact] ?? 3
}

/** Whether a ticket of this status is neither solved nor closed. */
export function isOpen(status: number): boolean {
  return status !== STATUS.solved && status !== STATUS.closed
}
