import type { Message, MessageKey, MessageParameters } from './i18n/translate.ts'

/** 1 failed · 2 wrong usage · 3 not found · 4 not logged in · 5 not allowed · 6 unreachable · 7 partly done · 130 cancelled. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 130

export interface ErrorDetails {
  /** The one next thing to do. */
  hint?: Message
  /** What belongs to the sentence, one a line below it: what is missing, what is in the way. */
  lines?: Message[]
  cause?: unknown
}

/** What every error that a person may see has: an exit code, what happened, the next thing to do. */
export class IpeosError extends Error {
  readonly hint: Message | undefined
  readonly lines: Message[]

  constructor(
    readonly exitCode: ExitCode,
    readonly text: Message,
    details: ErrorDetails = {},
  ) {
    super(text.key, { cause: details.cause })
    this.name = new.target.name
    this.hint = details.hint
    this.lines = details.lines ?? []
  }
}

function exitsWith(exitCode: ExitCode) {
  return class extends IpeosError {
    constructor(key: MessageKey, parameters?: MessageParameters, details?: ErrorDetails) {
      super(exitCode, parameters ? { key, parameters } : { key }, details)
    }
  }
}

/** The platform refused, or something failed here (1). */
export class Failed extends exitsWith(1) {}
/** Wrong usage, or information missing (2). */
export class WrongUsage extends exitsWith(2) {}
/** No such ticket, article, item… for this account (3). */
export class NotFound extends exitsWith(3) {}
/** No credential, a refused one, or a session that cannot be renewed (4). */
export class NotLoggedIn extends exitsWith(4) {}
/** The platform knows who asks, and says no (5). */
export class NotAllowed extends exitsWith(5) {}
/** Nobody answers, or something answers that is not the platform's API (6). */
export class Unreachable extends exitsWith(6) {}
/** Some of it was done; the text says what was not (7). */
export class PartlyDone extends exitsWith(7) {}
/** The person stopped it (130). */
export class Cancelled extends exitsWith(130) {}

/** Several things wrong at once, told together: wrong usage whose lines are each a message (2). */
export class MissingInformation extends IpeosError {
  constructor(text: Message, lines: Message[], details: ErrorDetails = {}) {
    super(2, text, { ...details, lines })
  }
}
