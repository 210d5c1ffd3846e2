import { render } from '@inquirer/testing'
import { Terminal } from '@xterm/headless'
import { describe, expect, test } from 'vitest'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import type { Choice, Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { WentBack } from '../../../src/terminal/prompts/went-back.ts'
import type { Input, Output } from '../../../src/terminal/stream.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput } from '../fake-stream.ts'

function ask<Value>(question: (prompts: Prompts) => Promise<Value>, { columns = 80, rows = 24 } = {}) {
  return render(async (_config: object, io?: { input?: unknown; output?: unknown }) => {
    const output = Object.assign(io?.output as Output, { columns, rows })
    return question(
      new InquirerPrompts({ input: io?.input as Input, output, env: { NO_COLOR: '1' }, t: translator('fr') }),
    )
  }, {})
}

/** Asks at a keyboard that sends what a terminal sends. */
function typedTo<Value>(question: (prompts: Prompts) => Promise<Value>) {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const answer = question(new InquirerPrompts({ input: keyboard, output, env: {}, t: translator('fr') }))
  return { answer, keyboard, output }
}

/** What is left on the screen. */
async function left({ text }: FakeOutput): Promise<string> {
  const screen = new Terminal({ cols: 80, rows: 24, allowProposedApi: true })
  await new Promise<void>((resolve) => screen.write(text.replaceAll('\n', '\r\n'), resolve))
  const { active } = screen.buffer
  const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
  return lines.join('\n').trim()
}

const urgencies: Choice<number>[] = ['Très basse', 'Basse', 'Moyenne', 'Haute', 'Très haute'].map((name, value) => ({
  name,
  value,
  description: `Ce que veut dire ${name.toLowerCase()}, en une phrase qui est un peu longue.`,
}))
const nothing = async () => ({ choices: [], more: false })
const many = Array.from({ length: 40 }, (_none, value) => ({ name: `Catégorie ${value}`, value }))
const urgency = (prompts: Prompts) => prompts.select({ message: 'Urgence', choices: urgencies, default: 3 })

/** Marks of so many, the best one first. */
const marks = (most: number): Choice<number>[] =>
  Array.from({ length: most + 1 }, (_none, place) => most - place).map((value) => ({
    ...{ name: `${value} sur ${most}`, value, number: value },
  }))
const mark = (prompts: Prompts) => prompts.select({ message: 'Note', choices: marks(10), default: 3 })

describe('a list', () => {
  test.each(['escape', { name: 'tab', shift: true }, 'tab', 'left', 'right', 'backspace'])(
    'is not moved by %j',
    async (key) => {
      const { answer, events } = await ask(urgency)
      events.keypress(key)
      events.keypress('enter')
      expect(await answer).toBe(3)
    },
  )

  test.each([
    ['home', 0],
    ['end', 39],
    ['pageup', 10],
    ['pagedown', 30],
    ['up', 19],
    ['down', 21],
  ])('is moved by %s', async (key, expected) => {
    const { answer, events } = await ask((prompts) =>
      prompts.select({ message: 'Catégorie', choices: many, default: 20 }),
    )
    events.keypress(key)
    events.keypress('enter')
    expect(await answer).toBe(expected)
  })

  test('ends at its ends', async () => {
    const { answer, events } = await ask((prompts) => prompts.select({ message: 'Catégorie', choices: many }))
    events.keypress('up')
    events.keypress('pageup')
    events.keypress('enter')
    expect(await answer).toBe(0)
  })

  test('shows the word about the choice in focus, and about no other', async () => {
    const { answer, events, getScreen } = await ask(urgency)
    events.keypress('up')
    const screen = getScreen()
    events.keypress('enter')
    await answer
    expect(screen.match(/Ce que veut dire [^,]*/g)).toEqual(['Ce que veut dire moyenne'])
  })

  test.each([
    ['below', 0, '❯ Catégorie 0', '↓ Catégorie 9'],
    ['above', 39, '↑ Catégorie 30', '❯ Catégorie 39'],
    ['on both sides', 20, '↑ Catégorie 15', '↓ Catégorie 24'],
  ])('longer than its room says by an arrow that there is more %s', async (_where, at, first, last) => {
    const { answer, events, getScreen } = await ask((prompts) =>
      prompts.select({ message: 'Catégorie', choices: many, default: at }),
    )
    const rows = getScreen().split('\n').slice(1, 11)
    events.keypress('enter')
    await answer
    expect([rows[0], rows[9]]).toEqual([first, last])
  })

  test('is not moved by letters and digits that choose nothing', async () => {
    const { answer, events } = await ask(urgency)
    for (const letter of 'tres1') events.type(letter)
    events.keypress('enter')
    expect(await answer).toBe(3)
  })

  test('chooses at once by the letter of a choice, which is shown', async () => {
    const choices = [
      { name: 'Ouvrir un ticket', value: 'open', key: 'o' },
      { name: 'Quitter', value: 'quit', key: 'q' },
    ]
    const { answer, events, getScreen } = await ask((prompts) =>
      prompts.select({ message: 'Et maintenant ?', choices }),
    )
    const screen = getScreen()
    events.type('q')
    expect([await answer, screen]).toEqual(['quit', expect.stringContaining('❯ o  Ouvrir un ticket\n  q  Quitter')])
  })

  test.each([
    ['the one that it is', '2', 2],
    ['the last that was meant', '25', 5],
    ['one of two digits', '10', 10],
  ])('of numbers is moved to %s by digits, and Enter takes it', async (_what, digits, expected) => {
    const { answer, events, getScreen } = await ask(mark)
    for (const digit of digits) events.type(digit)
    const screen = getScreen()
    events.keypress('enter')
    expect([await answer, screen]).toEqual([expected, expect.stringContaining(`❯ ${expected} sur 10`)])
  })

  test('of numbers takes nothing in the place of one that is not there, and says so', async () => {
    const { answer, events, nextRender, getScreen } = await ask((prompts) =>
      prompts.select({ message: 'Note', choices: marks(5), default: 3 }),
    )
    events.type('9')
    events.keypress('enter')
    await nextRender()
    const screen = getScreen()
    events.type('4')
    events.keypress('enter')
    expect([await answer, screen]).toEqual([4, expect.stringContaining('Pas de 9 dans cette liste.')])
  })

  test('leaves nothing of its hints once it is answered', async () => {
    const { answer, events, getScreen } = await ask(urgency)
    events.keypress('enter')
    await answer
    expect(getScreen()).toMatch(/^✔ Urgence\s: Haute$/)
  })
})

describe.each([
  [80, 24],
  [40, 24],
  [40, 8],
  [20, 5],
])('in a window of %i×%i', (columns, rows) => {
  test('a list fits, and shows the choice in focus', async () => {
    const { answer, events, getScreen } = await ask(urgency, { columns, rows })
    const lines = getScreen().split('\n')
    events.keypress('enter')
    await answer
    expect(lines.length).toBeLessThanOrEqual(rows)
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([])
    expect(lines).toContain('❯ Haute')
  })

  test('a search fits, and shows the choice in focus', async () => {
    const { answer, events, nextRender, getScreen } = await ask(
      (prompts) => prompts.search({ message: 'Catégorie', choices: many }),
      { columns, rows },
    )
    events.type('39')
    await nextRender()
    const lines = getScreen().split('\n')
    events.keypress('enter')
    expect([await answer, lines]).toEqual([39, expect.arrayContaining(['❯ Catégorie 39'])])
    expect(lines.length).toBeLessThanOrEqual(rows)
  })
})

describe('a search', () => {
  const search = (back = false) =>
    ask((prompts) => prompts.search({ message: 'Catégorie', choices: many, default: 20, back }))

  test('is emptied by Escape, and shows all again, its default in focus', async () => {
    const { answer, events, getScreen } = await search()
    events.type('39')
    events.keypress('escape')
    const screen = getScreen()
    events.keypress('enter')
    expect([await answer, screen]).toEqual([20, expect.stringContaining('❯ Catégorie 20')])
  })

  test('with something typed is not left by Escape, but by the second one', async () => {
    const { answer, events } = await search(true)
    const left = expect(answer).rejects.toBeInstanceOf(WentBack)
    events.type('39')
    events.keypress('escape')
    events.keypress('escape')
    await left
  })

  test('goes on with what is typed after a move', async () => {
    const { answer, events } = await search()
    events.type('3')
    events.keypress('end')
    events.type('7')
    events.keypress('enter')
    expect(await answer).toBe(37)
  })
})

const questions: Array<[string, (prompts: Prompts, back: boolean) => Promise<unknown>]> = [
  ['select', (prompts, back) => prompts.select({ message: 'Urgence', choices: urgencies, back })],
  ['search', (prompts, back) => prompts.search({ message: 'Urgence', choices: urgencies, back })],
  ['checklist', (prompts, back) => prompts.checklist({ message: 'Urgence', choices: urgencies, ticked: [], back })],
  ['lookUp', (prompts, back) => prompts.lookUp({ message: 'Urgence', own: urgencies, fewest: 2, find: nothing, back })],
  ['input', (prompts, back) => prompts.input({ message: 'Titre', default: 'Panne', back })],
  ['password', (prompts, back) => prompts.password({ message: 'Mot de passe', back })],
  ['confirm', (prompts, back) => prompts.confirm({ message: 'Envoyer ?', default: true, back })],
]

describe.each(questions)('%s, to which a question came before', (name, question) => {
  test.each(['\u001b', '\u001b[Z'])('is left backwards by %j, and goes off the screen', async (key) => {
    const { answer, keyboard, output } = typedTo((prompts) => question(prompts, true))
    const isLeft = expect(answer).rejects.toMatchObject({
      constructor: WentBack,
      typed: name === 'input' ? 'Panne' : '',
    })
    await keyboard.type('', key)
    await isLeft
    expect(await left(output)).toBe('')
  })
})

describe.each(questions)('%s, which is the first', (_name, question) => {
  test('is not left by Escape and ⇧Tab', async () => {
    const { answer, events } = await ask((prompts) => question(prompts, false))
    events.keypress('escape')
    events.keypress({ name: 'tab', shift: true })
    events.keypress('enter')
    await expect(answer).resolves.toBeDefined()
  })
})

describe('a menu', () => {
  const menu = (prompts: Prompts) =>
    prompts.select({ message: 'Et maintenant ?', choices: [{ name: 'Ouvrir', value: 'open' }], leave: true })

  test.each(['\u001b', '\u0003'])('in which one searches is left by %j as well, and says so', async (key) => {
    const { answer, keyboard, output } = typedTo((prompts) =>
      prompts.search({ message: 'Quel ticket ?', choices: many, leave: true }),
    )
    await keyboard.type('', key)
    expect([await answer, await left(output)]).toEqual([undefined, ''])
    expect(output.text).toContain('Échap quitter')
  })

  test.each(['\u001b', '\u0003', '\u0004'])('is left by %j, gives nothing, and goes off the screen', async (key) => {
    const { answer, keyboard, output } = typedTo(menu)
    await keyboard.type('', key)
    expect([await answer, await left(output)]).toEqual([undefined, ''])
  })

  test('gives what is chosen', async () => {
    const { answer, events } = await ask(menu)
    events.keypress('enter')
    expect(await answer).toBe('open')
  })
})
