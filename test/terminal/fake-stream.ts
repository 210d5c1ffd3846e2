import { Writable } from 'node:stream'

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
