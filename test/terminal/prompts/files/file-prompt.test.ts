import { render } from '@inquirer/testing'
import { expect, test, vi } from 'vitest'
import { Cancelled } from '../../../../src/errors/error.ts'
import type { FilesQuestion } from '../../../../src/terminal/prompts/files/files-question.ts'
import { InquirerPrompts } from '../../../../src/terminal/prompts/inquirer-prompts.ts'
import type { Input, Output } from '../../../../src/terminal/stream.ts'
import { translator } from '../../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../../fake-stream.ts'

const none: FilesQuestion<string> = {
  message: 'Fichier',
  aside: '',
  another: { message: 'Un autre', aside: '' },
  taken: [],
  name: (one) => one,
  take: async (line, taken) => ({ taken: [...taken, line], problems: [], rest: '' }),
  fromClipboard: async (taken) => ({ taken: [...taken], problems: [], rest: '' }),
  complete: () => undefined,
  keep: async () => undefined,
}

function ask(changes: Partial<FilesQuestion<string>>) {
  return render(async (_config: object, io?: { input?: unknown; output?: unknown }) => {
    const output = Object.assign(io?.output as Output, { columns: 80, rows: 24 })
    const prompts = new InquirerPrompts({ input: io?.input as Input, output, env: {}, t: translator('fr') })
    return prompts.files({ ...none, ...changes })
  }, {})
}

test('where Tab fails, nothing that was typed is lost', async () => {
  const complete = () => {
    throw new Error('ELOOP')
  }
  const { answer, events } = await ask({ complete })
  events.type('a.txt')
  events.keypress('tab')
  events.keypress('enter')
  await new Promise((resolve) => setImmediate(resolve))
  events.keypress('enter')
  expect(await answer).toEqual(['a.txt'])
})

test('the clipboard is read no further once the question is left', async () => {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const prompts = new InquirerPrompts({ input: keyboard, output, env: {}, t: translator('fr') })
  const signals: Array<AbortSignal | undefined> = []
  const fromClipboard: typeof none.fromClipboard = (_taken, signal) => {
    signals.push(signal)
    return new Promise(() => undefined)
  }
  const left = expect(prompts.files({ ...none, fromClipboard })).rejects.toBeInstanceOf(Cancelled)
  await keyboard.type('\u0016')
  await vi.waitFor(() => expect(signals.map((signal) => signal?.aborted)).toEqual([false]))
  await keyboard.type(keys.ctrlC)
  await left
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
})
