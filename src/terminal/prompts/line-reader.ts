import { emitKeypressEvents, type Key } from 'node:readline'
import { Cancelled } from '../../errors/error.ts'
import type { HoldTerminal } from '../hold-terminal.ts'
import type { Input, Output } from '../stream.ts'
import { widthOf } from '../width.ts'
import { masked } from './mask.ts'
import { isEnter, isText, type KeyListener, markPastes, PastedKeys } from './paste/pasted-keys.ts'
import { LeftByKey } from './until-cancelled.ts'

export interface LineRequest {
  input: Input
  output: Output
  env: { TERM?: string | undefined }
  signal?: AbortSignal | undefined
  holdTerminal?: HoldTerminal | undefined
  /** What stands before the line. */
  question?: string
  /** What is typed does not show: a mark for each key. */
  hidden?: boolean
  /** Told all of it with each key. */
  onTyped?: ((text: string) => void) | undefined
  /** Characters that are taken of one line. */
  most?: number | undefined
  /** A key that is not for this line. */
  isStray?: (key: Key) => boolean
  /** Enter begins a line, Ctrl+D ends, and so does an Enter after which it is over; no more than `most` characters are taken; Ctrl+O leaves for the editor; `text` stands there already. */
  lines?: { text: string; most: number; isOver?(text: string): boolean }
}

export interface Line {
  text: string
  /** Several lines were pasted, where one is asked for. */
  pastedLines: boolean
  toEditor: boolean
  /** It was longer than there was room for. */
  isCut: boolean
}

/**
 * Reads what is typed with nothing but characters going out: no line is drawn again, so that a screen reader hears each
 * thing once, and any terminal will do. Backspace takes a character back, Ctrl+U the line; Ctrl+C, the end of the input,
 * and Ctrl+D where nothing is to be ended cancel.
 */
export function readLine({
  input,
  output,
  env,
  signal,
  holdTerminal,
  question = '',
  hidden = false,
  onTyped,
  most,
  isStray,
  lines,
}: LineRequest): Promise<Line> {
  const write = (shown: string): unknown => output.write(shown)
  const answer = hidden ? new MaskedText(write) : new EchoedText(write, lines?.most)
  return new Promise<Line>((resolve, reject) => {
    let isOver = false
    const leave = (): void => {
      isOver = true
      onTyped?.(answer.text)
      keys.off()
      held?.letGo()
      input.off('end', cancel).off('close', cancel).off('error', cancel)
      signal?.removeEventListener('abort', cancel)
      input.setRawMode?.(false)
      input.pause()
      unmark()
      output.write('\n')
    }
    const give = (error: Cancelled): void => {
      leave()
      reject(error)
    }
    const cancel = () => give(new Cancelled('cancelled'))
    const byKey = () => give(new LeftByKey())
    const end = (toEditor = false): void => {
      leave()
      resolve({ text: answer.text, pastedLines: keys.pastedLines, toEditor, isCut: answer.isCut || keys.isCut })
    }
    // Once for all the keys that come in one breath: of a paste, which may be long, and no line of it ends the text.
    const tellSoon = oncePerBreath(() => !isOver && onTyped?.(answer.text))
    const endIfOver = oncePerBreath(() => !isOver && lines?.isOver?.(answer.text) && end())
    const newLine = (): void => {
      answer.add('\n')
      endIfOver()
    }
    const commands: Record<string, () => void> = {
      c: byKey,
      d: () => (lines ? end() : answer.text === '' && byKey()),
      o: () => lines && end(true),
      z: () => held?.stop(),
      u: () => {
        while (answer.takeBack());
      },
    }
    const onKey: KeyListener = (typed, key) => {
      if (isEnter(key)) lines ? newLine() : end()
      else if (key.name === 'backspace') answer.takeBack()
      else if (key.ctrl) commands[key.name ?? '']?.()
      else if (typed && !key.meta && isText(typed)) answer.add(typed)
      tellSoon()
    }
    const mark = () => (lines ? () => undefined : markPastes(output, env))
    let unmark = mark()
    const held = holdTerminal?.({
      giveBack: () => {
        unmark()
        input.setRawMode?.(false)
        output.write('\n')
      },
      takeAgain: () => {
        input.setRawMode?.(true)
        unmark = mark()
        output.write(`${question}${hidden ? '' : answer.text}`)
      },
      leave: cancel,
    })
    const keys = lines
      ? allKeys(input, onKey)
      : new PastedKeys(input, hidden ? 'first' : 'join', unless(isStray, onKey), most)
    input.on('end', cancel).on('close', cancel).on('error', cancel)
    signal?.addEventListener('abort', cancel)
    input.setRawMode?.(true)
    input.resume()
    // Only now: a key that comes earlier would be the terminal's own, and Ctrl+C would end it all.
    output.write(question)
    answer.add(lines?.text ?? '')
  })
}

/** What was typed so far, and stands on the screen. */
class EchoedText {
  text = ''
  /** There was no more room: until something is taken back, nothing is added. */
  isCut = false

  constructor(
    protected readonly echo: (shown: string) => unknown,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {}

  add(typed: string): void {
    this.isCut ||= this.text !== '' && this.text.length + typed.length > this.most
    if (this.isCut) return
    this.text += typed
    this.echo(typed)
  }

  /** False at the start of a line. */
  takeBack(): boolean {
    const last = lastCharacter(this.text)
    this.isCut = false
    if (last === '') return false
    this.text = this.text.slice(0, -last.length)
    this.takeOff(widthOf(last))
    return true
  }

  protected takeOff(width: number): void {
    this.echo('\b'.repeat(width) + ' '.repeat(width) + '\b'.repeat(width))
  }
}

/** A secret, of which marks stand there. */
class MaskedText extends EchoedText {
  override add(typed: string): void {
    this.#changeTo(this.text + typed)
  }

  override takeBack(): boolean {
    const last = lastCharacter(this.text)
    if (last === '') return false
    this.#changeTo(this.text.slice(0, -last.length))
    return true
  }

  #changeTo(text: string): void {
    const [before, after] = [masked(this.text, '*').length, masked(text, '*').length]
    this.text = text
    if (after > before) this.echo('*'.repeat(after - before))
    else if (before > after) this.takeOff(before - after)
  }
}

function unless(isStray: LineRequest['isStray'], forward: KeyListener): KeyListener {
  return (typed, key) => isStray?.(key) || forward(typed, key)
}

/** Of the line that one is in; empty at its start. */
function lastCharacter(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  return [...new Intl.Segmenter().segment(line)].at(-1)?.segment ?? ''
}

function allKeys(input: Input, forward: KeyListener) {
  let before: string | undefined
  const onKey: KeyListener = (typed, key) => {
    // What was pasted may end its lines with both.
    if (!(key.name === 'enter' && before === 'return')) forward(typed, key)
    before = key.name
  }
  emitKeypressEvents(input)
  input.on('keypress', onKey)
  return { pastedLines: false, isCut: false, off: () => void input.off('keypress', onKey) }
}

function oncePerBreath(work: () => void): () => void {
  let isSoon = false
  return () => {
    if (!isSoon)
      setImmediate(() => {
        isSoon = false
        work()
      })
    isSoon = true
  }
}
