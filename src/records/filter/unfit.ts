import { PartlyDone } from '../../errors/error.ts'
import type { MessageKey, MessageParameters } from '../../i18n/translate.ts'

/** What a filter asks for does not fit the data: the command did its work, only its output is missing (7). */
export function unfit(
  option: '--jq' | '--template',
  key: Extract<MessageKey, `template.${string}` | `output.jq-${string}` | 'output.not-json'>,
  parameters: MessageParameters = {},
): PartlyDone {
  return new PartlyDone('output-not-filtered', { option }, { lines: [{ key, parameters }] })
}
