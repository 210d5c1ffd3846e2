import { emitKeypressEvents, type Interface, type Key } from 'node:readline'
import type { Input, Output } from '../../stream.ts'
import { longestLine } from '../longest-text.ts'
import { isPasteEdge, type PasteMark, pasteMarkOf } from './paste-mark.ts'

/**
 * What becomes of the lines of a paste where one answer is asked for: they are joined, the first one is taken, or none:
 * where a letter chooses at once, and where a word is typed, which may come in one breath.
 */
export type PasteRule = 'join' | 'first' | 'none' | 'word'

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
 * Listens to the keys of an input. A paste is given as one, once it is over: readline draws its line anew with each key.
 * An Enter inside of it ends no answer: nothing of it must answer the questions that follow. Where a terminal does not mark
 * what is pasted, an Enter with more text in the same breath is taken for one, and where a letter chooses at once, one with more behind it.
 */
export class PastedKeys {
  readonly #input: Input
  readonly #rule: PasteRule
  readonly #most: number
  readonly #forward: KeyListener
  readonly #mark: PasteMark
  /** It began before this question. */
  #isForeign: boolean
  #pastedLines = false
  #isCut = false
  #lineIsOver = false
  #typed: Array<[text: string, key: Key]> = []
  /** Characters that were given since the last key that was none. */
  #length = 0
  /** An Enter, or a letter that chooses: it counts if nothing comes behind it. */
  #held: { isEnter: boolean; pass(): void } | undefined
  #breath: NodeJS.Immediate | undefined

  /** Of text that comes without a key in between, no more than `most` characters are taken. */
  constructor(input: Input, rule: PasteRule, forward: KeyListener, most = longestLine) {
    this.#input = input
    this.#rule = rule
    this.#most = most
    this.#forward = forward
    this.#mark = pasteMarkOf(input)
    this.#isForeign = this.#mark.isOpen
    // Escape alone is told from a sequence by half a second, as readline has it: a slow line takes a sequence apart.
    emitKeypressEvents(input, { escapeCodeTimeout: 500 } as unknown as Interface)
    input.on('keypress', this.#onKey)
  }

  /** Whether several lines came in one paste; where none is taken, whether anything did. */
  get pastedLines(): boolean {
    return this.#pastedLines
  }

  /** Whether more came than is taken. */
  get isCut(): boolean {
    return this.#isCut
  }

  /** Stops listening. */
  off(): void {
    this.#drop()
    this.#mark.forget()
    this.#input.off('keypress', this.#onKey)
  }

  readonly #onKey: KeyListener = (typed, key) => {
    this.#mark.count(key, () => this.#endMark(key))
    if (isPasteEdge(key)) {
      this.#breathe()
      this.#mark.isOpen = key.name === 'paste-start'
      this.#isForeign = false
    } else if (this.#mark.isOpen) this.#onMarked(typed, key)
    else if (!this.#mark.isDeaf) this.#onTyped(typed, key)
  }

  #endMark(key: Key): void {
    this.#mark.isOpen = false
    this.#isForeign = false
    this.#breathe()
    this.#forward(undefined, key)
  }

  #onMarked(typed: string | undefined, key: Key): void {
    if (this.#isForeign) return
    const isOfText = isEnter(key) || key.name === 'tab' || Boolean(typed && isText(typed))
    if (takesNone(this.#rule)) this.#pastedLines ||= isOfText
    else if (isEnter(key)) this.#lineIsOver = true
    else if (key.name === 'tab') this.#collect(' ', space)
    else if (typed && isText(typed)) this.#collect(typed, key)
  }

  #onTyped(typed: string | undefined, key: Key): void {
    const text = typed && isText(typed) ? typed : undefined
    if (this.#isPaste(text, key)) this.#hearNothing()
    else if (isEnter(key)) {
      this.#hold(true, typed, key)
      this.#lineIsOver = true
    } else if (text === undefined) {
      this.#breathe()
      this.#length = 0
      this.#forward(typed, key)
    } else if (this.#rule === 'none') this.#hold(false, typed, key)
    else {
      this.#collect(text, key)
      this.#breatheSoon()
    }
  }

  /** Of which nothing is to be taken. */
  #isPaste(text: string | undefined, key: Key): boolean {
    if (!this.#held || !takesNone(this.#rule)) return false
    return text !== undefined || (isEnter(key) && !this.#held.isEnter)
  }

  #hold(isEnter: boolean, typed: string | undefined, key: Key): void {
    this.#held ??= { isEnter, pass: () => this.#forward(typed, key) }
    this.#breatheSoon()
  }

  #collect(text: string, key: Key): void {
    if (this.#lineIsOver) {
      this.#pastedLines = true
      if (this.#rule === 'first') return
      this.#held = undefined
      this.#lineIsOver = false
      this.#add(' ', space)
    }
    this.#add(text, key)
  }

  #add(text: string, key: Key): void {
    this.#isCut ||= this.#length + text.length > this.#most
    if (this.#length + text.length > this.#most) this.#length = this.#most
    else {
      this.#typed.push([text, key])
      this.#length += text.length
    }
  }

  #breatheSoon(): void {
    this.#breath ??= setImmediate(() => this.#breathe())
  }

  /** Gives what was typed, and the Enter behind it. */
  #breathe(): void {
    const [typed, held] = [this.#typed, this.#held]
    this.#drop()
    const [first] = typed
    if (first && typed.length === 1) this.#forward(...first)
    else if (first) {
      const text = typed.map(([part]) => part).join('')
      this.#forward(text, { sequence: text })
    }
    held?.pass()
  }

  #drop(): void {
    if (this.#breath) clearImmediate(this.#breath)
    this.#breath = undefined
    this.#typed = []
    this.#held = undefined
    this.#lineIsOver = false
  }

  /** Until the breath is over: the last Enter of a paste is no answer either. */
  #hearNothing(): void {
    this.#pastedLines = true
    this.#drop()
    this.#mark.deafen()
  }
}

function takesNone(rule: PasteRule): boolean {
  return rule === 'none' || rule === 'word'
}
