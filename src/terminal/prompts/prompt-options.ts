import type { Translate } from '../../i18n/translate.ts'
import type { Environment } from '../create-style.ts'
import type { Input, Output } from '../stream.ts'
import type { Style } from '../style.ts'

/** What questions need, however they are asked. */
export interface PromptOptions {
  input: Input
  /** stderr: what a command prints on stdout stays data. */
  output: Output
  env: Environment
  t: Translate
  style?: Style
  signal?: AbortSignal
  platform?: NodeJS.Platform
}
