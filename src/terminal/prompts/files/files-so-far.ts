import { plain } from '../../sanitize.ts'
import type { FilesQuestion, Taking } from './files-question.ts'

/** What became of a line: what is wrong with it, and what of it is to be corrected. */
export interface TakenLine {
  problems: string[]
  rest: string
}

/** The files of a question, from the first to its end. */
export class FilesSoFar<Taken> {
  #taken: Taken[]
  #failure: { error: unknown } | undefined

  constructor(private readonly question: FilesQuestion<Taken>) {
    this.#taken = question.taken
  }

  /** All of them; throws what went wrong. */
  get all(): Taken[] {
    if (this.#failure) throw this.#failure.error
    return this.#taken
  }

  get names(): string[] {
    return this.#taken.map((one) => plain(this.question.name(one)))
  }

  take(line: string, signal?: AbortSignal): Promise<TakenLine | undefined> {
    return this.#change(() => this.question.take(line, this.#taken, signal))
  }

  fromClipboard(signal?: AbortSignal): Promise<TakenLine | undefined> {
    return this.#change(() => this.question.fromClipboard(this.#taken, signal))
  }

  remove(index: number): Promise<TakenLine | undefined> {
    return this.#change(async () => ({
      taken: this.#taken.filter((_one, at) => at !== index),
      problems: [],
      rest: '',
    }))
  }

  /** Undefined where the work fails: `all` throws it then. */
  async #change(work: () => Promise<Taking<Taken>>): Promise<TakenLine | undefined> {
    try {
      const { taken, problems, rest } = await work()
      if (taken.length !== this.#taken.length) await this.question.keep(taken)
      this.#taken = taken
      return { problems: problems.map((problem) => plain(problem)), rest: plain(rest) }
    } catch (error) {
      this.#failure = { error }
      return undefined
    }
  }
}
