import type { Key } from 'node:readline'
import type { Input } from '../../stream.ts'

/** Milliseconds. */
const patience = 300

/** Whether what comes from a keyboard is inside of a paste, as its terminal marks it. */
export class PasteMark {
  isOpen = false
  /** Nobody hears what is left of this breath: it belongs to a paste that the terminal does not mark. */
  isDeaf = false
  /** How many keys came. */
  #keys = 0
  #waiting: NodeJS.Timeout | undefined

  /**
   * Counts a key. A paste whose end never came must not keep anybody: Ctrl-C with nothing behind it is no part of one, and
   * `left` is called.
   */
  count({ ctrl, name }: Key, left: () => void): void {
    const count = ++this.#keys
    this.forget()
    if (!this.isOpen || !ctrl || name !== 'c') return
    this.#waiting = setTimeout(() => {
      if (this.isOpen && count === this.#keys) left()
    }, patience)
  }

  /** Whoever waited for the end of a paste is gone. */
  forget(): void {
    clearTimeout(this.#waiting)
  }

  deafen(): void {
    this.isDeaf = true
    setImmediate(() => {
      this.isDeaf = false
    })
  }
}

const marks = new WeakMap<Input, PasteMark>()

/** Of the keyboard, not of the question: a paste may outlast one, and must answer none that comes after it. */
export function pasteMarkOf(keyboard: Input): PasteMark {
  const mark = marks.get(keyboard) ?? new PasteMark()
  marks.set(keyboard, mark)
  return mark
}

export function isPasteEdge({ name }: Key): boolean {
  return name === 'paste-start' || name === 'paste-end'
}
