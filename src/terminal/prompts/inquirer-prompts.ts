import { Cancelled, Failed } from '../../errors/error.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { createStyle, hasColors } from '../create-style.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import type { Input, Output } from '../stream.ts'
import type { Style } from '../style.ts'
import { cut, widthOf, wrapped } from '../width.ts'
import { matches } from './matching.ts'
import type { PasteRule } from './pasted-keys.ts'
import type { PromptOptions } from './prompt-options.ts'
import { promptTheme } from './prompt-theme.ts'
import type {
  Choice,
  ChoiceQuestion,
  PasswordQuestion,
  Prompts,
  TextQuestion,
  Validate,
  YesOrNoQuestion,
} from './prompts.ts'
import { secondEnd } from './second-end.ts'
import { type Typing, tellingWhile } from './typing.ts'

type Ask<Config, Value> = (config: Config, io: { input: Input; output: Output; signal: AbortSignal }) => Promise<Value>

const pasteNotes = {
  join: 'terminal.lines-joined',
  first: 'terminal.first-line-pasted',
  none: 'terminal.no-line-pasted',
} as const satisfies Record<PasteRule, MessageKey>

/** Questions by Inquirer, which is loaded with the first one. */
export class InquirerPrompts implements Prompts {
  readonly #options: PromptOptions
  readonly #style: Style
  readonly #theme: ReturnType<typeof promptTheme>
  readonly #extra = secondEnd()

  constructor(options: PromptOptions) {
    const { output, env, t } = options
    this.#options = options
    this.#style = options.style ?? createStyle({ colors: hasColors(output.isTTY === true, env, 'auto'), links: false })
    this.#theme = promptTheme(t, this.#style, (sentence) => wrapped(sentence, this.#columns - 1))
  }

  async select<Value>(asked: ChoiceQuestion<Value>): Promise<Value> {
    const { select } = await import('@inquirer/prompts')
    const config = {
      message: this.#question(asked.message),
      choices: asked.choices.map((choice) => fitToScreen(choice, asked.message, this.#columns)),
      ...defaultOf(asked),
      loop: false,
      pageSize: pageSize(this.#options.output),
      theme: this.#theme.select,
    }
    return this.#ask(select<Value>, config, 'none')
  }

  async search<Value>(asked: ChoiceQuestion<Value>): Promise<Value> {
    const { search } = await import('@inquirer/prompts')
    const choices = asked.choices.map((choice) => ({
      full: plain(choice.name),
      shown: fitToScreen(choice, asked.message, this.#columns),
    }))
    return this.#ask(search<Value>, {
      message: this.#question(asked.message),
      // Tab writes the shown name into the search, with the «…» of one that was cut.
      source: (typed = '') =>
        choices.filter(({ full }) => matches(full, typed.replace(/…$/, ''))).map(({ shown }) => shown),
      ...defaultOf(asked),
      pageSize: pageSize(this.#options.output),
      theme: this.#theme.search,
    })
  }

  async input(asked: TextQuestion): Promise<string> {
    const { message, default: preset, validate, anew = false } = asked
    const { input } = await import('@inquirer/prompts')
    const theme = { ...this.#theme.text, validationFailureMode: anew ? ('clear' as const) : ('keep' as const) }
    return tellingWhile(asked, (typing) =>
      this.#ask(input, {
        message: roomy(this.#question(message), preset, this.#columns),
        ...(preset === undefined ? {} : { default: plain(preset), prefill: 'editable' as const }),
        ...this.#checked(validate, !anew),
        // Asked with each drawing: the one place that knows what stands there.
        transformer: (typed: string, { isFinal }: { isFinal: boolean }) => {
          typing.is(typed)
          return isFinal ? theme.style.answer(typed) : typed
        },
        theme,
      }),
    )
  }

  async password({ message, validate }: PasswordQuestion): Promise<string> {
    const { password } = await import('@inquirer/prompts')
    const theme = this.#theme.password
    const config = { message: this.#question(message), toggleMask: false, ...this.#checked(validate), theme }
    return this.#ask(password, config, 'first')
  }

  async confirm({ message, default: preset }: YesOrNoQuestion): Promise<boolean> {
    const { confirm } = await import('@inquirer/prompts')
    return this.#ask(confirm, { message: this.#question(message), default: preset, theme: this.#theme.confirm })
  }

  async text(asked: TextQuestion): Promise<string> {
    const before = plain(asked.default ?? '', { multiline: true })
    const text = await tellingWhile(asked, (typing) => this.#type(asked, before, typing))
    this.#extra.textEnded()
    return text
  }

  editor(asked: TextQuestion): Promise<string> {
    return tellingWhile(asked, (typing) => this.#inEditor(asked, typing))
  }

  async #inEditor(asked: TextQuestion, typing: Typing): Promise<string> {
    const { edit } = await import('../program/editor.ts')
    const { env, input, output, t } = this.#options
    const editor = requireEditor(env)
    const opens = this.#style.dim(t('terminal.editor-opens', { editor: programOf(editor) }))
    let text = plain(asked.default ?? '', { multiline: true })
    for (;;) {
      output.write(`${this.#head(asked.message)} ${opens}\n`)
      text = await edit(text, { editor, env, input, output, t })
      typing.is(text)
      if ((await this.#refusalOf(text, asked)) === 0) return text
      if (!(await this.confirm({ message: t('terminal.editor-again'), default: true })))
        throw new Cancelled('cancelled')
    }
  }

  get #columns(): number {
    return this.#options.output.columns || 80
  }

  #question(message: string): string {
    return wrapped(plain(message), this.#columns - 4)
  }

  #head(message: string): string {
    return `${this.#theme.text.prefix.idle} ${this.#style.bold(this.#question(message))}`
  }

  async #ask<Config, Value>(prompt: Ask<Config, Value>, config: Config, rule: PasteRule = 'join'): Promise<Value> {
    const { input, output, env, t, signal } = this.#options
    const { PastingInput } = await import('./pasting-input.ts')
    const { markPastes } = await import('./pasted-keys.ts')
    const keyboard = new PastingInput(input, rule, this.#extra.isThis)
    const unmark = markPastes(output, env)
    try {
      return await untilCancelled(input, signal, (stop) => prompt(config, { input: keyboard, output, signal: stop }))
    } finally {
      keyboard.letGo()
      unmark()
      if (keyboard.pastedLines) output.write(`${this.#style.dim(t(pasteNotes[rule]))}\n`)
    }
  }

  /** `staying`: what is wrong stays in the line, to be corrected; who wants to type it anew is told how. */
  #checked(validate: Validate | undefined, staying = true) {
    if (!validate) return {}
    const { t } = this.#options
    const verdictOn = async (value: string) => {
      const verdict = orReason(await validate(value), t)
      return verdict === true || value === '' || !staying ? verdict : `${verdict} ${t('terminal.clear-line')}`
    }
    return { validate: verdictOn }
  }

  /** Once refused, the question is still there to be read, so many rows `above`. */
  async #type(asked: TextQuestion, before: string, typing: Typing, above = 0): Promise<string> {
    const { typeText } = await import('./text-prompt.ts')
    const { input, output, env, signal } = this.#options
    const editor = editorOf(env)
    const heading = above > 0 ? '' : `${this.#head(asked.message)}\n${this.#helpOnText(editor)}\n`
    const onTyped = (text: string): void => typing.is(text)
    const typed = await typeText(before, { heading, input, output, signal, editable: editor !== undefined, onTyped })
    const text = typed.text.trimEnd()
    if (typed.toEditor) return this.#editorOr(asked, text, typing)
    const rows = above + rowsIn(heading) + typed.rows
    const refusal = await this.#refusalOf(text, asked)
    if (refusal > 0) return this.#type(asked, text, typing, rows + refusal)
    this.#markDone(rows)
    return text
  }

  #helpOnText(editor: string | undefined): string {
    const key = editor ? 'terminal.text-help-with-editor' : 'terminal.text-help'
    const help = this.#options.t(key, { editor: programOf(editor ?? '') })
    return wrapped(this.#style.dim(help), this.#columns - 1)
  }

  /** An editor that does not start must not cost what was typed. */
  async #editorOr(asked: TextQuestion, text: string, typing: Typing): Promise<string> {
    const { output, t } = this.#options
    try {
      return await this.#inEditor({ ...asked, default: text }, typing)
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      output.write(`${this.#theme.text.style.error(t(error.text))}\n`)
      return this.#type(asked, text, typing)
    }
  }

  /** Says why the answer will not do; gives the rows that this takes, none where it will. */
  async #refusalOf(text: string, { validate }: TextQuestion): Promise<number> {
    const { output, t } = this.#options
    const verdict = orReason((await validate?.(text)) ?? true, t)
    if (verdict === true) return 0
    const said = `${this.#theme.text.style.error(verdict)}\n`
    output.write(said)
    return rowsIn(said)
  }

  /** Of a question this many rows above, unless it is no longer on the screen. */
  #markDone(rows: number): void {
    const { output } = this.#options
    if (rows < (output.rows || 24)) output.write(`\u001b7\u001b[${rows}A\r${this.#theme.text.prefix.done}\u001b8`)
  }
}

