import { emitKeypressEvents, type Interface, type Key } from 'node:readline'
import type { Input, Output } from '../stream.ts'

/** What becomes of the lines of a paste where one answer is asked for: they are joined, the first one is taken, or none. */
export type PasteRule = 'join' | 'first' | 'none'

export type KeyListener = (typed: string | undefined, key: Key) => void

export interface PastedKeys {
  /** Whether several lines came in one paste. */
  readonly pastedLines: boolean
  /** Stops listening. */
  off(): void
}

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

/** No control: characters to be written down. */
export function isText(typed: string): boolean {
  return typed !== '' && !/\p{Cc}/u.test(typed)
}

/**
 * Listens to the keys of an input. An Enter inside of a paste ends no answer: nothing of it must answer the questions
 * that follow. Where a terminal does not mark what is pasted, an Enter with more text in the same breath is taken for one.
 */
export function withoutPastedLines(input: Input, rule: PasteRule, forward: KeyListener): PastedKeys {
  let isMarked = false
  let lineIsOver = false
  let pastedLines = false
  let isDeaf = false
  let held: { immediate: NodeJS.Immediate; release(): void } | undefined

  const release = (): void => {
    if (held) clearImmediate(held.immediate)
    const { release: pass } = held ?? {}
    held = undefined
    pass?.()
  }
  const hold = (typed: string | undefined, key: Key): void => {
    const pass = () => forward(typed, key)
    held ??= { immediate: setImmediate(release), release: pass }
  }
  /** Until the breath is over: the last Enter of a paste is no answer either. */
  const hearNothing = (): void => {
    isDeaf = true
    setImmediate(() => {
      isDeaf = false
    })
  }
  const joinWith = (typed: string): void => {
    lineIsOver = false
    forward(' ', { name: 'space', sequence: ' ' })
    forward(typed, { name: typed, sequence: typed })
  }
  const goOn = (typed: string): void => {
    pastedLines = true
    if (rule === 'first') return
    if (held) clearImmediate(held.immediate)
    held = undefined
    if (rule === 'none') hearNothing()
    else joinWith(typed)
  }
  const onMarked: KeyListener = (typed, key) => {
    if (isEnter(key)) lineIsOver = true
    else if (key.name === 'tab') forward(' ', { name: 'space', sequence: ' ' })
    else if (typed && isText(typed)) lineIsOver ? goOn(typed) : forward(typed, key)
  }
  const onTyped: KeyListener = (typed, key) => {
    if (isDeaf) return
    if (isEnter(key)) hold(typed, key)
    else if (held && typed && isText(typed)) goOn(typed)
    else {
      release()
      forward(typed, key)
    }
  }
  const onKey: KeyListener = (typed, key) => {
    if (key.name === 'paste-start' || key.name === 'paste-end') {
      isMarked = key.name === 'paste-start'
      lineIsOver = false
    } else (isMarked ? onMarked : onTyped)(typed, key)
  }

  // Escape alone is told from a sequence by half a second, as readline has it: a slow line takes a sequence apart.
  emitKeypressEvents(input, { escapeCodeTimeout: 500 } as unknown as Interface)
  input.on('keypress', onKey)
  return {
    get pastedLines() {
      return pastedLines
    },
    off: () => {
      if (held) clearImmediate(held.immediate)
      input.off('keypress', onKey)
    },
  }
}
