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
  const far = isSwapped(typed, name) ? 1 : distance(typed, name)
  // In a short word one letter is half of it.
  return far === 1 && typed.length > 1 ? 0.2 : far / Math.max(typed.length, name.length)
}

/** «shwo»: two neighbours of one word, each in the place of the other. */
function isSwapped(typed: string, name: string): boolean {
  const at = [...typed].findIndex((letter, index) => letter !== name[index])
  const swapped = typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2)
  return at >= 0 && swapped === name
}

/**
 * The hint where a word is none of those that there are: what was meant, as far as it can be told, and all of them.
 * `words` are those that may be meant, where the choices are told with more than the word.
 */
export function choiceHint(word: string, choices: readonly string[], words = choices): ChoiceHint {
  const near = similarTo(word, words)
  const all = choices.join(', ')
  return near.length > 0
    ? { key: 'program.perhaps-one-of', parameters: { near: near.join(', '), choices: all } }
    : { key: 'program.one-of', parameters: { choices: all } }
}

interface ChoiceHint {
  key: 'program.perhaps-one-of' | 'program.one-of'
  parameters: Record<string, string>
}
