import { IntlMessageFormat } from 'intl-messageformat'

/** Puts parameters into a sentence of ICU message syntax, plurals and numbers included. */
export type FormatMessage = (sentence: string, parameters: Record<string, string | number | Date>) => string

export function messageFormatter(language: string): FormatMessage {
  // Sentences speak of <files> and <numbers>: no tag is meant.
  return (sentence, parameters) =>
    String(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).format(parameters))
}
