import { Cancelled, Failed } from '../../errors.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { createStyle, hasColors } from '../create-style.ts'
import { editorOf, programOf, requireEditor } from '../program/editor-name.ts'
import { plain } from '../sanitize.ts'
import type { Input, Output } from '../stream.ts'
import { cut, widthOf, wrapped } from '../width.ts'
import { LeftText, tellingLeft } from './left-text.ts'
import { matches } from './matching.ts'
import type { PasteRule } from './pasted-keys.ts'
import type { PromptOptions } from './prompt-options.ts'
import { promptTheme } from './prompt-theme.ts'
import type { Choice, ChoiceQuestion, Prompts, TextQuestion, Validate } from './prompts.ts'
import { secondEnd } from './second-end.ts'

type Ask<Config, Value> = (config: Config, io: { input: Input; output: Output; signal: AbortSignal }) => Promise<Value>

const pasteNotes = {
  join: 'terminal.lines-joined',
  first: 'terminal.first-line-pasted',
  none: 'terminal.no-line-pasted',
} as const satisfies Record<PasteRule, MessageKey>

/** Questions by Inquirer, which is loaded with the first one. */
export function inquirerPrompts(options: PromptOptions): Prompts {
  const { input, output, env, t, signal } = options
  const style = options.style ?? createStyle({ colors: hasColors(output.isTTY === true, env, 'auto'), links: false })
  const extra = secondEnd()
  const columns = () => output.columns || 80
  const theme = promptTheme(t, style, (sentence) => wrapped(sentence, columns() - 1))
  const question = (message: string) => wrapped(plain(message), columns() - 4)
  /** `staying`: what is wrong stays in the line, to be corrected; who wants to type it anew is told how. */
  const checked = (validate: Validate | undefined, staying = true) => {
    if (!validate) return {}
    const verdictOn = async (value: string) => {
      const verdict = orReason(await validate(value), t)
      return verdict === true || value === '' || !staying ? verdict : `${verdict} ${t('terminal.clear-line')}`
    }
    return { validate: verdictOn }
  }
  const ask = async <Config, Value>(prompt: Ask<Config, Value>, config: Config, rule: PasteRule = 'join') => {
    const { PastingInput } = await import('./pasting-input.ts')
    const { markPastes } = await import('./pasted-keys.ts')
    const keyboard = new PastingInput(input, rule, extra.isThis)
    const unmark = markPastes(output, env)
    try {
      return await untilCancelled(input, signal, (stop) => prompt(config, { input: keyboard, output, signal: stop }))
    } finally {
      keyboard.letGo()
      unmark()
      if (keyboard.pastedLines) output.write(`${style.dim(t(pasteNotes[rule]))}\n`)
    }
  }

  const head = (message: string) => `${theme.text.prefix.idle} ${style.bold(question(message))}`
  /** Says why the answer will not do; gives the rows that this takes, none where it will. */
  const refusalOf = async (text: string, { validate }: TextQuestion): Promise<number> => {
    const verdict = orReason((await validate?.(text)) ?? true, t)
    if (verdict === true) return 0
    const said = `${theme.text.style.error(verdict)}\n`
    output.write(said)
    return rowsIn(said)
  }
  /** Of a question this many rows above, unless it is no longer on the screen. */
  const markDone = (rows: number): void => {
    if (rows < (output.rows || 24)) output.write(`\u001b7\u001b[${rows}A\r${theme.text.prefix.done}\u001b8`)
  }

  const prompts: Prompts = {
    select: async (asked) => {
      const { select } = await import('@inquirer/prompts')
      const choices = asked.choices.map((choice) => fitted(choice, asked.message, columns()))
      const config = {
        message: question(asked.message),
        choices,
        ...defaultOf(asked),
        loop: false,
        pageSize: pageSize(output),
        theme: theme.select,
      }
      return ask(select<(typeof asked.choices)[number]['value']>, config, 'none')
    },
    search: async (asked) => {
      const { search } = await import('@inquirer/prompts')
      const choices = asked.choices.map((choice) => ({
        full: plain(choice.name),
        shown: fitted(choice, asked.message, columns()),
      }))
      return ask(search<(typeof asked.choices)[number]['value']>, {
        message: question(asked.message),
        // Tab writes the shown name into the search, with the «…» of one that was cut.
        source: (typed = '') =>
          choices.filter(({ full }) => matches(full, typed.replace(/…$/, ''))).map(({ shown }) => shown),
        ...defaultOf(asked),
        pageSize: pageSize(output),
        theme: theme.search,
      })
    },
    input: async ({ message, default: preset, validate, anew = false }) => {
      const { input: line } = await import('@inquirer/prompts')
      return ask(line, {
        message: roomy(question(message), preset, columns()),
        ...(preset === undefined ? {} : { default: plain(preset), prefill: 'editable' as const }),
        ...checked(validate, !anew),
        theme: { ...theme.text, validationFailureMode: anew ? ('clear' as const) : ('keep' as const) },
      })
    },
    password: async ({ message, validate }) => {
      const { password } = await import('@inquirer/prompts')
      const config = { message: question(message), toggleMask: false, ...checked(validate), theme: theme.password }
      return ask(password, config, 'first')
    },
    confirm: async ({ message, default: preset }) => {
      const { confirm } = await import('@inquirer/prompts')
      return ask(confirm, { message: question(message), default: preset, theme: theme.confirm })
    },
    text: async (asked) => {
      const { typeText } = await import('./text-prompt.ts')
      const editor = editorOf(env)
      const help = style.dim(
        t(editor ? 'terminal.text-help-with-editor' : 'terminal.text-help', { editor: programOf(editor ?? '') }),
      )
      // Once refused, the question is still there to be read, so many rows `above`.
      const typeOn = async (text: string, above = 0): Promise<string> => {
        const heading = above > 0 ? '' : `${head(asked.message)}\n${wrapped(help, columns() - 1)}\n`
        const typed = await typeText(text, { heading, input, output, signal, editable: editor !== undefined })
        const whole = typed.text.replace(/\s+$/, '')
        if (!typed.toEditor) {
          const rows = above + rowsIn(heading) + typed.rows
          const refusal = await refusalOf(whole, asked)
          if (refusal > 0) return typeOn(whole, rows + refusal)
          markDone(rows)
          return whole
        }
        try {
          return await prompts.editor({ ...asked, default: whole })
        } catch (error) {
          // An editor that does not start must not cost what was typed.
          if (!(error instanceof Failed)) throw error
          output.write(`${theme.text.style.error(t(error.text))}\n`)
          return typeOn(whole)
        }
      }
      const text = await tellingLeft(asked.ifLeft, typeOn(plain(asked.default ?? '', { multiline: true })))
      extra.textEnded()
      return text
    },
    editor: async (asked) => {
      const { edit } = await import('../program/editor.ts')
      const editor = requireEditor(env)
      const editOn = async (text: string): Promise<string> => {
        output.write(`${head(asked.message)} ${style.dim(t('terminal.editor-opens', { editor: programOf(editor) }))}\n`)
        const saved = await edit(text, { editor, env, input, output, t })
        if ((await refusalOf(saved, asked)) === 0) return saved
        if (await prompts.confirm({ message: t('terminal.editor-again'), default: true })) return editOn(saved)
        throw new LeftText(saved)
      }
      return editOn(plain(asked.default ?? '', { multiline: true }))
    },
  }
  return prompts
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
function fitted<Value>({ name, value, description }: Choice<Value>, message: string, columns: number) {
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
    throw new Cancelled('terminal.cancelled', undefined, { cause: error })
  } finally {
    input.off('end', stop).off('close', stop).off('keypress', onKey)
  }
}
