import { expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { frenchPlaceholders } from '../../src/cli/placeholders.ts'
import { buildProgram } from '../../src/cli/program.ts'
import type { Language } from '../../src/i18n/translate.ts'
import { newDesk } from '../support/desk.ts'
import { translator } from '../support/translator.ts'

async function valuesIn(language: Language): Promise<{ flags: string[]; names: string[] }> {
  const context = { t: translator(language) } as unknown as Context
  const program = await buildProgram(context, '0', { write: () => undefined, columns: 80 })
  const commands = everyCommand(describeCommand(program))
  const terms = commands.flatMap(({ options }) => options.map(({ term }) => term))
  const given = commands.flatMap((command) => command.arguments.map(({ name }) => name))
  const inTerms = terms.flatMap((term) => /[<[](.+)[>\]]/.exec(term)?.[1]?.split('=') ?? [])
  return { flags: terms.map((term) => term.replace(/ ?[<[].*$/, '')), names: [...new Set([...inTerms, ...given])] }
}

const [english, french] = [await valuesIn('en'), await valuesIn('fr')]

test('every value that an option or a command takes has a French name, and no other word has one', () => {
  expect(Object.keys(frenchPlaceholders).sort()).toEqual([...english.names].sort())
  expect(french.names.sort()).toEqual([...new Set(english.names.map((name) => frenchPlaceholders[name]))].sort())
})

test('the options themselves are called the same in both languages', () => {
  expect(french.flags).toEqual(english.flags)
})

test.each([
  ['ticket comment', 'fr', 'Quel ticket ?'],
  ['ticket refuse 15 -m', 'fr', '--message <raison>'],
  ['ticket refuse 15 -m', 'en', '--message <reason>'],
  ['api GET', 'fr', '<chemin>'],
  ['preferences set laine fr', 'fr', '« laine » ne convient pas comme <préférence>.'],
  ['completion bsh', 'en', '“bsh” will not do as <shell>.'],
])('what is wrong in «ipeos %s» is told in %s', async (line, lang, told) => {
  const desk = newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })
  const { code, notes } = await desk.ipeos(line.split(' '), { env: { IPEOS_LANG: lang } })
  expect(code).toBe(2)
  expect(notes.replaceAll('\u00a0', ' ')).toContain(told)
})
