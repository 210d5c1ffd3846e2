/** What a contract of support includes, the least first. */
export const contractLevels = ['bronze', 'silver', 'gold', 'platinum'] as const
export type ContractLevel = (typeof contractLevels)[number]

/** From gold on, whoever is in charge may be reached by telephone. */
export function includesTelephone(level: ContractLevel | undefined): boolean {
  return level === 'gold' || level === 'platinum'
}
