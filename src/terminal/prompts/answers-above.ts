import type { Output } from '../stream.ts'

/** An answered question as it stands on the screen. */
interface Above {
  message: string
  rows: number
}

/**
 * What stands right above the cursor of the questions that were answered. Who goes back is asked one of them again: it, and
 * what stands below it, go off the screen first, so that no answer is seen twice.
 */
export class AnswersAbove {
  readonly #output: Output
  readonly #written: () => number
  #answers: Above[] = []
  /** How it was when the last question was over: whatever is written since stands in between. */
  #place: string | undefined
  #isLeft = false

  /** `written`: how many times something was written there by others; it grows. */
  constructor({ output, written = () => 0 }: { output: Output; written?(): number }) {
    this.#output = output
    this.#written = written
  }

  /**
   * Begins a question. What it gives is called once that is over, with the rows that stand there, none of a question that was
   * left; where they are not known, it is not called.
   */
  begin(message: string): (rows: number) => void {
    this.#takeAway(message)
    this.#place = undefined
    return (rows) => {
      this.#isLeft = rows === 0
      if (rows > 0) this.#answers.push({ message, rows })
      this.#place = this.#placeNow
    }
  }

  /** Something else came between. */
  forget(): void {
    this.#answers = []
    this.#place = undefined
  }

  #takeAway(message: string): void {
    if (this.#placeNow !== this.#place) this.forget()
    const at = this.#isLeft ? this.#answers.findLastIndex((above) => above.message === message) : -1
    if (at < 0) return
    const rows = this.#answers.splice(at).reduce((sum, above) => sum + above.rows, 0)
    this.#output.write(`\u001b[${rows}A\r\u001b[J`)
  }

  get #placeNow(): string {
    return `${this.#written()} ${this.#output.columns}`
  }
}
