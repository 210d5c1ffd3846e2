/** What a password may have to contain: a digit, a small letter, a capital, something else. */
export const passwordKinds = ['number', 'letter', 'capital', 'symbol'] as const
export type PasswordKind = (typeof passwordKinds)[number]

/** What a platform wants of a new password. */
export interface PasswordRules {
  /** Characters; 0 where it does not matter. */
  least: number
  kinds: PasswordKind[]
  /** How many former ones must not come again, the one of today included; 1 as a rule. */
  former: number
}

export type PasswordFault = 'empty' | 'same' | 'short' | PasswordKind

const patterns: Record<PasswordKind, RegExp> = { number: /\d/, letter: /[a-z]/, capital: /[A-Z]/, symbol: /\W/ }

/**
 * What keeps a new password from being taken, as the platform counts it: letters are those without accents. One that is
 * empty, or the one of today, is nothing else.
 */
export function passwordFaults({ least, kinds }: PasswordRules, current: string, next: string): PasswordFault[] {
  if (next === '') return ['empty']
  if (next === current) return ['same']
  return [
    ...([...next].length < least ? (['short'] as const) : []),
    ...kinds.filter((kind) => !patterns[kind].test(next)),
  ]
}
