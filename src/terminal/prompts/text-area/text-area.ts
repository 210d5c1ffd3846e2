import { Cancelled, Failed } from '../../../errors/error.ts'
import type { HeldTerminal } from '../../hold-terminal.ts'
import { programOf, requireEditor } from '../../program/editor-name.ts'
import { plain } from '../../sanitize.ts'
import { longestText } from '../longest-text.ts'
import type { PromptOptions } from '../prompt-options.ts'
import { LeftByKey } from '../until-cancelled.ts'
import { WentBack } from '../went-back.ts'
import { AreaKeyboard } from './area-keyboard.ts'
import { type Command, commandOf, isOfText } from './area-keys.ts'
import { type AreaRequest, wordsOf } from './area-request.ts'
import { AreaView } from './area-view.ts'
import { EditedText } from './edited-text.ts'
import { columnAt, placeAt, rowAt } from './rows.ts'
import { Screen } from './screen.ts'

/** Milliseconds in which a window that is drawn to another size comes to rest. */
const resizing = 50

/**
 * Asks for a text of several lines, drawn below its question and edited there. Resolves with it, without the blanks at its
 * end; rejects with `LeftByKey` on Ctrl+C, with `WentBack` where one may go back, and with `Cancelled` at the end of the
 * input and by the signal, the terminal as it was.
 */
export async function typeInArea(request: AreaRequest, options: PromptOptions): Promise<string> {
  const area = new TextArea(request, options)
  try {
    return await area.ask()
  } finally {
    area.close()
  }
}

class TextArea {
  readonly #request: AreaRequest
  readonly #options: PromptOptions
  readonly #text: EditedText
  readonly #view: AreaView
  readonly #screen: Screen
  readonly #keyboard: AreaKeyboard
  #held: HeldTerminal | undefined
  #note: string | undefined
  /** Why what was typed is not kept: to be seen for as long as that is so. */
  #trouble: string | undefined
  /** The column that Up and Down keep to. */
  #column: number | undefined
  #drawing: NodeJS.Immediate | undefined
  #resizing: NodeJS.Timeout | undefined
  /** Its answer is looked at, or another program has the terminal. */
  #isAway = false
  /** The rows that stay of it. */
  #left = 0
  /** Without an answer. */
  #isLeft = false
  #resolve = (_text: string): void => undefined
  #reject = (_reason: unknown): void => undefined

  constructor(request: AreaRequest, options: PromptOptions) {
    this.#request = request
    this.#options = options
    this.#text = new EditedText(request.before, longestText)
    this.#view = new AreaView(request.look)
    this.#screen = new Screen(options.output, options.env)
    this.#keyboard = new AreaKeyboard(options, longestText, {
      typed: (text) => this.#add(() => this.#text.type(text)),
      pasted: (text, isPiece) => this.#add(() => this.#text.paste(text, isPiece)),
      key: (key) => {
        const command = commandOf(key)
        if (command && (!this.#isAway || command === 'leave')) this.#obey(command)
      },
    })
  }

  ask(): Promise<string> {
    const { input, output, signal } = this.#options
    return new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
      input.on('end', this.#cancel).on('close', this.#cancel).on('error', this.#cancel)
      signal?.addEventListener('abort', this.#cancel)
      output.on('resize', this.#onResize)
      this.#held = this.#hold()
      this.#request.onTrouble?.(this.#troubled)
      this.#keyboard.take()
      this.#draw()
      if (signal?.aborted) this.#cancel()
    })
  }

  /** What was drawn is left tidy by whoever ended it. */
  close(): void {
    const { input, output, signal } = this.#options
    input.off('end', this.#cancel).off('close', this.#cancel).off('error', this.#cancel)
    signal?.removeEventListener('abort', this.#cancel)
    output.off('resize', this.#onResize)
    this.#giveTerminal()
    this.#request.drawn(this.#left)
    this.#held?.letGo()
  }

  #giveTerminal(): void {
    this.#keyboard.give()
    clearImmediate(this.#drawing)
    this.#drawing = undefined
    clearTimeout(this.#resizing)
  }

  #add(change: () => boolean): void {
    if (this.#isAway) return
    this.#change(() => {
      if (!change()) this.#note = this.#cutNote()
    })
  }

  #cutNote(): string {
    const line = this.#text.text.slice(0, this.#text.cursor).split('\n').length
    return this.#request.look.error(this.#options.t('terminal.text-cut', { line, most: longestText }))
  }

  #change(change: () => void): void {
    const before = this.#text.text
    this.#note = undefined
    this.#column = undefined
    change()
    if (this.#text.text !== before) this.#request.onTyped(this.#text.text)
    this.#drawSoon()
  }

  readonly #commands: Partial<Record<Command, () => unknown>> = {
    up: () => this.#moveRows(-1),
    down: () => this.#moveRows(1),
    pageUp: () => this.#moveRows(-this.#view.page),
    pageDown: () => this.#moveRows(this.#view.page),
    rowStart: () => this.#moveInRow(0),
    rowEnd: () => this.#moveInRow(Number.POSITIVE_INFINITY),
    done: () => this.#done(),
    leave: () => this.#leave(new LeftByKey()),
    back: () =>
      this.#request.back ? this.#leaveForBefore() : this.#say('hint', this.#options.t('terminal.no-way-back')),
    editor: () => this.#toEditor(),
    stop: () => this.#held?.stop(),
    redraw: () => this.#screen.drawAnew(this.#drawn()),
  }

  #obey(command: Command): void {
    if (isOfText(command)) this.#change(() => this.#text[command]())
    else this.#commands[command]?.()
  }

