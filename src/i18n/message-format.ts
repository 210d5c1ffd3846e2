import { IntlMessageFormat } from 'intl-messageformat'
import type { FormatMessage, Language } from './translate.ts'

export function messageFormatter(language: Language): FormatMessage {
  // Sentences speak of <files> and <numbers>: no tag is meant.
  return (sentence, parameters) =>
    String(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).format(parameters))
}
