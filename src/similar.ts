import { distance } from 'fastest-levenshtein'

/** The words that somebody may have meant, the nearest first; none when nothing comes near. */
export function similarTo(word: string, candidates: readonly string[]): string[] {
  const typed = word.toLowerCase()
  const scored = candidates.map((name) => ({ name, score: scoreOf(typed, name.toLowerCase()) }))
  const best = Math.min(...scored.map(({ score }) => score))
  if (best > 0.4) return []
  return scored.filter(({ score }) => score <= best + 0.05).map(({ name }) => name)
}

/** 0 for the same word, 1 for one that has nothing of it; the beginning of a word is nearly that word. */
function scoreOf(typed: string, name: string): number {
  if (typed.length >= 2 && name.startsWith(typed)) return 0.1
  return distance(typed, name) / Math.max(typed.length, name.length)
}
