import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
export type MessageKey = keyof typeof en
export type MessageParameters = Record<string, string | number | Date>

/** Gives the sentence of a key in one language, with its parameters put in (ICU message syntax). */
export interface Translate {
  (key: MessageKey, parameters?: MessageParameters): string
  readonly language: Language
}

const catalogues: Record<Language, Record<MessageKey, string>> = { en, fr }

export function translator(language: Language): Translate {
  const catalogue = catalogues[language]
  const translate = (key: MessageKey, parameters?: MessageParameters): string => {
    const sentence = language === 'fr' ? keepPunctuationBeside(catalogue[key]) : catalogue[key]
    return parameters ? String(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).format(parameters)) : sentence
  }
  return Object.assign(translate, { language })
}

/** In French a line never breaks before : ; ? ! » nor after «. */
function keepPunctuationBeside(sentence: string): string {
  return sentence.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}

/** The language of the person: French for `fr*`, English otherwise. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
