import type { Translate } from '../../i18n/translate.ts'
import { createStyle, hasColors } from '../create-style.ts'
import type { HoldTerminal } from '../hold-terminal.ts'
import { editorOf } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import type { Style } from '../style.ts'
import { widthOf, wrapped } from '../width.ts'
import { AnswersAbove } from './answers-above.ts'
import { harmless } from './choice/choice-desk.ts'
import type { Picked } from './choice/choice-prompt.ts'
import type { FilesQuestion } from './files/files-question.ts'
import { longestPaths } from './longest-text.ts'
import { type Ask, type AskOptions, askOne } from './one-question.ts'
import type { PromptOptions } from './prompt-options.ts'
import { promptTheme } from './prompt-theme.ts'
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
import { asSentence, ended } from './question-ending.ts'
import { secondEnd } from './second-end.ts'
import { tellingWhile } from './typing.ts'
import { LeftByKey } from './until-cancelled.ts'
import { WentBack } from './went-back.ts'

/** Questions by Inquirer, which is loaded with the first one. */
export class InquirerPrompts implements Prompts {
  readonly #options: PromptOptions
  readonly #style: Style
  readonly #theme: ReturnType<typeof promptTheme>
  readonly #extra = secondEnd()
  readonly #above: AnswersAbove

  constructor(options: PromptOptions) {
    const { output, env, t } = options
    this.#above = new AnswersAbove(options)
    this.#options = { ...options, holdTerminal: options.holdTerminal && this.#forgetting(options.holdTerminal) }
    this.#style = options.style ?? createStyle({ colors: hasColors(output.isTTY === true, env, 'auto'), links: false })
    this.#theme = promptTheme(t, this.#style, (sentence) => wrapped(sentence, this.#columns - 1))
  }

  select<Value>(asked: MenuQuestion<Value>): Promise<Value | undefined>
  select<Value>(asked: ChoiceQuestion<Value>): Promise<Value>
  async select<Value>(asked: ChoiceQuestion<Value> | MenuQuestion<Value>): Promise<Value | undefined> {
    if (!('leave' in asked)) return this.#pick(asked, { searches: false })
    return this.#pick(asked, { searches: false, isMenu: true }).catch(onlyLeft)
  }

  search<Value>(asked: MenuQuestion<Value>): Promise<Value | undefined>
  search<Value>(asked: ChoiceQuestion<Value>): Promise<Value>
  async search<Value>(asked: ChoiceQuestion<Value> | MenuQuestion<Value>): Promise<Value | undefined> {
    if (!('leave' in asked)) return this.#pick(asked, { searches: true })
    return this.#pick(asked, { searches: true, isMenu: true }).catch(onlyLeft)
  }

