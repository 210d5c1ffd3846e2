import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/i18n/translate.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { WentBack } from '../../../src/terminal/prompts/went-back.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

/** Asks, types, and gives the answer with all that was written. */
async function asked<Value>(
  question: (prompts: Prompts) => Promise<Value>,
  typed: string[],
  { language = 'en', columns = 80 }: { language?: Language; columns?: number } = {},
): Promise<{ answer: Value; written: string }> {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns })
  const t = translator(language)
  const answer = question(new LinePrompts({ input: keyboard, output, env: { TERM: 'dumb' }, t }))
  await keyboard.type('', ...typed)
  return { answer: await answer, written: output.text.replaceAll('\u00a0', ' ') }
}

const urgencies = ['Low', 'Medium', 'High', 'Very high'].map((name, value) => ({ name, value }))
const nothing = async () => ({ choices: [], more: false })
const urgency = (prompts: Prompts) => prompts.select({ message: 'Urgency:', choices: urgencies, default: 1 })

describe('a choice', () => {
  test('stands in a list with numbers, and the question below says what Enter takes', async () => {
    const { written } = await asked(urgency, [keys.enter])
    expect(written).toBe('Urgency:\n1. Low\n2. Medium\n3. High\n4. Very high\nNumber or name (Enter for “Medium”): \n')
  })

  test.each([
    ['its number', '4', 3],
    ['its name', 'high', 2],
    ['a word of it', 'very', 3],
    ['nothing, where there is a usual one', '', 1],
  ])('is taken by %s', async (_by, typed, expected) => {
    expect((await asked(urgency, [typed, keys.enter])).answer).toBe(expected)
  })

  test('that is a number itself is taken by that, wherever it stands', async () => {
    const choices = [3, 2, 1].map((value) => ({ name: `${value} out of 3`, value, number: value }))
    const { answer, written } = await asked(
      (prompts) => prompts.select({ message: 'Mark:', choices }),
      [...['1', keys.enter]],
    )
    expect([answer, written]).toEqual([1, expect.stringMatching(/^Mark:\n3 out of 3\n2 out of 3\n1 out of 3\nNumber/)])
  })

  test('by part of a name is told in full', async () => {
    expect((await asked(urgency, ['low', keys.enter])).written).toMatch(/Chosen: Low\n$/)
  })

  test('that is not clear is asked for again, among those that fit', async () => {
    const { answer, written } = await asked(urgency, ['i', keys.enter, '2', keys.enter])
    expect([answer, written.match(/Number or name/g)?.length, written]).toEqual([
      1,
      2,
      expect.stringMatching(/2\. Medium\n3\. High\n4\. Very high\nNumber/),
    ])
  })

  test('that does not exist is said so, and asked for again', async () => {
    const { answer, written } = await asked(urgency, ['7', keys.enter, '1', keys.enter])
    expect({ answer, written }).toEqual({ answer: 0, written: expect.stringContaining('Nothing matches.') })
  })

  test('of very many is looked for by its words, without a list as long as a book', async () => {
    const choices = Array.from({ length: 200 }, (_none, value) => ({ name: `Catégorie ${value + 1000}`, value }))
    const { answer, written } = await asked(
      (prompts) => prompts.search({ message: 'Category:', choices }),
      ['categorie 1077', keys.enter],
    )
    expect(answer).toBe(77)
    expect(written.split('\n').length).toBeLessThan(8)
  })
})

describe('a line', () => {
  const email = (prompts: Prompts) => prompts.input({ message: 'Adresse :', default: 'alice@ipeos.example' })

  test('names what Enter takes', async () => {
    const { answer, written } = await asked(email, [keys.enter], { language: 'fr' })
    expect([answer, written]).toEqual(['alice@ipeos.example', 'Adresse (Entrée pour « alice@ipeos.example ») : \n'])
  })

  test('that may be empty says how to leave it so', async () => {
    const office = (prompts: Prompts) => prompts.input({ message: 'Bureau :', default: '12', mayBeEmpty: true })
    const { answer, written } = await asked(office, ['-', keys.enter], { language: 'fr' })
    expect([answer, written]).toEqual(['', 'Bureau (Entrée pour « 12 », « - » pour rien) : -\n'])
  })

  test('is taken back by Backspace, wide and joined characters whole', async () => {
    const { answer, written } = await asked(
      (prompts) => prompts.input({ message: '?' }),
      ['é网👨‍👩‍👧', keys.backspace, keys.backspace, keys.enter],
    )
    expect([answer, written]).toEqual(['é', '? é网👨‍👩‍👧\b\b  \b\b\b\b  \b\b\n'])
  })

  test('that will not do is told why, and asked for again', async () => {
    const { answer, written } = await asked(
      (prompts) => prompts.input({ message: 'Title:', validate: (text) => text !== '' || 'A title is needed.' }),
      [keys.enter, 'Panne', keys.enter],
    )
    expect({ answer, written }).toEqual({ answer: 'Panne', written: expect.stringContaining('A title is needed.') })
  })

  test('has no key that is not a character', async () => {
    expect(
      (await asked((prompts) => prompts.input({ message: '?' }), ['a', '\u001b[A', '\t', 'b', keys.enter])).answer,
    ).toBe('ab')
  })
})

test('a password never shows, but for a mark for each key', async () => {
  const { answer, written } = await asked(
    (prompts) => prompts.password({ message: 'Password' }),
    ['geheim', keys.enter],
  )
  expect([answer, written]).toEqual(['geheim', 'Password: ******\n'])
})

