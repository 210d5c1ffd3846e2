import { describe, expect, test } from 'vitest'
import { Cancelled } from '../../../src/errors/error.ts'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

const choices = [{ name: 'un', value: 1 }]
const nobody = async () => ({ choices: [], more: false })
const kinds = { arrows: InquirerPrompts, lines: LinePrompts }
const questions: Array<[string, (prompts: Prompts) => Promise<unknown>]> = [
  ['select', (prompts) => prompts.select({ message: '?', choices })],
  ['search', (prompts) => prompts.search({ message: '?', choices })],
  ['checklist', (prompts) => prompts.checklist({ message: '?', choices, ticked: [] })],
  ['lookUp', (prompts) => prompts.lookUp({ message: '?', own: choices, fewest: 2, find: nobody })],
  ['input', (prompts) => prompts.input({ message: '?' })],
  ['password', (prompts) => prompts.password({ message: '?' })],
  ['confirm', (prompts) => prompts.confirm({ message: '?', default: true })],
  ['text', (prompts) => prompts.text({ message: '?' })],
]

function open(Kind: (typeof kinds)[keyof typeof kinds], signal?: AbortSignal) {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const prompts = new Kind({
    input: keyboard,
    output,
    env: {},
    t: translator('fr'),
    ...(signal ? { signal } : {}),
  })
  return { keyboard, output, prompts }
}

const asked = Object.entries(kinds).flatMap(([kind, Kind]) =>
  questions.map(([name, ask]) => ({ kind, Kind, name, ask })),
)

describe.each(asked)('$name by $kind', ({ Kind, ask }) => {
  test('is cancelled by Ctrl-C, the terminal as it was', async () => {
    const { keyboard, prompts } = open(Kind)
    const answer = expect(ask(prompts)).rejects.toBeInstanceOf(Cancelled)
    await keyboard.type('', keys.ctrlC)
    await answer
    expect(keyboard.isRaw).toBe(false)
  })

  test('is cancelled by the signal of the call', async () => {
    const controller = new AbortController()
    const { keyboard, prompts } = open(Kind, controller.signal)
    const answer = expect(ask(prompts)).rejects.toBeInstanceOf(Cancelled)
    await keyboard.type('', '')
    controller.abort()
    await answer
  })
})

describe.each(asked.filter(({ name }) => name !== 'text'))(
  '$name by $kind, which is not ended by Ctrl-D',
  ({ Kind, ask }) => {
    test('is cancelled by Ctrl-D, rather than waiting for ever', async () => {
      const { keyboard, prompts } = open(Kind)
      const answer = expect(ask(prompts)).rejects.toBeInstanceOf(Cancelled)
      await keyboard.type('', keys.ctrlD)
      await answer
    })

    test('is cancelled when the input ends', async () => {
      const { keyboard, prompts } = open(Kind)
      const answer = expect(ask(prompts)).rejects.toBeInstanceOf(Cancelled)
      await keyboard.type('')
      keyboard.end()
      await answer
    })
  },
)

test.each(Object.entries(kinds))(
  'one question after the other by %s leaves no listener behind',
  async (_kind, Kind) => {
    const { keyboard, prompts } = open(Kind)
    const listeners = () => keyboard.eventNames().map((name) => keyboard.listenerCount(name))
    const once = async () => {
      const answer = prompts.input({ message: '?' })
      await keyboard.type('', 'a', keys.enter)
      await answer
    }
    await once()
    const before = listeners()
    await once()
    expect(listeners()).toEqual(before)
  },
)
