import type { Translate } from '../../i18n/translate.ts'
import type { Style } from '../style.ts'

/**
 * What Inquirer writes around a question, in the person's language and with our colours: its own words are English.
 * `onLines` breaks a sentence at spaces: what Inquirer writes below a question is broken wherever the window ends.
 */
export function promptTheme(t: Translate, style: Style, onLines: (sentence: string) => string) {
  const help = (text: string) => () => style.dim(onLines(text))
  const shared = {
    answer: style.cyan,
    message: style.bold,
    defaultAnswer: (text: string) => style.dim(`(${text})`),
    help: style.dim,
    highlight: style.cyan,
    error: (text: string) => style.red(onLines(`✗ ${text}`)),
  }
  const base = { prefix: { idle: style.blue('?'), done: style.green('✔') } }
  return {
    text: { ...base, style: shared },
    password: { ...base, style: { ...shared, maskedText: t('terminal.hidden') } },
    select: { ...base, style: { ...shared, description: style.dim, keysHelpTip: help(t('terminal.select-help')) } },
    search: {
      ...base,
      style: {
        ...shared,
        description: style.dim,
        searchTerm: style.cyan,
        keysHelpTip: help(t('terminal.search-help')),
        // The one sentence of `search` that no option changes; nothing else comes here, for its source never fails.
        error: () => shared.error(t('terminal.nothing-matches')),
      },
    },
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
