import type { Translate } from '../../../i18n/translate.ts'
import { plain } from '../../sanitize.ts'
import type { Output } from '../../stream.ts'
import type { Choice } from '../prompts.ts'
import type { ChoiceLook, ShownChoice } from './choice-screen.ts'

/** What a question with choices needs of where it is asked. */
export interface ChoiceDesk {
  t: Translate
  output: Output
  look: ChoiceLook
}

/** A choice as it may be shown. */
export function harmless({ name, key, number, description, words }: Choice<unknown>): ShownChoice {
  return {
    name: plain(name),
    ...(key && { key }),
    ...(number !== undefined && { number }),
    ...(description && { description: plain(description) }),
    ...(words && { words }),
  }
}
