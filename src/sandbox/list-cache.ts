import type { Store } from './store/store.ts'

const KEPT = 64

/** Sorted lists of ids, kept until the next write: the pages of one list are then cut from one sort. */
export class ListCache {
  readonly #store: Store
  readonly #lists = new Map<string, readonly number[]>()
  #version = -1

  constructor(store: Store) {
    this.#store = store
  }

  get(key: string, make: () => readonly number[]): readonly number[] {
    if (this.#version !== this.#store.version || this.#lists.size >= KEPT) this.#lists.clear()
    this.#version = this.#store.version
    const known = this.#lists.get(key)
    if (known) return known
    const made = make()
    this.#lists.set(key, made)
    return made
  }
}
