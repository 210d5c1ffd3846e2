import { folded } from '../../i18n/folded.ts'

/** Whether each word that was typed stands somewhere in the name, in any order. */
export function matches(name: string, typed: string): boolean {
  const where = folded(name)
  return folded(typed)
    .split(/[\s>]+/)
    .every((word) => where.includes(word))
}
