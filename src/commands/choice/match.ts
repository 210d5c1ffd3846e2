import { foldedPath } from '../../i18n/folded.ts'
import { nearNames } from './near-names.ts'

/** Something that a person may name: by a number or key, by a full name, or by a part of it. */
export interface Nameable<Value> {
  value: Value
  /** What identifies it: `3`, `Computer:3`, `high`. */
  keys: string[]
  /** What it is called, the fullest name first. */
  names: string[]
}

export type Match<Value> =
  | { found: Value }
  /** Several fit: their full names. */
  | { ambiguous: string[] }
  /**
   * None fits: the full names that come near, best first; and some of those there are, the near ones first, «…» at
   * the end where there are more.
   */
  | { near: string[]; some: string[] }

/**
 * Finds what `text` names: a key, an exact name, or a part that only one has; where the `whole` must be said, those that it
 * is a part of come near. Case and accents do not matter.
 */
export function match<Value>(text: string, candidates: Nameable<Value>[], { whole = false } = {}): Match<Value> {
  const wanted = foldedPath(text)
  const by = (fits: (candidate: Nameable<Value>) => boolean) => candidates.filter(fits)
  const exact = by(({ keys, names }) => [...keys, ...names].some((name) => foldedPath(name) === wanted))
  const hits =
    exact.length > 0
      ? exact
      : by(({ names }) => wanted !== '' && names.some((name) => foldedPath(name).includes(wanted)))
  const [only, ...others] = hits
  if (only && whole && exact.length === 0) return missed(hits.map(fullName), candidates)
  if (!only) return missed(nearest(text, candidates), candidates)
  return others.length === 0 ? { found: only.value } : { ambiguous: hits.map(fullName) }
}

/** So many names are read at a glance. */
const mostNamed = 6

function nearest(text: string, candidates: Nameable<unknown>[]): string[] {
  return nearNames(
    text,
    candidates.map((candidate) => ({ name: fullName(candidate), names: candidate.names })),
  ).slice(0, mostNamed)
}

function missed(near: string[], candidates: Nameable<unknown>[]): { near: string[]; some: string[] } {
  const all = [...new Set([...near, ...candidates.map(fullName)])]
  return { near, some: [...all.slice(0, mostNamed), ...(all.length > mostNamed ? ['…'] : [])] }
}

function fullName<Value>({ names, keys }: Nameable<Value>): string {
  return names[0] ?? keys[0] ?? ''
}
