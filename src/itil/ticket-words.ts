/** A ticket's status: GLPI's number ↔ ITIL's word (GLPI.md, «life of a ticket»). */
export const ticketStatuses = ['new', 'assigned', 'planned', 'pending', 'solved', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** The word for GLPI's number; undefined for a number that GLPI does not use. */
export function ticketStatus(id: number): TicketStatus | undefined {
  return ticketStatuses[id - 1]
}

export function ticketStatusId(status: TicketStatus): number {
  return ticketStatuses.indexOf(status) + 1
}

export const ticketTypes = ['incident', 'request'] as const
export type TicketType = (typeof ticketTypes)[number]

export function ticketType(id: number): TicketType | undefined {
  return ticketTypes[id - 1]
}

export function ticketTypeId(type: TicketType): number {
  return ticketTypes.indexOf(type) + 1
}

/** Five levels, as GLPI numbers them; priority uses the same five and «major» (6). */
export const urgencies = ['very-low', 'low', 'medium', 'high', 'very-high'] as const
export type Urgency = (typeof urgencies)[number]

export const priorities = [...urgencies, 'major'] as const
export type Priority = (typeof priorities)[number]

export function urgency(id: number): Urgency | undefined {
  return urgencies[id - 1]
}

export function urgencyId(level: Urgency): number {
  return urgencies.indexOf(level) + 1
}

export function priority(id: number): Priority | undefined {
  return priorities[id - 1]
}

/** What became of a proposed solution: GLPI's 2, 3 and 4; 1 means that no answer is expected. */
export const solutionStatuses = ['none', 'waiting', 'accepted', 'refused'] as const
export type SolutionStatus = (typeof solutionStatuses)[number]

export function solutionStatus(id: number): SolutionStatus | undefined {
  return solutionStatuses[id - 1]
}

export const taskStates = ['information', 'to-do', 'done'] as const
export type TaskState = (typeof taskStates)[number]

export function taskState(id: number): TaskState | undefined {
  return taskStates[id]
}
