import { beforeAll, describe, expect, test } from 'vitest'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { LeftByKey } from '../../../src/terminal/prompts/until-cancelled.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

const start = '\u001b[200~'
const end = '\u001b[201~'
const t = translator('en')

beforeAll(() => t.ready())

function open(Kind: typeof InquirerPrompts | typeof LinePrompts = InquirerPrompts) {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  return { keyboard, output, prompts: new Kind({ input: keyboard, output, env: {}, t }) }
}

const menu = (prompts: Prompts) => {
  const choices = ['answer', 'quit'].map((name) => ({ name, value: name, key: name.slice(0, 1) }))
  return prompts.select({ message: 'Now:', choices })
}

test.each([
  ['marked by the terminal', `${start}answer it${end}`],
  ['marked, of one letter', `${start}a${end}`],
  ['not marked', 'answer it'],
  ['not marked, of one letter and an Enter', 'a\r'],
])('a paste that is %s presses no button of a menu, which is said', async (_how, pasted) => {
  const { keyboard, output, prompts } = open()
  const answer = menu(prompts)
  await keyboard.type('', pasted, '', 'q')
  expect(await answer).toBe('quit')
  expect(output.text).toContain('Nothing of what you pasted or typed ahead was taken here.')
})

test('a question that begins inside of a paste hears nothing until its end', async () => {
  const { keyboard, output, prompts } = open()
  const answer = menu(prompts)
  await keyboard.type('', `q${start}one`)
  expect(await answer).toBe('quit')
  const next = prompts.confirm({ message: 'Close it', default: true })
  await expect.poll(() => output.text).toContain('Close it')
  await keyboard.type('', '\rtwo\r', `three\r${end}`, 'n', keys.enter)
  expect(await next).toBe(false)
})

test('yes or no is not answered by a paste', async () => {
  const { keyboard, prompts } = open()
  const answer = prompts.confirm({ message: 'Close it', default: true })
  await keyboard.type('', `${start}yes\r${end}`, 'yes\ryes\r', '', 'n', keys.enter)
  expect(await answer).toBe(false)
})

describe.each([
  ['arrows', InquirerPrompts],
  ['lines', LinePrompts],
])('by %s', (_kind, Kind) => {
  test.each(['later', '\u0301'])('yes or no is not answered by %j', async (typed) => {
    const { keyboard, output, prompts } = open(Kind)
    const answer = prompts.confirm({ message: 'Close it', default: true })
    await keyboard.type('', typed, keys.enter)
    await expect.poll(() => output.text).toContain('Please answer')
    await keyboard.type('\u0015', 'n', keys.enter)
    expect(await answer).toBe(false)
  })

  test('a long paste in a line is cut, which is said once', async () => {
    const { keyboard, output, prompts } = open(Kind)
    const answer = prompts.input({ message: 'Title:' })
    const pasted = `${start}${'a line of a log\r'.repeat(5000)}${end}`
    await keyboard.type('', pasted, keys.enter)
    expect((await answer).length).toBe(2000)
    expect(output.text.match(/One line holds 2,000 characters/g)).toHaveLength(1)
  })

  const questions: Array<[string, (prompts: Prompts) => Promise<unknown>]> = [
    ['a line', (prompts) => prompts.input({ message: 'Title:' })],
    ['a password', (prompts) => prompts.password({ message: 'Password:' })],
    ['a list', menu],
    ['yes or no', (prompts) => prompts.confirm({ message: 'Close it', default: true })],
  ]
  test.each(questions)('%s is left by Ctrl-C in a paste whose end never comes', async (_name, ask) => {
    const { keyboard, prompts } = open(Kind)
    const left = expect(ask(prompts)).rejects.toBeInstanceOf(LeftByKey)
    await keyboard.type('', `${start}one\rtwo`, keys.ctrlC)
    await left
  })
})
