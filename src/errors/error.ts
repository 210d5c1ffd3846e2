import type { Message, MessageKey, MessageParameters } from '../i18n/translate.ts'
import type { CodeOf, Codes, Fate, Sentences } from './code.ts'
import { exitAs, failed, missingInformation, notAllowed, notFound, notLoggedIn, partlyDone } from './codes.ts'
import { cancelled, timeUp } from './unfinished-codes.ts'
import { unreachable } from './unreachable-codes.ts'
import { wrongUsage } from './usage-codes.ts'

/** 1 failed · 2 wrong usage · 3 not found · 4 not logged in · 5 not allowed · 6 unreachable · 7 partly done · 8 time is up · 130 cancelled. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 130

/** One of the things that are missing or wrong, and the field or the option that it is about. */
export interface Problem extends Message {
  field?: string
}

export interface ErrorDetails {
  /** Another sentence than the code's own, with the same parameters. */
  says?: MessageKey
  /** The one next thing to do, where it is another than the code's own. */
  hint?: Message | undefined
  /** What belongs to the sentence, one a line below it: what is missing, what is in the way. */
  lines?: Problem[]
  cause?: unknown
}

/**
 * What every error that a person may see has: a code, by which a program tells it from others, an exit code, what became
 * of a write that failed so, what happened in words, and the next thing to do.
 */
export class IpeosError extends Error {
  fate: Fate
  readonly text: Message
  readonly lines: Problem[]
  hint: Message | undefined
  /** How to go on with what is kept; told last. */
  goOn: Message | undefined
  readonly #givesAgain: boolean

  constructor(
    readonly exitCode: ExitCode,
    readonly code: ErrorCode,
    codes: Codes,
    readonly parameters: MessageParameters = {},
    { says, hint, lines = [], cause }: ErrorDetails = {},
  ) {
    super(code, { cause })
    this.name = new.target.name
    const [fate, sentences] = find(code, codes)
    this.fate = fate
    this.text = { key: says ?? sentences.says, parameters }
    this.hint = hint ?? (sentences.hint && { key: sentences.hint, parameters })
    this.#givesAgain = sentences.givesAgain === true
    this.lines = lines
  }

  /** The same error, of a step before the write, which was not even begun then. */
  beforeTheWrite(): this {
    this.fate = 'not-done'
    return this
  }

  /** The same error, where what was to be sent is kept: `goOn` is told last, and nothing else that would send it. */
  whereKept(goOn: Message): this {
    this.goOn = goOn
    if (this.#givesAgain) this.hint = undefined
    return this
  }

  /** The same error, with another next thing to do. */
  withHint(hint: Message): this {
    this.hint = hint
    return this
  }
}

function find(code: string, codes: Codes): [Fate, Sentences] {
  for (const fate of ['not-done', 'done', 'unknown'] as const) {
    const sentences = codes[fate]?.[code]
    if (sentences) return [fate, sentences]
  }
  throw new RangeError(`${code} is no code of this class`)
}

/** What became of a write that failed; of what nobody classified, nothing is known. */
export function fateOf(error: unknown): Fate {
  return error instanceof IpeosError ? error.fate : 'unknown'
}

function exitsWith<Some extends Codes>(exitCode: ExitCode, codes: Some) {
  return class extends IpeosError {
    constructor(code: CodeOf<Some> & ErrorCode, parameters?: MessageParameters, details?: ErrorDetails) {
      super(exitCode, code, codes, parameters, details)
    }
  }
}

/** The platform refused, or something failed here (1). */
export class Failed extends exitsWith(1, failed) {}
/** Wrong usage (2). */
export class WrongUsage extends exitsWith(2, wrongUsage) {}
/** Several things missing, or wrong, told together: each is a line (2). */
export class MissingInformation extends exitsWith(2, missingInformation) {}
/** No such ticket, article, item… for this account (3). */
export class NotFound extends exitsWith(3, notFound) {}
/** No credential, a refused one, or a session that cannot be renewed (4). */
export class NotLoggedIn extends exitsWith(4, notLoggedIn) {}
/** The platform knows who asks, and says no (5). */
export class NotAllowed extends exitsWith(5, notAllowed) {}
/** Nobody answers, or something answers that is not the platform's API (6). */
export class Unreachable extends exitsWith(6, unreachable) {}
/** Some of it was done; the text says what was not (7). */
export class PartlyDone extends exitsWith(7, partlyDone) {}
/** It did not happen in the time that was given (8). */
export class TimeUp extends exitsWith(8, timeUp) {}
/** The person stopped it (130). */
export class Cancelled extends exitsWith(130, cancelled) {}

/** Ends with the exit code of what failed: a check of `doctor`, an answer that `api` shows. */
export class ExitAs extends IpeosError {
  constructor(exitCode: ExitCode, code: CodeOf<typeof exitAs>, parameters?: MessageParameters, details?: ErrorDetails) {
    super(exitCode, code, exitAs, parameters, details)
  }
}

/** The exit code of several failures, where nothing was done: that of their reason, where it is the same for all. */
export function exitCodeOfAll(errors: readonly IpeosError[]): ExitCode {
  const codes = new Set(errors.map(({ exitCode }) => exitCode))
  const [only = 1] = codes
  return codes.size === 1 ? only : 1
}

/** Every code there is. */
export type ErrorCode =
  | CodeOf<typeof failed>
  | CodeOf<typeof wrongUsage>
  | CodeOf<typeof missingInformation>
  | CodeOf<typeof notFound>
  | CodeOf<typeof notLoggedIn>
  | CodeOf<typeof notAllowed>
  | CodeOf<typeof unreachable>
  | CodeOf<typeof partlyDone>
  | CodeOf<typeof timeUp>
  | CodeOf<typeof cancelled>
  | CodeOf<typeof exitAs>