  #moveRows(by: number): void {
    const { text, cursor } = this.#text
    const rows = this.#view.rowsOf(text, this.#screen.room)
    const at = rowAt(rows, cursor)
    const row = rows[at]
    const column = this.#column ?? (row ? columnAt(text, row, cursor) : 0)
    const target = rows[Math.max(0, Math.min(at + by, rows.length - 1))]
    // From the first row up to its start, from the last one down to its end.
    const place = target === row ? (by < 0 ? 0 : text.length) : target && placeAt(text, target, column)
    this.#change(() => this.#text.moveTo(place ?? cursor))
    this.#column = column
  }

  #moveInRow(column: number): void {
    const { text, cursor } = this.#text
    const rows = this.#view.rowsOf(text, this.#screen.room)
    const row = rows[rowAt(rows, cursor)]
    this.#change(() => this.#text.moveTo(row ? placeAt(text, row, column) : cursor))
  }

  async #done(): Promise<void> {
    const { validate, look } = this.#request
    const text = this.#text.text.trimEnd()
    this.#isAway = true
    try {
      const verdict = (await validate?.(text)) ?? true
      if (this.#isLeft) return
      this.#isAway = false
      if (verdict === true) {
        this.#stay(text, true)
        this.#resolve(text)
        return
      }
      this.#note = look.error(plain(verdict) || this.#options.t('terminal.not-valid'))
      this.#drawSoon()
    } catch (error) {
      this.#reject(error)
    }
  }

  readonly #cancel = (): void => {
    this.#keyboard.flush()
    this.#leave(new Cancelled('cancelled'))
  }

  #leave(reason: Cancelled): void {
    if (this.#isLeft) return
    this.#isLeft = true
    this.#stay(this.#text.text.trimEnd(), false)
    this.#reject(reason)
  }

  #leaveForBefore(): void {
    this.#isLeft = true
    this.#screen.erase()
    this.#reject(new WentBack(this.#text.text.trimEnd()))
  }

  /** Puts what is to be seen of it from now on in the place of all that was drawn. */
  #stay(text: string, isDone: boolean): void {
    const fold = (lines: number) => this.#options.t('terminal.text-lines', { lines })
    const rows = this.#view.over(text, this.#request[isDone ? 'answered' : 'question'], isDone, fold, this.#screen.room)
    this.#screen.erase()
    this.#options.output.write(`${rows.join('\n')}\n`)
    this.#left = rows.length
  }

  /** Comes back with what was saved, to be looked at and ended; an editor that does not start must cost nothing. */
  async #toEditor(): Promise<void> {
    const { t, env, input, output } = this.#options
    try {
      const editor = requireEditor(this.#request.editor)
      const opens = this.#request.look.hint(t('terminal.editor-opens', { editor: programOf(editor) }))
      const { edit } = await import('../../program/editor.ts')
      const saved = await this.#lend(() => {
        this.#screen.draw({ rows: [`${this.#request.look.prefix.idle} ${opens}`], cursor: { row: 0, column: 0 } })
        return edit(this.#text.text, { editor, env, input, output, t })
      })
      this.#change(() => this.#text.become(plain(saved, { multiline: true }).trimEnd()))
    } catch (error) {
      if (!(error instanceof Failed)) return this.#reject(error)
      this.#say('error', [error.text, error.hint].flatMap((said) => (said ? [t(said)] : [])).join(' '))
    }
  }

  /** Another has the terminal, as it was before, and then it is ours again. */
  async #lend<Result>(use: () => Promise<Result>): Promise<Result> {
    this.#isAway = true
    this.#screen.erase()
    this.#giveTerminal()
    try {
      return await use()
    } finally {
      this.#isAway = false
      if (!this.#isLeft) this.#keyboard.take()
      if (!this.#isLeft) this.#screen.drawAnew(this.#drawn())
    }
  }

  /** What the process does when it is stopped, and goes on; an editor that has the terminal meanwhile looks after itself. */
  #hold(): HeldTerminal | undefined {
    let isGiven = false
    return this.#options.holdTerminal?.({
      giveBack: () => {
        isGiven = this.#keyboard.isTaken
        if (!isGiven) return
        this.#giveTerminal()
        this.#screen.leave()
      },
      takeAgain: () => {
        if (!isGiven) return
        this.#keyboard.take()
        this.#draw()
      },
      leave: this.#cancel,
    })
  }

  #say(how: 'error' | 'hint', sentence: string): void {
    this.#note = this.#request.look[how](sentence)
    this.#drawSoon()
  }

  readonly #troubled = (sentence: string | undefined): void => {
    this.#trouble = sentence && this.#request.look.error(plain(sentence))
    if (this.#keyboard.isTaken) this.#drawSoon()
  }

  readonly #onResize = (): void => {
    clearTimeout(this.#resizing)
    if (!this.#isAway) this.#resizing = setTimeout(() => this.#screen.drawAnew(this.#drawn()), resizing)
  }

  /** Once for all the keys that come together. */
  #drawSoon(): void {
    this.#drawing ??= setImmediate(() => {
      this.#drawing = undefined
      this.#draw()
    })
  }

  #draw(): void {
    this.#screen.draw(this.#drawn())
  }

  #drawn() {
    const words = wordsOf(this.#request, this.#options.t, this.#note ?? this.#trouble)
    return this.#view.draw(this.#text, words, this.#screen.room)
  }
}
