import { emitKeypressEvents, type Interface, type Key } from 'node:readline'
import type { Input, Output } from '../stream.ts'

/** What becomes of the lines of a paste where one answer is asked for: they are joined, the first one is taken, or none. */
export type PasteRule = 'join' | 'first' | 'none'

export type KeyListener = (typed: string | undefined, key: Key) => void

const space: Key = { name: 'space', sequence: ' ' }
const bracketed = { on: '\u001b[?2004h', off: '\u001b[?2004l' }

/** Asks the terminal to mark what is pasted; gives how to take that back. */
export function markPastes(output: Output, env: { TERM?: string | undefined }): () => void {
  if (output.isTTY !== true || env.TERM === 'dumb') return () => undefined
  output.write(bracketed.on)
  return () => void output.write(bracketed.off)
}

export function isEnter({ name }: Key): boolean {
  return name === 'return' || name === 'enter'
}

/** Ctrl-Z. */
export function isStop({ ctrl, name }: Key): boolean {
  return ctrl === true && name === 'z'
}

/** No control: characters to be written down. */
export function isText(typed: string): boolean {
  return typed !== '' && !/\p{Cc}/u.test(typed)
}

/**
 * Listens to the keys of an input. An Enter inside of a paste ends no answer: nothing of it must answer the questions
 * that follow. Where a terminal does not mark what is pasted, an Enter with more text in the same breath is taken for one.
 */
export class PastedKeys {
  readonly #input: Input
  readonly #rule: PasteRule
  readonly #forward: KeyListener
  #pastedLines = false
  #isMarked = false
  #lineIsOver = false
  #isDeaf = false
  #held: { immediate: NodeJS.Immediate; pass(): void } | undefined

  constructor(input: Input, rule: PasteRule, forward: KeyListener) {
    this.#input = input
    this.#rule = rule
    this.#forward = forward
    // Escape alone is told from a sequence by half a second, as readline has it: a slow line takes a sequence apart.
    emitKeypressEvents(input, { escapeCodeTimeout: 500 } as unknown as Interface)
    input.on('keypress', this.#onKey)
  }

  /** Whether several lines came in one paste. */
  get pastedLines(): boolean {
    return this.#pastedLines
  }

  /** Stops listening. */
  off(): void {
    this.#drop()
    this.#input.off('keypress', this.#onKey)
  }

  readonly #onKey: KeyListener = (typed, key) => {
    if (key.name === 'paste-start' || key.name === 'paste-end') {
      this.#isMarked = key.name === 'paste-start'
      this.#lineIsOver = false
    } else if (this.#isMarked) this.#onMarked(typed, key)
    else if (!this.#isDeaf) this.#onTyped(typed, key)
  }

  #onMarked(typed: string | undefined, key: Key): void {
    if (isEnter(key)) this.#lineIsOver = true
    else if (key.name === 'tab') this.#forward(' ', space)
    else if (typed && isText(typed)) this.#lineIsOver ? this.#goOn(typed) : this.#forward(typed, key)
  }

  #onTyped(typed: string | undefined, key: Key): void {
    if (isEnter(key)) this.#hold(typed, key)
    else if (this.#held && typed && isText(typed)) this.#goOn(typed)
    else {
      this.#release()
      this.#forward(typed, key)
    }
  }

  #hold(typed: string | undefined, key: Key): void {
    this.#held ??= {
      immediate: setImmediate(() => this.#release()),
      pass: () => this.#forward(typed, key),
    }
  }

  #drop(): (() => void) | undefined {
    const held = this.#held
    if (held) clearImmediate(held.immediate)
    this.#held = undefined
    return held?.pass
  }

  #release(): void {
    this.#drop()?.()
  }

  #goOn(typed: string): void {
    this.#pastedLines = true
    if (this.#rule === 'first') return
    this.#drop()
    if (this.#rule === 'none') this.#hearNothing()
    else this.#joinWith(typed)
  }

  #joinWith(typed: string): void {
    this.#lineIsOver = false
    this.#forward(' ', space)
    this.#forward(typed, { name: typed, sequence: typed })
  }

  /** Until the breath is over: the last Enter of a paste is no answer either. */
  #hearNothing(): void {
    this.#isDeaf = true
    setImmediate(() => {
      this.#isDeaf = false
    })
  }
}
