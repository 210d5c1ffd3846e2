import { borderAfter, borderBefore, lineEnd, lineStart, onBorder, wordAfter, wordBefore } from './borders.ts'

/** A moment to which one can come back. */
interface Moment {
  text: string
  cursor: number
}

/** Steps that follow each other are one to be undone; moving in between ends it. */
type Kind = 'typed' | 'piece' | 'erased' | 'whole'

/** Moments, and characters of all of them together. */
const mostKept = { moments: 200, characters: 10_000_000 }

/**
 * A text that is being edited, and the place in it where that happens: an index into it, never within a character. Lines
 * end with `\n`. Nothing is known here of screens and keys.
 */
export class EditedText {
  #text: string
  #cursor: number
  #kind: Kind | undefined
  #past: Moment[] = []
  #future: Moment[] = []

  /** `most`: typing and pasting end at this length; what stands there already may be longer. */
  constructor(
    text: string,
    readonly most: number,
  ) {
    this.#text = text
    this.#cursor = text.length
  }

  get text(): string {
    return this.#text
  }

  get cursor(): number {
    return this.#cursor
  }

  /** True when all of it found room. */
  type(typed: string): boolean {
    const before = this.#text[this.#cursor - 1]
    const beginsWord = (before === undefined || /\s/.test(before)) && !/^\s/.test(typed)
    if (beginsWord) this.#kind = undefined
    return this.#insert(typed, 'typed')
  }

  /** One step, to be undone as a whole; with the one before it when this is another piece of the same. */
  paste(pasted: string, isPiece = false): boolean {
    return this.#insert(pasted, isPiece ? 'piece' : 'whole')
  }

  /** Another text in place of all of this, as one step. */
  become(text: string): void {
    if (text !== this.#text) this.#put(0, this.#text.length, text, 'whole')
  }

  moveTo(place: number): void {
    this.#kind = undefined
    this.#cursor = onBorder(this.#text, Math.max(0, Math.min(place, this.#text.length)))
  }

  left(): void {
    this.moveTo(borderBefore(this.#text, this.#cursor))
  }

  right(): void {
    this.moveTo(borderAfter(this.#text, this.#cursor))
  }

  wordLeft(): void {
    this.moveTo(wordBefore(this.#text, this.#cursor))
  }

  wordRight(): void {
    this.moveTo(wordAfter(this.#text, this.#cursor))
  }

  toLineStart(): void {
    this.moveTo(lineStart(this.#text, this.#cursor))
  }

  toLineEnd(): void {
    this.moveTo(lineEnd(this.#text, this.#cursor))
  }

  toStart(): void {
    this.moveTo(0)
  }

  toEnd(): void {
    this.moveTo(this.#text.length)
  }

  eraseBefore(): void {
    this.#erase(borderBefore(this.#text, this.#cursor), this.#cursor, 'erased')
  }

  eraseAfter(): void {
    this.#erase(this.#cursor, borderAfter(this.#text, this.#cursor), 'erased')
  }

  eraseWordBefore(): void {
    this.#erase(wordBefore(this.#text, this.#cursor), this.#cursor, 'whole')
  }

  eraseWordAfter(): void {
    this.#erase(this.#cursor, wordAfter(this.#text, this.#cursor), 'whole')
  }

  eraseToLineStart(): void {
    this.#erase(lineStart(this.#text, this.#cursor), this.#cursor, 'whole')
  }

  /** At the end of a line: the end itself, so that pressed again and again it takes line after line. */
  eraseToLineEnd(): void {
    const end = lineEnd(this.#text, this.#cursor)
    this.#erase(this.#cursor, end === this.#cursor ? borderAfter(this.#text, end) : end, 'whole')
  }

  undo(): void {
    this.#goTo(this.#past, this.#future)
  }

  redo(): void {
    this.#goTo(this.#future, this.#past)
  }

  #insert(typed: string, kind: Kind): boolean {
    const text = typed.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\p{Cs}/gu, '\ufffd')
    const room = Math.max(0, this.most - this.#text.length)
    const fits = text.length <= room
    const kept = fits ? text : text.slice(0, lastBorder(text, room))
    if (kept !== '') this.#put(this.#cursor, this.#cursor, kept, kind)
    return fits
  }

  #erase(from: number, to: number, kind: Kind): void {
    if (from < to) this.#put(from, to, '', kind)
  }

  #put(from: number, to: number, text: string, kind: Kind): void {
    const goesOn = kind !== 'whole' && kind === this.#kind
    if (!goesOn) this.#past.push({ text: this.#text, cursor: this.#cursor })
    const most = Math.min(mostKept.moments, Math.ceil(mostKept.characters / (this.#text.length + 1)))
    if (this.#past.length > most) this.#past.splice(0, this.#past.length - most)
    this.#future = []
    this.#kind = kind
    this.#text = this.#text.slice(0, from) + text + this.#text.slice(to)
    this.#cursor = onBorder(this.#text, from + text.length)
  }

  #goTo(from: Moment[], back: Moment[]): void {
    const moment = from.pop()
    if (!moment) return
    back.push({ text: this.#text, cursor: this.#cursor })
    this.#kind = undefined
    this.#text = moment.text
    this.#cursor = moment.cursor
  }
}

/** The last border that is not after this place. */
function lastBorder(text: string, place: number): number {
  return onBorder(text, place) === place ? place : borderBefore(text, place)
}