  async checklist<Value>(asked: ChecklistQuestion<Value>): Promise<Value[]> {
    const { askChecklist } = await import('./choice/ask-checklist.ts')
    return askChecklist(asked, this.#choiceDesk, (prompt, config, more) => this.#ask(asked, prompt, config, more))
  }

  async lookUp<Value>(asked: LookupQuestion<Value>): Promise<Value> {
    const { askLookup } = await import('./choice/ask-lookup.ts')
    return askLookup(asked, this.#choiceDesk, (prompt, config, more) => this.#ask(asked, prompt, config, more))
  }

  get #choiceDesk() {
    const { output, t } = this.#options
    return { output, t, look: this.#theme.choice }
  }

  async input(asked: TextQuestion): Promise<string> {
    const {
      message,
      answered = message,
      default: preset,
      mayBeEmpty = false,
      validate,
      help = '',
      back = false,
    } = asked
    const { askLine } = await import('./line-prompt.ts')
    const { validate: check = async () => true as const } = this.#checked(validate)
    const question = roomy(this.#question(message), preset, this.#columns)
    let typed = ''
    return tellingWhile(asked, (typing) => {
      const config = {
        message: question,
        answered: answered === message ? question : this.#question(answered),
        preset: plain(preset ?? ''),
        mayBeEmpty,
        hint: this.#hintsBelow(`${question} ${plain(preset ?? '')}`, help, back),
        noWayBack: this.#noWayBack,
        validate: check,
        onTyped: (text: string) => {
          typed = text
          typing.is(text)
        },
        look: this.#theme.line,
      }
      return this.#ask(asked, askLine, config, { back, typed: () => typed })
    })
  }

  /** What helps, and how to go back, on lines that fit; without what the window has no room for below the question. */
  #hintsBelow(question: string, help: string, back: boolean): string {
    const fitting = (text: string, indent = '') =>
      wrapped(text, this.#columns - 1 - indent.length)
        .split('\n')
        .map((line) => indent + line)
        .join('\n')
    const rowsOf = (text: string) =>
      text.split('\n').reduce((rows, line) => rows + Math.ceil((widthOf(line) + 3) / this.#columns), 0)
    let shown = ''
    for (const hint of [
      help && fitting(plain(help, { multiline: true }), '  '),
      back && fitting(this.#options.t('terminal.back-help')),
    ]) {
      const more = [shown, hint || ''].filter(Boolean).join('\n')
      if (more !== shown && rowsOf(question) + rowsOf(more) < (this.#options.output.rows || 24)) shown = more
    }
    return shown
  }

  async password(asked: PasswordQuestion): Promise<string> {
    const { message, validate, back = false } = asked
    const { askPassword } = await import('./password-prompt.ts')
    const check = async (value: string) => orReason((await validate?.(value)) ?? true, this.#options.t)
    const question = this.#question(message)
    const hint = this.#hintsBelow(question, '', back)
    const config = {
      ...{ message: question, hint, noWayBack: this.#noWayBack, validate: check },
      look: this.#theme.password,
    }
    return this.#ask(asked, askPassword, config, { rule: 'first', back })
  }

  async confirm(asked: YesOrNoQuestion): Promise<boolean> {
    const { message, default: preset, back } = asked
    const { confirm } = await import('@inquirer/prompts')
    const { t } = this.#options
    // Its keys stand behind the question, as Inquirer has them, and are not to be broken.
    const keys = ` (${t('terminal.yes').charAt(0)}/${t('terminal.no').charAt(0)}) `
    const config = { message: this.#question(message, keys), default: preset, theme: this.#theme.confirm }
    return this.#ask(asked, confirm, config, { rule: 'word', back, ignoresTab: true })
  }

  async text(asked: TextQuestion): Promise<string> {
    const { typeInArea } = await import('./text-area/text-area.ts')
    const { message, answered = message, default: before = '', validate, help = '', back } = asked
    const { env, platform, t } = this.#options
    const request = {
      question: ended(plain(message), t),
      answered: ended(plain(answered), t),
      help: plain(help, { multiline: true }),
      before: plain(before, { multiline: true }),
      validate,
      back,
      editor: await editorOf(env, platform),
      look: this.#theme.area,
    }
    const text = await tellingWhile(asked, (typing) => {
      const onTrouble = (show: typeof typing.onTrouble): void => {
        typing.onTrouble = show
      }
      const onTyped = (typed: string) => typing.is(typed)
      const drawn = this.#above.begin(message)
      return typeInArea({ ...request, onTyped, onTrouble, drawn }, this.#options)
    })
    this.#extra.textEnded()
    return text
  }

  async files<Taken>(asked: FilesQuestion<Taken>): Promise<Taken[]> {
    const { askForFiles } = await import('./files/ask-for-files.ts')
    const desk = { ...this.#options, style: this.#style }
    return askForFiles(asked, desk, (prompt, config) => this.#ask(asked, prompt, config, { most: longestPaths }))
  }

  get #noWayBack(): string {
    return wrapped(this.#options.t('terminal.no-way-back'), this.#columns - 1)
  }

  get #columns(): number {
    return this.#options.output.columns || 80
  }

  /** On lines that fit the window, the last one with what comes behind it. */
  #question(message: string, behind = ''): string {
    const question = ended(plain(message), this.#options.t)
    const onLines = wrapped(question, this.#columns - 4)
    const last = `? ${onLines}`.split('\n').at(-1) ?? ''
    return widthOf(last + behind) < this.#columns ? onLines : wrapped(question, this.#columns - 4 - widthOf(behind))
  }

  async #pick<Value>(
    asked: ChoiceQuestion<Value>,
    { searches, isMenu = false }: { searches: boolean; isMenu?: boolean },
  ): Promise<Value> {
    const { message, answered = message, choices, default: preset, help = '', back } = asked
    const { pickOne, isNumbered } = await import('./choice/choice-prompt.ts')
    const { output, t } = this.#options
    const leaving = isMenu ? 'away' : back ? 'back' : undefined
    const byLine = searches ? 'terminal.search-help' : 'terminal.select-help'
    const keys = t(isNumbered(choices) ? 'terminal.number-help' : byLine)
    const config = {
      message: ended(plain(message), t),
      answered: ended(plain(answered), t),
      choices: choices.map(harmless),
      first:
        preset === undefined
          ? 0
          : Math.max(
              0,
              choices.findIndex(({ value }) => value === preset),
            ),
      help: plain(help, { multiline: true }),
      searches,
      leaving,
      hint: leaving ? `${keys} • ${t(`terminal.${leaving}-help`)}` : keys,
      noWayBack: t('terminal.no-way-back'),
      noNumber: (digits: string) => t('terminal.no-number', { digits }),
      output,
      look: this.#theme.choice,
    } as const
    const ask: Ask<typeof config, Picked> = (shown, place) => {
      // However a menu is left, it goes off the screen.
      place.clearPromptOnDone = isMenu
      const settled = (isChosen: boolean) => {
        place.clearPromptOnDone = !isChosen
      }
      return pickOne({ ...shown, settled }, place)
    }
    // A number may have two digits, and Enter behind it, in one breath.
    const typedRule = isNumbered(choices) ? 'word' : 'none'
    const picked = await this.#ask(asked, ask, config, { rule: searches ? 'join' : typedRule })
    // What is done by a menu may be on the screen without having been written here: by a pager, an editor.
    if (isMenu) this.#above.forget()
    const chosen = typeof picked === 'number' ? choices[picked] : undefined
    if (chosen) return chosen.value
    throw picked === 'back' ? new WentBack() : new LeftByKey()
  }

  #ask<Config, Value>(
    { message }: { message: string },
    prompt: Ask<Config, Value>,
    config: Config,
    more?: AskOptions,
  ): Promise<Value> {
    const place = { ...this.#options, style: this.#style, isStray: this.#extra.isThis }
    return askOne(prompt, config, { ...place, drawn: this.#above.begin(message) }, more)
  }

  /** Where the process was stopped, the shell has written below what was answered. */
  #forgetting(hold: HoldTerminal): HoldTerminal {
    return ({ takeAgain, ...holder }) =>
      hold({
        ...holder,
        takeAgain: () => {
          this.#above.forget()
          takeAgain()
        },
      })
  }

  /** What is wrong stays in the line, to be corrected; who wants to type it anew is told how. */
  #checked(validate: Validate | undefined) {
    if (!validate) return {}
    const { t } = this.#options
    const verdictOn = async (value: string) => {
      const verdict = orReason(await validate(value), t)
      return verdict === true || value === '' ? verdict : `${asSentence(verdict)} ${t('terminal.clear-line')}`
    }
    return { validate: verdictOn }
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

function orReason(verdict: true | string, t: Translate): true | string {
  return verdict === true ? true : plain(verdict) || t('terminal.not-valid')
}
