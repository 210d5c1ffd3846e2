import type { Translate } from '../../../i18n/translate.ts'
import { plain } from '../../sanitize.ts'
import type { Output } from '../../stream.ts'
import type { Style } from '../../style.ts'
import type { Ask } from '../one-question.ts'
import { ended } from '../question-ending.ts'
import { WentBack } from '../went-back.ts'
import { askFiles, type FilesConfig, type FilesEnd } from './file-prompt.ts'
import type { FileLook } from './file-screen.ts'
import type { FilesQuestion } from './files-question.ts'
import { FilesSoFar } from './files-so-far.ts'

interface Desk {
  t: Translate
  style: Style
  output: Output
}

type Asked = Omit<FilesConfig, 'settled'>

/** Asks by Inquirer; `ask` runs one of its prompts, and takes care that it can be left. */
export async function askForFiles<Taken>(
  question: FilesQuestion<Taken>,
  desk: Desk,
  ask: (prompt: Ask<Asked, FilesEnd>, config: Asked) => Promise<FilesEnd>,
): Promise<Taken[]> {
  const soFar = new FilesSoFar(question)
  const prompt: Ask<Asked, FilesEnd> = (config, place) => {
    const settled = (isAnswered: boolean) => {
      place.clearPromptOnDone = !isAnswered
    }
    return askFiles({ ...config, settled }, place)
  }
  const how = await ask(prompt, configOf(question, soFar, desk))
  if (how === 'back') throw new WentBack()
  return soFar.all
}

function configOf<Taken>(
  { message, label, aside, another, needed = '', complete, back = false }: FilesQuestion<Taken>,
  soFar: FilesSoFar<Taken>,
  { t, style, output }: Desk,
): Asked {
  const backHint = back ? ` • ${t('terminal.back-help')}` : ''
  return {
    names: () => soFar.names,
    message: (count) => (count === 0 ? { message: plain(message), aside: plain(aside) } : another),
    colon: t('terminal.colon'),
    answered: (names) =>
      label === undefined
        ? t('files.answered', { count: names.length, names: names.join(', ') })
        : `${ended(plain(label), t)} ${names.join(', ') || t('terminal.nothing-ticked')}`,
    hint: (count, isFocused) => {
      if (isFocused) return t('files.hint-focus')
      return `${t('files.hint')}${count > 0 ? ` • ${t('files.hint-remove')}` : ''}${backHint}`
    },
    looking: t('files.looking'),
    nothingBegins: t('files.no-completion'),
    more: (count) => t('files.more', { count }),
    needed,
    hasBack: back,
    noWayBack: t('terminal.no-way-back'),
    take: (line, signal) => soFar.take(line, signal),
    fromClipboard: (signal) => soFar.fromClipboard(signal),
    remove: (index) => soFar.remove(index),
    complete,
    output,
    look: lookOf(style),
  }
}

function lookOf(style: Style): FileLook {
  return {
    question: style.bold,
    answered: style.dim,
    focus: (text) => style.bold(style.cyan(text)),
    error: style.red,
    hint: style.dim,
    prefix: { idle: style.blue('?'), done: style.green('✔') },
  }
}
