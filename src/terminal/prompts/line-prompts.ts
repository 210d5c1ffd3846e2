import { Failed } from '../../errors.ts'
import type { MessageKey, MessageParameters } from '../../i18n/translate.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import { wrapped } from '../width.ts'
import { LeftText, tellingLeft } from './left-text.ts'
import { folded, matches } from './matching.ts'
import type { PromptOptions } from './prompt-options.ts'
import type { ChoiceQuestion, Prompts, TextQuestion, Validate } from './prompts.ts'
import { secondEnd } from './second-end.ts'

/** More choices are not listed before the person has said what they look for. */
const mostListed = 30

/**
 * Questions in plain lines: nothing moves, a choice is typed as its number or its name. For screen readers, and for
 * terminals that can do no more: Inquirer draws its question again with each key.
 */
export function linePrompts(options: PromptOptions): Prompts {
  const { input, output, env, t, signal } = options
  const extra = secondEnd()
  const say = (text: string): void => void output.write(`${wrapped(text, (output.columns || 80) - 1)}\n`)
  const tell = (key: MessageKey, parameters?: MessageParameters): void => say(t(key, parameters))

  const line = async (question: string, { hidden = false } = {}): Promise<string> => {
    output.write(`${wrapped(question, (output.columns || 80) - 1)} `)
    const { readLine } = await import('./line-reader.ts')
    const { text, pastedLines } = await readLine({ input, output, env, signal, hidden, isStray: extra.isThis })
    if (pastedLines) tell(hidden ? 'terminal.first-line-pasted' : 'terminal.lines-joined')
    return text
  }
  /** Why an answer will not do; undefined when it will. */
  const wrong = async (answer: string, validate: Validate | undefined): Promise<string | undefined> => {
    const verdict = (await validate?.(answer)) ?? true
    return verdict === true ? undefined : plain(verdict) || t('terminal.not-valid')
  }
  const untilRight = async (ask: () => Promise<string>, validate: Validate | undefined): Promise<string> => {
    for (;;) {
      const answer = await ask()
      const reason = await wrong(answer, validate)
      if (reason === undefined) return answer
      say(reason)
    }
  }

  const list = (choices: Numbered[]): void => {
    if (choices.length > mostListed) tell('terminal.many-choices', { count: choices.length })
    else
      for (const { number, name, description } of choices)
        say(`${number}. ${name}${description ? ` (${plain(description)})` : ''}`)
  }
  /** The one choice that was meant; otherwise those that it may be are told. */
  const onlyOne = <One extends Numbered>(choices: One[], typed: string): One | undefined => {
    const found = typed === '' ? choices : named(choices, typed)
    const [only] = found
    if (!only) tell('terminal.nothing-matches')
    else if (found.length > 1) list(found)
    else if (only.name !== typed) tell('terminal.chosen', { name: only.name })
    return found.length === 1 ? only : undefined
  }
  const choose = async <Value>({ message, choices, default: preset }: ChoiceQuestion<Value>): Promise<Value> => {
    const numbered = choices.map((choice, index) => ({ ...choice, number: index + 1, name: plain(choice.name) }))
    const usual = preset === undefined ? undefined : numbered.find(({ value }) => value === preset)
    const question = usual ? t('terminal.number-or-name-default', { usual: usual.name }) : t('terminal.number-or-name')
    say(plain(message))
    list(numbered)
    for (;;) {
      const typed = (await line(question)).trim()
      if (typed === '' && usual) return usual.value
      const only = onlyOne(numbered, typed)
      if (only) return only.value
    }
  }

  const prompts: Prompts = {
    select: choose,
    search: choose,
    input: ({ message, default: preset, validate }) => {
      const usual = preset === undefined ? undefined : plain(preset)
      const question = usual
        ? t('terminal.question-default', { question: plain(message).replace(/\s*:$/, ''), usual })
        : plain(message)
      return untilRight(async () => (await line(question)) || usual || '', validate)
    },
    password: ({ message, validate }) => untilRight(() => line(plain(message), { hidden: true }), validate),
    confirm: async ({ message, default: preset }) => {
      const [yes, no] = [t('terminal.yes'), t('terminal.no')]
      const usual = preset ? yes : no
      for (;;) {
        const typed = await line(t('terminal.confirm', { question: plain(message), yes, no, usual }))
        const answer = yesOrNo(typed.trim() || usual, yes, no)
        if (answer !== undefined) return answer
        tell('terminal.yes-or-no', { yes, no })
      }
    },
    text: async (asked) => {
      const { readLine } = await import('./line-reader.ts')
      const editor = editorOf(env)
      const typeOn = async (before: string): Promise<string> => {
        say(plain(asked.message))
        tell(editor ? 'terminal.lines-help-with-editor' : 'terminal.lines-help', { editor: programOf(editor ?? '') })
        const lines = { text: before, editable: editor !== undefined }
        const typed = await readLine({ input, output, env, signal, lines })
        const text = typed.text.replace(/\s+$/, '')
        if (typed.toEditor) return editOr(typeOn, { ...asked, default: text })
        const reason = await wrong(text, asked.validate)
        if (reason === undefined) return text
        say(reason)
        return typeOn(text)
      }
      const text = await tellingLeft(asked.ifLeft, typeOn(plain(asked.default ?? '', { multiline: true })))
      extra.textEnded()
      return text
    },
    editor: async (asked) => {
      const { edit } = await import('../program/editor.ts')
      const editor = requireEditor(env)
      let text = plain(asked.default ?? '', { multiline: true })
      for (;;) {
        say(`${plain(asked.message)} ${t('terminal.editor-opens', { editor: programOf(editor) })}`)
        text = await edit(text, { editor, env, input, output, t })
        const reason = await wrong(text, asked.validate)
        if (reason === undefined) return text
        say(reason)
        if (!(await prompts.confirm({ message: t('terminal.editor-again'), default: true }))) throw new LeftText(text)
      }
    },
  }
  /** An editor that does not start must not cost what was typed. */
  const editOr = async (typeOn: (text: string) => Promise<string>, asked: TextQuestion): Promise<string> => {
    try {
      return await prompts.editor(asked)
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      say(t(error.text))
      return typeOn(asked.default ?? '')
    }
  }
  return prompts
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
