import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { type Language, type LazyTranslate, translatorOver } from '../../src/i18n/translate.ts'

/** A translator at once, for tests that need no other part of the program. */
export function translator(language: Language): LazyTranslate {
  return translatorOver(language === 'fr' ? fr : en, language)
}
