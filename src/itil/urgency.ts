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
