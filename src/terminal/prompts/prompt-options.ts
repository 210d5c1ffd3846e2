import type { Translate } from '../../i18n/translate.ts'
import type { Environment } from '../create-style.ts'
import type { HoldTerminal } from '../hold-terminal.ts'
import type { Input, Output } from '../stream.ts'
import type { Style } from '../style.ts'

/** What questions need, however they are asked. */
export interface PromptOptions {
  input: Input
  /** stderr: what a command prints on stdout stays data. */
  output: Output
  /** How many times something was written to the terminal between questions: it grows. */
  written?(): number
  env: Environment
  t: Translate
  style?: Style
  signal?: AbortSignal
  platform?: NodeJS.Platform
  /** Lets a question give the terminal back when the process is stopped, and leave when it is ended. */
  holdTerminal?: HoldTerminal | undefined
}
