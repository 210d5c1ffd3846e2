import type { Key } from 'node:readline'
import { PassThrough } from 'node:stream'
import type { Input } from '../../stream.ts'
import { type KeyListener, PastedKeys, type PasteRule } from './pasted-keys.ts'

type Keyboard = Input & { isRaw?: boolean }

/**
 * A keyboard for readline on which pasted lines are one answer: it gives the keys of another, and passes on to that one
 * whatever it is told.
 */
export class PastingInput extends PassThrough {
  private readonly keys: PastedKeys

  constructor(
    private readonly keyboard: Keyboard,
    rule: PasteRule,
    /** A key that is not for this question. */
    isStray: (key: Key) => boolean,
    /** Characters that are taken of a paste. */
    most: number,
  ) {
    super()
    const forward: KeyListener = (typed, key) => {
      if (!isStray(key)) this.emit('keypress', typed, key)
    }
    this.keys = new PastedKeys(keyboard, rule, forward, most)
  }

  get isTTY(): boolean {
    return this.keyboard.isTTY === true
  }

  get isRaw(): boolean {
    return this.keyboard.isRaw === true
  }

  setRawMode(raw: boolean): this {
    this.keyboard.setRawMode?.(raw)
    return this
  }

  override pause(): this {
    this.keyboard.pause()
    return super.pause()
  }

  override resume(): this {
    this.keyboard.resume()
    return super.resume()
  }

  /** Whether several lines came in one paste; where none is taken, whether anything did. */
  get pastedLines(): boolean {
    return this.keys.pastedLines
  }

  /** Whether more came than is taken. */
  get isCut(): boolean {
    return this.keys.isCut
  }

  /** Listens to the keyboard no more. */
  letGo(): void {
    this.keys.off()
  }
}
