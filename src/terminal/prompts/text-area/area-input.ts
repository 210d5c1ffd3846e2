import { emitKeypressEvents, type Interface, type Key } from 'node:readline'
import type { Input } from '../../stream.ts'
import { isPasteEdge, type PasteMark, pasteMarkOf } from '../paste/paste-mark.ts'
import { isEnter, isText, type KeyListener } from '../paste/pasted-keys.ts'

export interface AreaListener {
  typed(text: string): void
  /** `isPiece`: the terminal marks no pastes, and more of the same may follow. */
  pasted(text: string, isPiece: boolean): void
  key(key: Key): void
}

/** Nobody types so much in one breath. */
const longestBreath = 40

/**
 * What comes from a keyboard, told as text and keys: a paste as one, whether the terminal marks it or not; of one without
 * end no more than `most` characters are kept.
 */
export class AreaInput {
  readonly #input: Input
  readonly #listener: AreaListener
  readonly #most: number
  #parts: string[] = []
  #length = 0
  readonly #mark: PasteMark
  /** The paste began before this text was asked for. */
  #isForeign: boolean
  #afterReturn = false
  #flush: NodeJS.Immediate | undefined

  constructor(input: Input, most: number, listener: AreaListener) {
    this.#input = input
    this.#most = most
    this.#listener = listener
    this.#mark = pasteMarkOf(input)
    this.#isForeign = this.#mark.isOpen
    // As the other questions have it: whoever listens first decides.
    emitKeypressEvents(input, { escapeCodeTimeout: 500 } as unknown as Interface)
    input.on('keypress', this.#onKey)
  }

  /** Tells what was typed and not yet told. */
  flush(): void {
    if (this.#flush) clearImmediate(this.#flush)
    this.#flush = undefined
    const text = this.#parts.join('')
    this.#parts = []
    this.#length = 0
    if (text === '') return
    if (this.#mark.isOpen) this.#listener.pasted(text, false)
    else if (text.length > longestBreath || text.slice(0, -1).includes('\n')) this.#listener.pasted(text, true)
    else this.#listener.typed(text)
  }

  /** Listens no more; what was typed and not told is told before. */
  off(): void {
    this.flush()
    this.#mark.forget()
    this.#input.off('keypress', this.#onKey)
  }

  readonly #onKey: KeyListener = (typed, key) => {
    this.#mark.count(key, () => this.#endMark(key))
    if (isPasteEdge(key)) {
      this.flush()
      this.#mark.isOpen = key.name === 'paste-start'
      this.#isForeign = false
      return
    }
    if (this.#isForeign || this.#mark.isDeaf) return
    const text = this.#textOf(typed, key)
    this.#afterReturn = key.name === 'return'
    if (text !== undefined) this.#collect(text)
    else if (!this.#mark.isOpen) {
      this.flush()
      this.#listener.key(key)
    }
  }

  #endMark(key: Key): void {
    this.flush()
    this.#mark.isOpen = false
    this.#isForeign = false
    this.#listener.key(key)
  }

  #textOf(typed: string | undefined, key: Key): string | undefined {
    // What was pasted may end its lines with both.
    if (isEnter(key)) return key.name === 'enter' && this.#afterReturn ? '' : '\n'
    if (key.name === 'tab' && !key.shift) return '\t'
    return typed && !key.meta && !key.ctrl && isText(typed) ? typed : undefined
  }

  #collect(text: string): void {
    // One more than there is room for says that it was too much.
    if (this.#length > this.#most) return
    this.#parts.push(text)
    this.#length += text.length
    if (!this.#mark.isOpen) this.#flush ??= setImmediate(() => this.flush())
  }
}