function defaultOf<Value>({ default: preset }: ChoiceQuestion<Value>): { default?: Value } {
  return preset === undefined ? {} : { default: preset }
}

/** A default that would be cut beside its question stands below it. */
function roomy(question: string, preset: string | undefined, columns: number): string {
  if (preset === undefined) return question
  const last = `? ${question}`.split('\n').at(-1) ?? ''
  return widthOf(`${last} ${plain(preset)}`) < columns ? question : `${question}\n`
}

/** A choice on one line, and as the answer beside its question: the cursor or mark and a space take two columns. */
function fitToScreen<Value>({ name, value, description }: Choice<Value>, message: string, columns: number) {
  const text = plain(name)
  return {
    value,
    name: cut(text, columns - 3),
    short: cut(text, Math.max(10, columns - widthOf(message) - 4)),
    ...(description ? { description: wrapped(plain(description), columns - 1) } : {}),
  }
}

/** Of what ends with a new line. */
function rowsIn(text: string): number {
  return text.split('\n').length - 1
}

/** As many choices as leave room for the question, its help and a description. */
function pageSize({ rows = 24 }: Output): number {
  return Math.max(3, Math.min(10, rows - 6))
}

function orReason(verdict: true | string, t: Translate): true | string {
  return verdict === true ? true : plain(verdict) || t('terminal.not-valid')
}

/** Runs a question until its answer, Ctrl-C, Ctrl-D or the end of the input: Inquirer would wait for ever on the latter. */
async function untilCancelled<Value>(
  input: Input,
  signal: AbortSignal | undefined,
  ask: (stop: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const gone = new AbortController()
  const stop = () => gone.abort()
  // readline closes on Ctrl-D when its line is empty, and says so only by pausing the input.
  const onKey = (_text: string, key?: { ctrl?: boolean; name?: string }) => {
    if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && stop())
  }
  input.on('end', stop).on('close', stop).on('keypress', onKey)
  try {
    return await ask(signal ? AbortSignal.any([signal, gone.signal]) : gone.signal)
  } catch (error) {
    const isStop =
      error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name)
    if (!isStop) throw error
    throw new Cancelled('cancelled', undefined, { cause: error })
  } finally {
    input.off('end', stop).off('close', stop).off('keypress', onKey)
  }
}
