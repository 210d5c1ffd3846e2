import type { Translate } from '../../i18n/translate.ts'
import type { Style } from '../style.ts'
import type { ChoiceLook } from './choice/choice-screen.ts'

/**
 * What Inquirer writes around a question, in the person's language and with our colours: its own words are English.
 * `onLines` breaks a sentence at spaces: what Inquirer writes below a question is broken wherever the window ends.
 */
export function promptTheme(t: Translate, style: Style, onLines: (sentence: string) => string) {
  const question = (text: string, status = 'idle') => (status === 'done' ? style.dim(text) : style.bold(text))
  const shared = {
    answer: (text: string) => text,
    message: question,
    defaultAnswer: (text: string) => style.dim(`(${text})`),
    help: style.dim,
    highlight: style.cyan,
    error: (text: string) => style.red(onLines(`✗ ${text}`)),
  }
  const prefix = { idle: style.blue('?'), done: style.green('✔') }
  const base = {
    prefix,
    spinner: { interval: 80, frames: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'].map(style.blue) },
  }
  const choice: ChoiceLook = {
    prefix,
    question,
    answered: style.dim,
    answer: shared.answer,
    typed: style.cyan,
    focus: (text) => style.bold(style.cyan(text)),
    letter: style.bold,
    description: (text) => text,
    hint: style.dim,
    nothing: () => shared.error(t('terminal.nothing-matches')),
    error: shared.error,
    tick: { on: '[✔]', off: '[ ]' },
    spinner: base.spinner.frames,
  }
  return {
    choice,
    area: {
      prefix,
      question,
      answered: style.dim,
      hint: style.dim,
      error: shared.error,
      margin: style.dim('│ '),
    },
    line: {
      prefix,
      question,
      answer: shared.answer,
      usual: shared.defaultAnswer,
      error: shared.error,
      hint: style.dim,
    },
    password: { prefix, question, error: shared.error, hint: style.dim },
    confirm: {
      ...base,
      style: shared,
      keywords: {
        yes: t('terminal.yes'),
        no: t('terminal.no'),
        error: (words: { yes: string; no: string }) => t('terminal.yes-or-no', words),
      },
    },
  }
}
