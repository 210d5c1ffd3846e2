import { Cancelled, Failed } from '../../errors/error.ts'
import { folded } from '../../i18n/folded.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import { wrapped } from '../width.ts'
import { checklistInLines, choiceInLines, type Lines } from './choice/choices-in-lines.ts'
import type { FilesQuestion } from './files/files-question.ts'
import { longestLine, longestPaths, longestText } from './longest-text.ts'
import type { PromptOptions } from './prompt-options.ts'
import type {
  ChecklistQuestion,
  ChoiceQuestion,
  LookupQuestion,
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

/**
 * Questions in plain lines: nothing moves, a choice is typed as its number or its name. For screen readers, and for
 * terminals that can do no more: Inquirer draws its question again with each key.
 */
export class LinePrompts implements Prompts {
  readonly #options: PromptOptions
  readonly #extra = secondEnd()
  #isBackTold = false

  constructor(options: PromptOptions) {
    this.#options = options
  }

  select<Value>(asked: MenuQuestion<Value>): Promise<Value | undefined>
  select<Value>(asked: ChoiceQuestion<Value>): Promise<Value>
  async select<Value>(asked: ChoiceQuestion<Value> | MenuQuestion<Value>): Promise<Value | undefined> {
    if (!('leave' in asked)) return choiceInLines(asked, this.#lines(asked.back))
    return choiceInLines(asked, this.#lines(asked.back)).catch((error: unknown) => {
      if (!(error instanceof LeftByKey)) throw error
      return undefined
    })
  }

  search<Value>(asked: MenuQuestion<Value>): Promise<Value | undefined>
  search<Value>(asked: ChoiceQuestion<Value>): Promise<Value>
  search<Value>(asked: ChoiceQuestion<Value>): Promise<Value | undefined> {
    return this.select(asked)
  }

  async checklist<Value>(asked: ChecklistQuestion<Value>): Promise<Value[]> {
    return checklistInLines(asked, this.#lines(asked.back))
  }

  async lookUp<Value>(asked: LookupQuestion<Value>): Promise<Value> {
    const { lookupInLines } = await import('./choice/lookup-in-lines.ts')
    return lookupInLines(asked, this.#lines(asked.back))
  }

  input(asked: TextQuestion): Promise<string> {
    const { message, default: preset, mayBeEmpty = false, validate, help, back } = asked
    if (help) this.#say(plain(help, { multiline: true }))
    const usual = preset === undefined ? undefined : plain(preset)
    const question = usual
      ? this.#options.t(mayBeEmpty ? 'terminal.question-default-or-none' : 'terminal.question-default', {
          question: plain(message).replace(/(?<!\s)\s*:$/, ''),
          usual,
        })
      : ended(plain(message), this.#options.t)
    return tellingWhile(asked, (typing) => {
      const onTyped = (text: string): void => typing.is(text)
      const answer = async () => {
        const line = await this.#line(question, { onTyped, back })
        return mayBeEmpty && usual && line.trim() === '-' ? '' : line || usual || ''
      }
      return this.#untilRight(answer, validate)
    })
  }

  password({ message, validate, back }: PasswordQuestion): Promise<string> {
    const question = ended(plain(message), this.#options.t)
    return this.#untilRight(() => this.#line(question, { hidden: true, back }), validate)
  }

  async confirm({ message, default: preset, back }: YesOrNoQuestion): Promise<boolean> {
    const { t } = this.#options
    const [yes, no] = [t('terminal.yes'), t('terminal.no')]
    const usual = preset ? yes : no
    for (;;) {
      const typed = await this.#line(t('terminal.confirm', { question: plain(message), yes, no, usual }), { back })
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

  async files<Taken>(asked: FilesQuestion<Taken>): Promise<Taken[]> {
    const { filesInLines } = await import('./files/files-in-lines.ts')
    const line = (question: string) => this.#line(question, { back: asked.back, most: longestPaths })
    return filesInLines(asked, { t: this.#options.t, say: (text) => this.#say(text), line })
  }

  async #inEditor(asked: TextQuestion, typing: Typing): Promise<string> {
    const { edit } = await import('../program/editor.ts')
    const { env, input, output, t, platform } = this.#options
    const editor = requireEditor(await editorOf(env, platform))
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

  /** Where a question with choices is asked. */
  #lines(back: boolean | undefined): Lines {
    return { t: this.#options.t, say: (text) => this.#say(text), line: (question) => this.#line(question, { back }) }
  }

  async #line(
    question: string,
    { hidden = false, back = false, most = longestLine, onTyped }: HowTyped = {},
  ): Promise<string> {
    const { input, output, env, t, signal, holdTerminal } = this.#options
    this.#tellBack(back)
    const isBack = (typed: string) => back && typed.trim() === '<'
    const { readLine } = await import('./line-reader.ts')
    const { text, pastedLines, isCut } = await readLine({
      input,
      output,
      env,
      signal,
      holdTerminal,
      question: `${wrapped(question, this.#room)} `,
      hidden,
      most,
      onTyped: (typed) => isBack(typed) || onTyped?.(typed),
      isStray: this.#extra.isThis,
    })
    if (pastedLines) this.#say(t(hidden ? 'terminal.first-line-pasted' : 'terminal.lines-joined'))
    if (isCut) this.#say(t('terminal.line-cut', { most }))
    if (isBack(text)) throw new WentBack()
    return text
  }

  #tellBack(back = false): void {
    if (back && !this.#isBackTold) this.#say(this.#options.t('terminal.back-in-lines'))
    this.#isBackTold ||= back
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

  async #type(asked: TextQuestion, before: string, typing: Typing): Promise<string> {
    const { readLine } = await import('./line-reader.ts')
    const { input, output, env, t, signal, platform, holdTerminal } = this.#options
    const editor = await editorOf(env, platform)
    const help = editor ? 'terminal.lines-help-with-editor' : 'terminal.lines-help'
    this.#say(plain(asked.message))
    if (asked.help) this.#say(plain(asked.help, { multiline: true }))
    this.#tellBack(asked.back)
    const question = `${wrapped(t(help, { editor: programOf(editor ?? '') }), this.#room)}\n`
    const isBack = (text: string) => asked.back === true && endsByBackLine(text)
    const withoutIt = (text: string) => (isBack(text) ? text.replace(/<\n?$/, '') : text)
    const onTyped = (text: string): void => typing.is(withoutIt(text))
    const lines = { text: before, most: longestText, isOver: isBack }
    const typed = await readLine({ input, output, env, signal, holdTerminal, question, lines, onTyped })
    const text = withoutIt(typed.text).trimEnd()
    if (isBack(typed.text)) throw new WentBack(text)
    if (typed.isCut) this.#say(t('terminal.text-cut', { line: text.split('\n').length, most: longestText }))
    if (typed.toEditor) return this.#editorOr(asked, text, typing)
    return (await this.#isRight(text, asked.validate)) ? text : this.#type(asked, text, typing)
  }

  /** An editor that does not start must not cost what was typed. */
  async #editorOr(asked: TextQuestion, text: string, typing: Typing): Promise<string> {
    try {
      return await this.#inEditor({ ...asked, default: text }, typing)
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      for (const said of [error.text, error.hint]) if (said) this.#say(this.#options.t(said))
      return this.#type(asked, text, typing)
    }
  }
}

/** By a line that is «<» alone: the person wants the question before. */
function endsByBackLine(text: string): boolean {
  return /(?:^|\n)<\n?$/.test(text.slice(-3))
}

interface HowTyped {
  hidden?: boolean
  back?: boolean | undefined
  most?: number
  onTyped?: (text: string) => void
}

/** By the word or how it begins: «o», «oui», also in English; undefined for neither. */
function yesOrNo(typed: string, yes: string, no: string): boolean | undefined {
  const begins = (word: string) => folded(typed) !== '' && folded(word).startsWith(folded(typed))
  if (begins(yes) || begins('yes')) return true
  return begins(no) || begins('no') ? false : undefined
}
