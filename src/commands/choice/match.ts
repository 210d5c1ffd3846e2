import { distance } from 'fastest-levenshtein'
import { foldedPath } from '../../i18n/folded.ts'

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
  /** None fits: the full names that come nearest, best first. */
  | { near: string[] }

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
  if (only && whole && exact.length === 0) return { near: hits.map(fullName) }
  if (!only) return { near: nearest(wanted, candidates) }
  return others.length === 0 ? { found: only.value } : { ambiguous: hits.map(fullName) }
}

function nearest<Value>(wanted: string, candidates: Nameable<Value>[]): string[] {
  const scored = candidates.map((candidate) => ({
    name: fullName(candidate),
    score: Math.min(
      ...candidate.names.map((name) => distance(wanted, foldedPath(name)) / Math.max(wanted.length, name.length)),
    ),
  }))
  const close = scored.filter(({ score }) => score <= 0.7).sort((one, other) => one.score - other.score)
  return (close.length > 0 ? close : scored).slice(0, 6).map(({ name }) => name)
}

function fullName<Value>({ names, keys }: Nameable<Value>): string {
  return names[0] ?? keys[0] ?? ''
}
