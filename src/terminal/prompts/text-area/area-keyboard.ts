import { markPastes } from '../paste/pasted-keys.ts'
import type { PromptOptions } from '../prompt-options.ts'
import { AreaInput, type AreaListener } from './area-input.ts'

/** The keyboard, which is ours until others are to have the terminal, and is ours again then. */
export class AreaKeyboard {
  readonly #options: PromptOptions
  readonly #most: number
  readonly #listener: AreaListener
  #input: AreaInput | undefined
  #unmark = (): void => undefined

  constructor(options: PromptOptions, most: number, listener: AreaListener) {
    this.#options = options
    this.#most = most
    this.#listener = listener
  }

  get isTaken(): boolean {
    return this.#input !== undefined
  }

  take(): void {
    const { input, output, env } = this.#options
    input.setRawMode?.(true)
    this.#unmark = markPastes(output, env)
    this.#input = new AreaInput(input, this.#most, this.#listener)
    input.resume()
  }

  /** What was typed and not yet told comes before. */
  give(): void {
    const { input } = this.#options
    this.#input?.off()
    this.#input = undefined
    input.setRawMode?.(false)
    input.pause()
    this.#unmark()
    this.#unmark = () => undefined
  }

  flush(): void {
    this.#input?.flush()
  }
}
