import type { MessageKey } from '../i18n/translate.ts'

/**
 * What became of a write that failed so. `not-done`: it had no effect, for certain: GLPI itself said no, or nothing of it
 * ever left. `done`: it had, at least in part. `unknown`: it may have had, or the server may still be at it.
 */
export type Fate = 'not-done' | 'done' | 'unknown'

/** What a person is told of a code; both sentences take the parameters of the error. */
export interface Sentences {
  says: MessageKey
  /** The one next thing to do, where it is always the same. */
  hint?: MessageKey
  /** The hint has what was to be sent given once more: it is not told where that is kept. */
  givesAgain?: true
}

/** The codes of a class of errors, by the fate of a write that fails so. */
export type Codes = { readonly [fate in Fate]?: Readonly<Record<string, Sentences>> }

/** Every code of a table, whatever its fate. */
export type CodeOf<Some extends Codes> = { [fate in keyof Some]-?: keyof NonNullable<Some[fate]> & string }[keyof Some]
