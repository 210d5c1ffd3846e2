import type { Translate } from '../../../i18n/translate.ts'
import { programOf } from '../../program/editor-name.ts'
import type { Validate } from '../prompts.ts'
import type { AreaLook, AreaWords } from './area-view.ts'

/** What is asked for. */
export interface AreaRequest {
  /** Fit for a terminal. */
  question: string
  /** The same once it is answered. */
  answered: string
  /** Said below it; empty for nothing. */
  help: string
  /** Stands there already. */
  before: string
  validate?: Validate | undefined
  /** There is a question before this one, to which one may go back. */
  back?: boolean | undefined
  /** The person's editor, as a command line; undefined where there is none. */
  editor: string | undefined
  look: AreaLook & { error(text: string): string }
  /** Told all of it with each change. */
  onTyped(text: string): void
  /** Told the rows that are left of it once it is over. */
  drawn(rows: number): void
  /** Given who shows why what was typed is not kept, and that it is again. */
  onTrouble?(show: (sentence: string | undefined) => void): void
}

export function wordsOf({ question, help, editor, back }: AreaRequest, t: Translate, note?: string): AreaWords {
  const keys = [
    t('terminal.text-help'),
    ...(editor ? [t('terminal.text-help-editor', { editor: programOf(editor) })] : []),
    ...(back ? [t('terminal.back-help')] : []),
  ]
  return {
    question,
    about: help,
    help: { full: keys.join(' • '), short: t('terminal.text-help-short') },
    note,
    place: (line, count) => t('terminal.text-place', { line, count }),
  }
}
