/** What became of a proposed solution: GLPI's 2, 3 and 4; 1 means that no answer is expected. */
export const solutionStatuses = ['none', 'waiting', 'accepted', 'refused'] as const
export type SolutionStatus = (typeof solutionStatuses)[number]

export function solutionStatus(id: number): SolutionStatus | undefined {
  return solutionStatuses[id - 1]
}
