/** A page of what was found. */
export interface FoundPage<Found> {
  found: Found[]
  /** There is a page after this one. */
  more: boolean
}

export interface LookupSource<Found> {
  /** Letters that must be typed before anything is looked for. */
  fewest: number
  /** What is found by these words, page by page from 1; `signal`: it is no longer needed. */
  find(words: string, page: number, signal: AbortSignal): Promise<FoundPage<Found>>
}

/** Milliseconds without a key, until what is typed is looked for. */
const rest = 250

/** Pages that are skipped because nothing on them may be chosen. */
const mostEmpty = 5

/**
 * What is found elsewhere by what somebody types: asked for once the keys rest, one page after the other. Only the newest
 * question counts; what goes wrong leaves what was found, and can be asked again.
 */
export class LookedUp<Found> {
  readonly #source: LookupSource<Found>
  readonly #rest: number
  #words = ''
  #foundBy: string | undefined
  #found: Found[] = []
  #page = 0
  #hasMore = false
  #asked: AbortController | undefined
  #timer: NodeJS.Timeout | undefined
  /** What went wrong with the last question. */
  trouble: unknown
  /** Called with each change of what is there. */
  onChange = (): void => undefined

  constructor(source: LookupSource<Found>, wait = rest) {
    this.#source = source
    this.#rest = wait
  }

  get found(): readonly Found[] {
    return this.#found
  }

  /** Something is being looked for. */
  get isBusy(): boolean {
    return this.#timer !== undefined || this.#asked !== undefined
  }

  /** More must be typed before anything is looked for. */
  get isShort(): boolean {
    return lettersOf(this.#words) < this.#source.fewest
  }

  /** What is there was found by what is typed now. */
  get isCurrent(): boolean {
    return this.#foundBy === this.#words
  }

  /** This is typed now. */
  is(words: string): void {
    this.#words = words
    this.#drop()
    if (this.isShort) {
      this.#found = []
      this.#foundBy = undefined
      this.#hasMore = false
    } else if (!this.isCurrent || this.trouble !== undefined) {
      this.#timer = setTimeout(() => void this.#ask(1), this.#foundBy === undefined && words === '' ? 0 : this.#rest)
    }
    this.trouble = undefined
  }

  /** Asks for the page after those that are there, if there is one. */
  further(): void {
    if (!this.isBusy && this.#hasMore && this.isCurrent) void this.#ask(this.#page + 1)
  }

  /** Asks once more for what went wrong. */
  again(): void {
    if (!this.isBusy && this.trouble !== undefined) void this.#ask(this.isCurrent ? this.#page + 1 : 1)
  }

  /** Nothing of it is needed any more. */
  close(): void {
    this.#drop()
    this.onChange = () => undefined
  }

  #drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#asked?.abort()
    this.#asked = undefined
  }

  async #ask(page: number): Promise<void> {
    this.#drop()
    const asked = new AbortController()
    const words = this.#words
    this.#asked = asked
    this.trouble = undefined
    this.onChange()
    try {
      const { at, found, more } = await this.#pageWithSome(words, page, asked.signal)
      if (this.#asked !== asked) return
      this.#found = page === 1 ? found : [...this.#found, ...found]
      this.#foundBy = words
      this.#page = at
      this.#hasMore = more
    } catch (error) {
      if (this.#asked !== asked) return
      this.trouble = error
    }
    this.#asked = undefined
    this.onChange()
  }

  async #pageWithSome(words: string, page: number, signal: AbortSignal): Promise<FoundPage<Found> & { at: number }> {
    for (let at = page; ; at += 1) {
      const { found, more } = await this.#source.find(words.trim(), at, signal)
      if (found.length > 0 || !more || at - page >= mostEmpty) return { at, found, more }
    }
  }
}

function lettersOf(words: string): number {
  return [...words.trim()].length
}
