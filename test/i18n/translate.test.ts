import { expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { messageFormatter } from '../../src/i18n/message-format.ts'
import { languageOf, type MessageKey } from '../../src/i18n/translate.ts'
import { translator } from '../support/translator.ts'

const keys = Object.keys(en) as MessageKey[]

test('a sentence with names needs no formatter, and reads the same as with it', () => {
  const parameters = { id: 15 }
  expect(translator('fr')('new.follow', parameters)).toBe(
    messageFormatter('fr')(translator('fr')('new.follow'), parameters),
  )
})

test('plurals and numbers are said as the language says them', async () => {
  const t = translator('fr')
  await t.ready()
  expect(t('attach.done', { count: 1, id: 9 })).toBe('Un fichier est joint au ticket n°\u00a09.')
  expect(t('attach.done', { count: 3, id: 9 })).toBe('3 fichiers sont joints au ticket n°\u00a09.')
  expect(t('file.too-big', { path: 'a', size: 2.5, limit: 2 })).toContain('2,5 Mo')
})

test('in French no line can break before a colon or within « »', () => {
  expect(translator('fr')('new.nothing-sent')).toBe('Rien n’a été envoyé\u00a0:')
})

test('both languages have every sentence, and none is empty', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort())
  expect(keys.filter((key) => en[key].trim() === '' || fr[key].trim() === '')).toEqual([])
})

test('every sentence can be formatted, and asks for the same parameters in both languages', () => {
  const names = (sentence: string) =>
    [...new Set([...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort()
  for (const key of keys) {
    expect([key, names(fr[key])]).toEqual([key, names(en[key])])
    const parameters = Object.fromEntries(names(en[key]).map((name) => [name, 2]))
    expect(messageFormatter('fr')(fr[key], parameters)).not.toBe('')
    expect(messageFormatter('en')(en[key], parameters)).not.toBe('')
  }
})

test('the apostrophe of both languages is the typographic one: the other is ICU’s escape', () => {
  for (const key of keys) expect([key, /['’]/.exec(en[key] + fr[key])?.[0] ?? '’']).toEqual([key, '’'])
})

test.each([
  ['fr_FR.UTF-8', 'fr'],
  ['FR', 'fr'],
  ['en_GB.UTF-8', 'en'],
  ['de_DE', 'en'],
  [undefined, 'en'],
])('the locale %s speaks %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})
