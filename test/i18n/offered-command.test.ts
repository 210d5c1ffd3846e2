import { expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { translatorOver } from '../../src/i18n/translate.ts'
import { quoted } from '../../src/terminal/quoted.ts'

const hostile = "https://evil.example/;touch$IFS'x'`id`$(id) |sh"
const catalogues = Object.entries({ en, fr }) as Array<['en' | 'fr', typeof en]>

/** A sentence, and the names that stand in a command of ours, or in one of the system's, that is there to be copied. */
const offers = catalogues.flatMap(([language, catalogue]) =>
  Object.entries(catalogue).flatMap(([key, sentence]) => {
    const commands = sentence.match(/(?:ipeos (?:[a-z-]+ )+|chmod 600 |mv )[^:;()·]*\{[^:;()·]*/g) ?? []
    const names = commands.flatMap((command) => [...command.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
    return names.length > 0 ? [{ language, catalogue, key: key as keyof typeof en, names }] : []
  }),
)

test('whatever is put into a command that is offered is one word of it', async () => {
  expect(offers.length).toBeGreaterThan(20)
  for (const { language, catalogue, key, names } of offers) {
    const t = translatorOver(catalogue, language, { quote: quoted })
    await t.ready()
    const all = [...catalogue[key].matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, /,/.test(name) ? 1 : hostile])
    const said = t(key, { ...Object.fromEntries(all), count: 1 })
    const words = said.split(quoted(hostile)).length - 1
    expect(words, `${language} ${key}: ${said}`).toBeGreaterThanOrEqual(names.length)
  }
})

test('what is put into a sentence beside a command stays as it is', () => {
  const t = translatorOver(en, 'en', { quote: quoted })
  expect(t('program.bug', { detail: 'two words' })).toContain(': two words')
})
