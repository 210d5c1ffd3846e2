import { describe, expect, test } from 'vitest'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

const marked = (text: string) => `\u001b[200~${text}\u001b[201~`

describe.each([
  ['arrows', InquirerPrompts],
  ['lines', LinePrompts],
])('questions by %s', (_kind, Kind) => {
  function open() {
    const keyboard = new FakeKeyboard()
    const output = new FakeOutput({ columns: 80 })
    return { keyboard, output, prompts: new Kind({ input: keyboard, output, env: {}, t: translator('en') }) }
  }
  /** Two questions, one after the other. */
  const both = async (prompts: Prompts) => [
    await prompts.input({ message: 'Title:' }),
    await prompts.input({ message: 'More:' }),
  ]

  test.each([
    ['marked by the terminal', [marked('one\ntwo\r\n\r\nthree'), keys.enter]],
    ['marked, with a line end last', [marked('one\rtwo\rthree\r'), keys.enter]],
    ['in two parts', ['\u001b[200~one\ntw', 'o\nthree\u001b[201~', keys.enter]],
    ['not marked, with a line end last', ['one\ntwo\r\nthree\n']],
    ['not marked', ['one\rtwo\rthree', keys.enter]],
  ])('lines of a paste that is %s are one answer, and answer nothing else', async (_how, typed) => {
    const { keyboard, output, prompts } = open()
    const answers = both(prompts)
    await expect.poll(() => output.text).toContain('Title:')
    await keyboard.type(...typed)
    await expect.poll(() => output.text).toContain('More:')
    await keyboard.type('next', keys.enter)
    expect(await answers).toEqual(['one two three', 'next'])
  })

  test('that is said', async () => {
    const { keyboard, output, prompts } = open()
    const answer = prompts.input({ message: 'Title:' })
    await expect.poll(() => output.text).toContain('Title:')
    await keyboard.type(marked('one\ntwo'), keys.enter)
    await answer
    expect(output.text).toContain('You pasted several lines: they were put on one.')
  })

  test('nothing is said of a paste of one line', async () => {
    const { keyboard, output, prompts } = open()
    const answer = prompts.input({ message: 'Title:' })
    await expect.poll(() => output.text).toContain('Title:')
    await keyboard.type(marked('one\n'), keys.enter)
    expect(await answer).toEqual('one')
    expect(output.text).not.toContain('pasted')
  })

  test('of a password the first line is taken', async () => {
    const { keyboard, output, prompts } = open()
    const answer = prompts.password({ message: 'Password' })
    await expect.poll(() => output.text).toContain('Password')
    await keyboard.type(marked('geheim\nmore'), keys.enter)
    expect(await answer).toEqual('geheim')
    expect(output.text).toContain('the first one was taken')
  })

  test('control keys within a paste do nothing', async () => {
    const { keyboard, output, prompts } = open()
    const answer = prompts.input({ message: 'Title:' })
    await expect.poll(() => output.text).toContain('Title:')
    await keyboard.type(marked('a\u0003\u0004b'), keys.enter)
    expect(await answer).toBe('ab')
  })

  test('the terminal marks pastes only while it is asked', async () => {
    const { keyboard, output, prompts } = open()
    const answer = prompts.input({ message: 'Title:' })
    await expect.poll(() => output.text).toContain('Title:')
    await keyboard.type('a', keys.enter)
    await answer
    expect(output.text.match(/\u001b\[\?2004[hl]/g)).toEqual(['\u001b[?2004h', '\u001b[?2004l'])
  })
})

test.each([
  ['marked by the terminal', marked('one\ntwo\n')],
  ['not marked', 'one\rtwo\r'],
])('lines of a paste that is %s choose nothing in a list', async (_how, pasted) => {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const prompts = new InquirerPrompts({ input: keyboard, output, env: {}, t: translator('en') })
  const choices = ['low', 'high'].map((name) => ({ name, value: name }))
  const answer = prompts.select({ message: 'Urgency:', choices })
  await expect.poll(() => output.text).toContain('Urgency:')
  await keyboard.type(pasted, '', '\u001b[B', keys.enter)
  expect(await answer).toEqual('high')
  expect(output.text).toContain('Nothing of what you pasted or typed ahead was taken here.')
})
