import { Writable } from 'node:stream'
import type { Output } from '../stream.ts'

/** How Inquirer takes away what it drew before, and draws again from there. */
const erasing = /^(?:\u001b\[\d+B)?(?:\u001b\[2K(?:\u001b\[1A)?)+\u001b\[G/
/** Where it goes up at the end, to where one types. */
const climb = /\u001b\[(\d+)A[^\n]*$/

/** An output on which Inquirer draws a question, and which remembers what stands there. */
export class DrawnOutput extends Writable {
  #drawn = ''

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
    const text = chunk.toString()
    this.#drawn = erasing.test(text) ? text.replace(erasing, '') : this.#drawn + text
    this.screen.write(text)
    done()
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
