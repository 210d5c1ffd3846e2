/** What a contract of support includes, the least first. */
export const contractLevels = ['bronze', 'silver', 'gold', 'platinum'] as const
export type ContractLevel = (typeof contractLevels)[number]

/** From gold on, whoever is in charge may be reached by telephone. */
export function includesTelephone(level: ContractLevel | undefined): boolean {
  return level === 'gold' || level === 'platinum'
}

const words: Array<[ContractLevel, RegExp]> = [
  ['platinum', /\bplatin(um|e)\b/i],
  ['gold', /\b(gold|or)\b/i],
  ['silver', /\b(silver|argent)\b/i],
  ['bronze', /\bbronze\b/i],
]

/** The level that the name of a contract's type says, in French or in English; undefined when it says none. */
export function contractLevel(name: string): ContractLevel | undefined {
  return words.find(([, word]) => word.test(name))?.[0]
}
