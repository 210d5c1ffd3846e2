import { Cancelled, Failed } from '../../errors/error.ts'
import { folded } from '../../i18n/folded.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import { wrapped } from '../width.ts'
import { matches } from './matching.ts'
import type { PromptOptions } from './prompt-options.ts'
import type { ChoiceQuestion, PasswordQuestion, Prompts, TextQuestion, Validate, YesOrNoQuestion } from './prompts.ts'
import { secondEnd } from './second-end.ts'
import { type Typing, tellingWhile } from './typing.ts'

/** More choices are not listed before the person has said what they look for. */
const mostListed = 30

/**
 * Questions in plain lines: nothing moves, a choice is typed as its number or its name. For screen readers, and for
 * terminals that can do no more: Inquirer draws its question again with each key.
 */
export class LinePrompts implements Prompts {
  readonly #options: PromptOptions
  readonly #extra = secondEnd()

  constructor(options: PromptOptions) {
    this.#options = options
  }

  async select<Value>({ message, choices, default: preset }: ChoiceQuestion<Value>): Promise<Value> {
    const { t } = this.#options
    const numbered = choices.map((choice, index) => ({ ...choice, number: index + 1, name: plain(choice.name) }))
    const usual = preset === undefined ? undefined : numbered.find(({ value }) => value === preset)
    const question = usual ? t('terminal.number-or-name-default', { usual: usual.name }) : t('terminal.number-or-name')
    this.#say(plain(message))
    this.#list(numbered)
    for (;;) {
      const typed = (await this.#line(question)).trim()
      if (typed === '' && usual) return usual.value
      const only = this.#onlyOne(numbered, typed)
      if (only) return only.value
    }
  }

  search<Value>(question: ChoiceQuestion<Value>): Promise<Value> {
    return this.select(question)
  }

  input(asked: TextQuestion): Promise<string> {
    const { message, default: preset, validate } = asked
    const usual = preset === undefined ? undefined : plain(preset)
    const question = usual
      ? this.#options.t('terminal.question-default', { question: plain(message).replace(/(?<!\s)\s*:$/, ''), usual })
      : plain(message)
    return tellingWhile(asked, (typing) => {
      const onTyped = (text: string): void => typing.is(text)
      return this.#untilRight(async () => (await this.#line(question, { onTyped })) || usual || '', validate)
    })
  }

  password({ message, validate }: PasswordQuestion): Promise<string> {
    return this.#untilRight(() => this.#line(plain(message), { hidden: true }), validate)
  }

  async confirm({ message, default: preset }: YesOrNoQuestion): Promise<boolean> {
    const { t } = this.#options
    const [yes, no] = [t('terminal.yes'), t('terminal.no')]
    const usual = preset ? yes : no
    for (;;) {
      const typed = await this.#line(t('terminal.confirm', { question: plain(message), yes, no, usual }))
      const answer = yesOrNo(typed.trim() || usual, yes, no)
      if (answer !== undefined) return answer
      this.#say(t('terminal.yes-or-no', { yes, no }))
    }
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
    let text = plain(asked.default ?? '', { multiline: true })
    for (;;) {
      this.#say(`${plain(asked.message)} ${t('terminal.editor-opens', { editor: programOf(editor) })}`)
      text = await edit(text, { editor, env, input, output, t })
      typing.is(text)
      if (await this.#isRight(text, asked.validate)) return text
      if (!(await this.confirm({ message: t('terminal.editor-again'), default: true })))
        throw new Cancelled('cancelled')
    }
  }

  get #room(): number {
    return (this.#options.output.columns || 80) - 1
  }

  #say(text: string): void {
    this.#options.output.write(`${wrapped(text, this.#room)}\n`)
  }

  async #line(question: string, { hidden = false, onTyped }: HowTyped = {}): Promise<string> {
    const { input, output, env, t, signal } = this.#options
    output.write(`${wrapped(question, this.#room)} `)
    const { readLine } = await import('./line-reader.ts')
    const { text, pastedLines } = await readLine({
      input,
      output,
      env,
      signal,
      hidden,
      onTyped,
      isStray: this.#extra.isThis,
    })
    if (pastedLines) this.#say(t(hidden ? 'terminal.first-line-pasted' : 'terminal.lines-joined'))
    return text
  }

  /** Whether an answer will do; says why it will not. */
  async #isRight(answer: string, validate: Validate | undefined): Promise<boolean> {
    const verdict = (await validate?.(answer)) ?? true
    if (verdict !== true) this.#say(plain(verdict) || this.#options.t('terminal.not-valid'))
    return verdict === true
  }

  async #untilRight(ask: () => Promise<string>, validate: Validate | undefined): Promise<string> {
    for (;;) {
      const answer = await ask()
      if (await this.#isRight(answer, validate)) return answer
    }
  }

  #list(choices: Numbered[]): void {
    if (choices.length > mostListed) this.#say(this.#options.t('terminal.many-choices', { count: choices.length }))
    else
      for (const { number, name, description } of choices)
        this.#say(`${number}. ${name}${description ? ` (${plain(description)})` : ''}`)
  }

  /** The one choice that was meant; otherwise those that it may be are told. */
  #onlyOne<One extends Numbered>(choices: One[], typed: string): One | undefined {
    const { t } = this.#options
    const found = typed === '' ? choices : named(choices, typed)
    const [only] = found
    if (!only) this.#say(t('terminal.nothing-matches'))
    else if (found.length > 1) this.#list(found)
    else if (only.name !== typed) this.#say(t('terminal.chosen', { name: only.name }))
    return found.length === 1 ? only : undefined
  }

  async #type(asked: TextQuestion, before: string, typing: Typing): Promise<string> {
    const { readLine } = await import('./line-reader.ts')
    const { input, output, env, t, signal } = this.#options
    const editor = editorOf(env)
    const help = editor ? 'terminal.lines-help-with-editor' : 'terminal.lines-help'
    this.#say(plain(asked.message))
    this.#say(t(help, { editor: programOf(editor ?? '') }))
    const lines = { text: before, editable: editor !== undefined }
    const onTyped = (text: string): void => typing.is(text)
    const typed = await readLine({ input, output, env, signal, lines, onTyped })
    const text = typed.text.trimEnd()
    if (typed.toEditor) return this.#editorOr(asked, text, typing)
    return (await this.#isRight(text, asked.validate)) ? text : this.#type(asked, text, typing)
  }

  /** An editor that does not start must not cost what was typed. */
  async #editorOr(asked: TextQuestion, text: string, typing: Typing): Promise<string> {
    try {
      return await this.#inEditor({ ...asked, default: text }, typing)
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      this.#say(this.#options.t(error.text))
      return this.#type(asked, text, typing)
    }
  }
}

interface HowTyped {
  hidden?: boolean
  onTyped?: (text: string) => void
}

interface Numbered {
  number: number
  name: string
  description?: string
}

/** By its number, by its very name, else by the words that stand in it. */
function named<One extends Numbered>(choices: One[], typed: string): One[] {
  const exact = choices.filter(({ number, name }) => String(number) === typed || folded(name) === folded(typed))
  return exact.length > 0 ? exact : choices.filter(({ name }) => matches(name, typed))
}

/** By the word or how it begins: «o», «oui», also in English; undefined for neither. */
function yesOrNo(typed: string, yes: string, no: string): boolean | undefined {
  const begins = (word: string) => folded(word).startsWith(folded(typed))
  if (begins(yes) || begins('yes')) return true
  return begins(no) || begins('no') ? false : undefined
}
