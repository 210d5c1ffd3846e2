/** Numbers that look random, the same ones for the same seed (mulberry32). */
export function random(seed: number): {
  /** From 0 to 1. */
  next(): number
  below(limit: number): number
  oneOf<Item>(items: readonly Item[]): Item
} {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, oneOf: (items) => items[below(items.length)] as (typeof items)[number] }
}
