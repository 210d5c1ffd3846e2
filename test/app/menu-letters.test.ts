import { describe, expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { languages, type MessageKey } from '../../src/i18n/translate.ts'
import { translator } from '../support/translator.ts'

/** The lines of each menu, all that it may ever have, by their keys; the two ways to say a draft are one line. */
const menus: Array<[name: string, lines: RegExp]> = [
  ['the door', /^(door\.(?!question).+|menu\.leave)$/],
  ['the first menu', /^menu\.(?!(question|ticket|approval|around|resume-one)$)[^.]+$/],
  ['the menu of a ticket', /^menu\.ticket\.[^.]+$/],
  ['the menu around a ticket', /^(menu\.around\.[^.]+|menu\.ticket\.back)$/],
  ['the menu of approvals', /^(menu\.approval\.[^.]+|menu\.ticket\.back)$/],
]
const keys = (Object.keys(en) as MessageKey[]).filter((key) => /^(door|menu)\./.test(key))

describe.each(languages)('in %s', (language) => {
  test.each(menus)('every line of %s has a letter of its own', async (_name, lines) => {
    const t = translator(language)
    await t.ready()
    const said = keys.filter((key) => lines.test(key)).map((key) => t(key, { count: 1, id: 1, title: '', what: '' }))
    const letters = said.map((line) => /^([a-z]) ./u.exec(line)?.[1])
    expect(letters.length).toBeGreaterThan(2)
    expect(said.filter((_line, at) => letters.indexOf(letters[at]) !== at)).toEqual([])
  })
})

test('no line of a menu is left out here, and several of a kind keep its letter', async () => {
  const questions = ['door.question', 'menu.question', 'menu.ticket', 'menu.approval', 'menu.around']
  const lines = keys.filter((key) => !questions.includes(key))
  expect(lines.filter((key) => !menus.some(([, own]) => own.test(key)))).toEqual(['menu.resume-one'])
  for (const language of languages) {
    const t = translator(language)
    await t.ready()
    const first = (key: MessageKey, count: number) => t(key, { count, id: 1, title: '', what: '' }).slice(0, 2)
    expect(lines.map((key) => first(key, 2))).toEqual(lines.map((key) => first(key, 1)))
    expect(first('menu.resume-one', 1)).toBe(first('menu.resume', 1))
  }
})
