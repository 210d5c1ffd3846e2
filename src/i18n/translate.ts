import type { en } from './en.ts'
import type { FormatMessage } from './message-format.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
export type MessageKey = keyof typeof en
/** What stands before an ending in keys: `NameBefore<'.summary'>` has `login`, for `login.summary`. */
export type NameBefore<End extends string, Key = MessageKey> = Key extends `${infer Name}${End}` ? Name : never
export type MessageParameters = Record<string, string | number | Date>

/** A sentence by its key in the catalogues, so that whoever shows it chooses the language. */
export interface Message {
  key: MessageKey
  parameters?: MessageParameters
}

/** Gives the sentence of a key, or a message, in one language, with its parameters put in (ICU message syntax). */
export interface Translate {
  (said: MessageKey | Message, parameters?: MessageParameters): string
  readonly language: Language
  /** Whether there is a sentence under this key. */
  has(key: string): key is MessageKey
}

/** A translator that can be given its full ICU formatter later: it costs more to load than all of the help. */
export interface LazyTranslate extends Translate {
  /** Loads what plurals and numbers need; to be awaited before a command runs. */
  ready(): Promise<void>
}

export type Catalogue = Record<MessageKey, string>

/** A translator into one language, whose catalogue alone is loaded. */
export async function loadTranslator(language: Language, wording?: Wording): Promise<LazyTranslate> {
  const catalogue = language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en
  return translatorOver(catalogue, language, wording)
}

export interface Wording {
  /** Has the last word on every sentence. */
  finish?: (sentence: string, key: MessageKey) => string
  /** What is put into a command that a sentence offers, as a shell reads it: a title, an address may say anything. */
  quote?: (text: string) => string
}

export function translatorOver(
  catalogue: Catalogue,
  language: Language,
  { finish = (sentence) => sentence, quote = (text) => text }: Wording = {},
): LazyTranslate {
  let formatMessage: FormatMessage | undefined
  const translate = (said: MessageKey | Message, parameters?: MessageParameters): string =>
    typeof said === 'string' ? finish(say(said, parameters), said) : finish(say(said.key, said.parameters), said.key)
  const say = (key: MessageKey, parameters?: MessageParameters): string => {
    const template = language === 'fr' ? keepPunctuationBeside(catalogue[key]) : catalogue[key]
    if (!parameters) return template
    return put(key, template.replace(offered, withWords), { ...wordsOf(parameters, quote), ...parameters })
  }
  const put = (key: MessageKey, sentence: string, parameters: MessageParameters): string => {
    if (!/\{\w+,/.test(sentence)) return withNames(sentence, parameters)
    if (!formatMessage) throw new Error(`${key} was asked for before the translator was ready`)
    return formatMessage(sentence, parameters)
  }
  const ready = async () => {
    const { messageFormatter } = await import('./message-format.ts')
    formatMessage ??= messageFormatter(language)
  }
  const has = (key: string): key is MessageKey => Object.hasOwn(catalogue, key)
  return Object.assign(translate, { language, ready, has })
}

/** A command that a sentence offers to be copied, up to its end. */
const offered = /\b(?:ipeos|mv|chmod 600) [^:;()·“«]*/g

/** Within a command `{name}` is a word of it. */
function withWords(command: string): string {
  return command.replace(/\{(\w+)\}/g, '{$1_word}')
}

function wordsOf(parameters: MessageParameters, quote: (text: string) => string): MessageParameters {
  const words = Object.entries(parameters).map(([name, value]) => [
    `${name}_word`,
    typeof value === 'string' ? quote(value) : value,
  ])
  return Object.fromEntries(words)
}

/** `{name}` alone needs no library; what the library would do with it is the same. */
function withNames(sentence: string, parameters: MessageParameters): string {
  return sentence.replace(/\{(\w+)\}/g, (_found, name: string) => String(parameters[name] ?? ''))
}

/** In French a line never breaks before : ; ? ! » nor after « and n°. */
function keepPunctuationBeside(sentence: string): string {
  return sentence.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/(«|n°) /g, '$1\u00a0')
}

/** The language of the person: French for `fr*`, English otherwise. */
export function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
