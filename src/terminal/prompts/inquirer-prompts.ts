import { Cancelled, Failed } from '../../errors/error.ts'
import type { Translate } from '../../i18n/translate.ts'
import { createStyle, hasColors } from '../create-style.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import type { Style } from '../style.ts'
import { widthOf, wrapped } from '../width.ts'
import type { Picked } from './choice-prompt.ts'
import type { ShownChoice } from './choice-screen.ts'
import { type Ask, type AskOptions, askOne } from './one-question.ts'
import type { PromptOptions } from './prompt-options.ts'
import { promptTheme } from './prompt-theme.ts'
import type {
  Choice,
  ChoiceQuestion,
  MenuQuestion,
  PasswordQuestion,
  Prompts,
  TextQuestion,
  Validate,
  YesOrNoQuestion,
} from './prompts.ts'
import { ended } from './question-ending.ts'
import { secondEnd } from './second-end.ts'
import { type Typing, tellingWhile } from './typing.ts'
import { LeftByKey } from './until-cancelled.ts'
import { WentBack } from './went-back.ts'

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

  select<Value>(asked: MenuQuestion<Value>): Promise<Value | undefined>
  select<Value>(asked: ChoiceQuestion<Value>): Promise<Value>
  async select<Value>(asked: ChoiceQuestion<Value> | MenuQuestion<Value>): Promise<Value | undefined> {
    if (!('leave' in asked)) return this.#pick(asked, { searches: false })
    return this.#pick(asked, { searches: false, isMenu: true }).catch(onlyLeft)
  }

  search<Value>(asked: ChoiceQuestion<Value>): Promise<Value> {
    return this.#pick(asked, { searches: true })
  }

  async input(asked: TextQuestion): Promise<string> {
    const { message, default: preset, validate, anew = false, back } = asked
    const { input } = await import('@inquirer/prompts')
    const theme = { ...this.#theme.text, validationFailureMode: anew ? ('clear' as const) : ('keep' as const) }
    let typed = ''
    return tellingWhile(asked, (typing) => {
      const config = {
        message: roomy(this.#question(message), preset, this.#columns),
        ...(preset === undefined ? {} : { default: plain(preset), prefill: 'editable' as const }),
        ...this.#checked(validate, !anew),
        // Asked with each drawing: the one place that knows what stands there.
        transformer: (text: string) => {
          typed = text
          typing.is(text)
          return text
        },
        theme,
      }
      return this.#ask(input, config, { back, typed: () => typed })
    })
  }

  async password({ message, validate, back }: PasswordQuestion): Promise<string> {
    const { password } = await import('@inquirer/prompts')
    const theme = this.#theme.password
    const config = { message: this.#question(message), toggleMask: false, ...this.#checked(validate), theme }
    return this.#ask(password, config, { rule: 'first', back })
  }

  async confirm({ message, default: preset, back }: YesOrNoQuestion): Promise<boolean> {
    const { confirm } = await import('@inquirer/prompts')
    const config = { message: this.#question(message), default: preset, theme: this.#theme.confirm }
    return this.#ask(confirm, config, { back })
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
    return wrapped(ended(plain(message), this.#options.t), this.#columns - 4)
  }

  #head(message: string): string {
    return `${this.#theme.text.prefix.idle} ${this.#style.bold(this.#question(message))}`
  }

  async #pick<Value>(
    { message, choices, default: preset, back }: ChoiceQuestion<Value>,
    { searches, isMenu = false }: { searches: boolean; isMenu?: boolean },
  ): Promise<Value> {
    const { pickOne } = await import('./choice-prompt.ts')
    const { output, t } = this.#options
    const leaving = isMenu ? 'away' : back ? 'back' : undefined
    const keys = t(searches ? 'terminal.search-help' : 'terminal.select-help')
    const config = {
      message: ended(plain(message), t),
      choices: choices.map(harmless),
      first:
        preset === undefined
          ? 0
          : Math.max(
              0,
              choices.findIndex(({ value }) => value === preset),
            ),
      searches,
      leaving,
      hint: leaving ? `${keys} • ${t(`terminal.${leaving}-help`)}` : keys,
      output,
      look: this.#theme.choice,
    } as const
    const ask: Ask<typeof config, Picked> = (asked, place) => {
      // However a menu is left, it goes off the screen.
      place.clearPromptOnDone = isMenu
      const settled = (isChosen: boolean) => {
        place.clearPromptOnDone = !isChosen
      }
      return pickOne({ ...asked, settled }, place)
    }
    const picked = await this.#ask(ask, config, { rule: searches ? 'join' : 'none' })
    const chosen = typeof picked === 'number' ? choices[picked] : undefined
    if (chosen) return chosen.value
    throw picked === 'back' ? new WentBack() : new LeftByKey()
  }

  #ask<Config, Value>(prompt: Ask<Config, Value>, config: Config, more?: AskOptions): Promise<Value> {
    return askOne(prompt, config, { ...this.#options, style: this.#style, isStray: this.#extra.isThis }, more)
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

/** A default that would be cut beside its question stands below it. */
function roomy(question: string, preset: string | undefined, columns: number): string {
  if (preset === undefined) return question
  const last = `? ${question}`.split('\n').at(-1) ?? ''
  return widthOf(`${last} ${plain(preset)}`) < columns ? question : `${question}\n`
}

/** Nothing was chosen of a menu. */
function onlyLeft(error: unknown): undefined {
  if (!(error instanceof LeftByKey)) throw error
}

function harmless({ name, key, description }: Choice<unknown>): ShownChoice {
  return { name: plain(name), ...(key && { key }), ...(description && { description: plain(description) }) }
}

/** Of what ends with a new line. */
function rowsIn(text: string): number {
  return text.split('\n').length - 1
}

function orReason(verdict: true | string, t: Translate): true | string {
  return verdict === true ? true : plain(verdict) || t('terminal.not-valid')
}