test.each([
  ['oui', true],
  ['N', false],
  ['y', true],
  ['', false],
])('yes or no: %j is %s', async (typed, expected) => {
  const question = (prompts: Prompts) => prompts.confirm({ message: 'Envoyer ?', default: false })
  expect((await asked(question, [typed, keys.enter], { language: 'fr' })).answer).toBe(expected)
})

test.each([
  ['o', true],
  ['n', false],
])('in a list of Oui and Non, %j is %s', async (typed, expected) => {
  const choices = [
    { name: 'Non', value: false },
    { name: 'Oui', value: true },
  ]
  const question = (prompts: Prompts) => prompts.select({ message: 'Prévenir ?', choices })
  expect((await asked(question, [typed, keys.enter], { language: 'fr' })).answer).toBe(expected)
})

describe('a line that is «<» alone', () => {
  const questions: Array<[string, (prompts: Prompts, back: boolean) => Promise<unknown>]> = [
    ['select', (prompts, back) => prompts.select({ message: 'Urgency', choices: urgencies, back })],
    ['search', (prompts, back) => prompts.search({ message: 'Urgency', choices: urgencies, back })],
    ['checklist', (prompts, back) => prompts.checklist({ message: 'Urgency', choices: urgencies, ticked: [], back })],
    [
      'lookUp',
      (prompts, back) => prompts.lookUp({ message: 'Urgency', own: urgencies, fewest: 2, find: nothing, back }),
    ],
    ['input', (prompts, back) => prompts.input({ message: 'Title', back })],
    ['password', (prompts, back) => prompts.password({ message: 'Password', back })],
    ['confirm', (prompts, back) => prompts.confirm({ message: 'Send?', default: true, back })],
  ]

  test.each(questions)('goes back from %s', async (_name, question) => {
    await expect(asked((prompts) => question(prompts, true), ['<', keys.enter])).rejects.toBeInstanceOf(WentBack)
  })

  test('is text where no question came before', async () => {
    expect((await asked((prompts) => prompts.input({ message: 'Title' }), ['<', keys.enter])).answer).toBe('<')
  })

  test('is told once', async () => {
    const two = async (prompts: Prompts) => {
      await prompts.input({ message: 'Title', back: true })
      await prompts.input({ message: 'Address', back: true })
    }
    const { written } = await asked(two, ['a', keys.enter, 'b', keys.enter])
    expect(written.match(/question before/g)?.length).toBe(1)
  })
})

describe('a menu in lines', () => {
  const menu = (prompts: Prompts) =>
    prompts.select({ message: 'What now?', choices: [{ name: 'Open a ticket', value: 'open', key: 't' }], leave: true })

  test('is left by Ctrl-C, and gives nothing', async () => {
    expect((await asked(menu, [keys.ctrlC])).answer).toBeUndefined()
  })

  test('takes the letter of a choice, and names it', async () => {
    expect(await asked(menu, ['t', keys.enter])).toEqual({
      answer: 'open',
      written: expect.stringContaining('1. Open a ticket [t]\n'),
    })
  })
})

describe('a text', () => {
  test('has as many lines as are typed, and what stands there already', async () => {
    const { answer } = await asked(
      (prompts) => prompts.text({ message: 'Description:', default: 'One' }),
      ['!', keys.enter, 'Two', keys.ctrlD],
    )
    expect(answer).toBe('One!\nTwo')
  })

  test('keeps the lines of a paste', async () => {
    const { answer } = await asked((prompts) => prompts.text({ message: 'Description:' }), ['a\r\nb\rc', keys.ctrlD])
    expect(answer).toBe('a\nb\nc')
  })
})

test('nothing moves and nothing is drawn: characters, line ends and Backspace are all that goes out', async () => {
  const everything = async (prompts: Prompts) => {
    await urgency(prompts)
    await prompts.input({ message: 'Title:' })
    await prompts.password({ message: 'Password' })
    await prompts.confirm({ message: 'Send?', default: true })
    await prompts.text({ message: 'Description:' })
  }
  const typed = [keys.enter, 'x', keys.enter, 'x', keys.enter, keys.enter, 'x', keys.ctrlD]
  expect((await asked(everything, typed)).written).not.toMatch(/[\u0000-\u0007\u000b-\u001f\u2190-\u28ff•]/)
})

test('every line fits 40 columns', async () => {
  const { written } = await asked(urgency, [keys.enter], { language: 'fr', columns: 40 })
  expect(written.split('\n').filter((line) => widthOf(line) > 40)).toEqual([])
})

test('a paste of 10,000 lines is one text, cut off where it is told', async () => {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const t = translator('fr')
  await t.ready()
  const prompts = new LinePrompts({ input: keyboard, output, env: {}, t })
  const answer = prompts.text({ message: 'Description :', back: true })
  const log = '12:00:00 erreur 500 sur la page\n'.repeat(10_000)
  await keyboard.type('')
  for (let at = 0; at < log.length; at += 4096) keyboard.write(log.slice(at, at + 4096))
  await expect.poll(() => output.text.length, { timeout: 20_000 }).toBeGreaterThan(250_000)
  await keyboard.type('', keys.ctrlD)
  const text = await answer
  expect({ length: text.length, isBeginning: log.startsWith(text) }).toEqual({ length: 249_999, isBeginning: true })
  expect(output.text).toMatch(/a été coupé à la\s+ligne 7[\s\u202f]813/)
}, 30_000)
