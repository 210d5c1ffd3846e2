import { Writable } from 'node:stream'
import type { Output } from '../stream.ts'

/** How Inquirer takes away what it drew before, and draws again from there. */
const erasing = /^(?:\u001b\[\d+B)?(?:\u001b\[2K(?:\u001b\[1A)?)+\u001b\[G/
/** Where it goes up at the end, to where one types. */
const climb = /\u001b\[(\d+)A[^\n]*$/
/** How it goes down in the end, below all of it. */
const descent = /^\u001b\[\d+B(?=\n)/

/** An output on which Inquirer draws a question, and which remembers what stands there. */
export class DrawnOutput extends Writable {
  #drawn = ''
  #isBare = false

  constructor(private readonly screen: Output) {
    super({ decodeStrings: false })
  }

  get isTTY(): boolean {
    return this.screen.isTTY === true
  }

  get columns(): number | undefined {
    return this.screen.columns
  }

  get rows(): number | undefined {
    return this.screen.rows
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const given = chunk.toString()
    const text = this.#isBare ? given.replace(descent, '') : given
    this.#drawn = erasing.test(text) ? text.replace(erasing, '') : this.#drawn + text
    this.screen.write(text)
    if (this.#isBare && erasing.test(text)) this.#eraseBelow()
    done()
  }

  /** The rows of it: none once it went off the screen. */
  get height(): number {
    return this.#drawn.split('\n').length - 1
  }

  /** Takes away what stands below the line where one types: what is written next begins there. */
  leaveBare(): void {
    this.#isBare = true
    this.#eraseBelow()
  }

  #eraseBelow(): void {
    if (climb.test(this.#drawn)) this.screen.write('\u001b7\r\n\u001b[J\u001b8')
  }

  /** Leaves it as it stands: what comes next begins below it, the cursor visible. */
  leaveBelow(): void {
    const [, rows] = climb.exec(this.#drawn) ?? []
    this.screen.write(`${rows ? `\u001b[${rows}B` : ''}\u001b[?25h\r\n`)
  }

  /** Draws what stands there once more, where the cursor is now. */
  drawAgain(): void {
    this.screen.write(`\r\u001b[J${this.#drawn}`)
  }
}
