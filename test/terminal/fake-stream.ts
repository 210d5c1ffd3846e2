import { PassThrough, Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

/** A stream that keeps what is written to it, and may pass for a terminal. */
export class FakeOutput extends Writable {
  text = ''
  readonly isTTY: boolean
  readonly columns: number | undefined

  constructor({ columns }: { columns?: number } = {}) {
    super()
    this.isTTY = columns !== undefined
    this.columns = columns
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }

  /** As stdout and stderr: a prompt that is over does not close them. */
  override end(): this {
    return this
  }

  cursorTo(): boolean {
    return true
  }
  moveCursor(): boolean {
    return true
  }
  clearLine(): boolean {
    return true
  }
}

/** A keyboard: what is typed arrives as a terminal sends it. */
export class FakeKeyboard extends PassThrough {
  readonly isTTY = true
  isRaw = false

  setRawMode(raw: boolean): this {
    this.isRaw = raw
    return this
  }

  /** One key after the other, as fingers do; readline needs a turn of the loop between them. */
  async type(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await setTimeout(20)
      this.write(key)
    }
  }
}

export const keys = {
  enter: '\r',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  ctrlO: '\u000f',
  ctrlW: '\u0017',
}
