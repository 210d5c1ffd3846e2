import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TerminalHolder } from '../../../../src/terminal/hold-terminal.ts'
import { LinePrompts } from '../../../../src/terminal/prompts/line-prompts.ts'
import { LeftByKey } from '../../../../src/terminal/prompts/until-cancelled.ts'
import { WentBack } from '../../../../src/terminal/prompts/went-back.ts'
import { translator } from '../../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../../fake-stream.ts'
import { askInWindow, move } from './area-window.ts'

let folder: string
let editor: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ipeos-test-'))
  // An editor that writes its file in capitals, and a line that says the modes of the file and of its folder.
  const script = `const fs = require('node:fs'), path = require('node:path'), file = process.argv[2]
const mode = (name) => (fs.statSync(name).mode & 0o777).toString(8)
fs.writeFileSync(file, fs.readFileSync(file, 'utf8').toUpperCase() + '\\n' + mode(file) + ' ' + mode(path.dirname(file)))`
  await writeFile(join(folder, 'capitals.cjs'), script)
  editor = `"${process.execPath}" '${join(folder, 'capitals.cjs')}'`
  await writeFile(join(folder, 'nano'), `#!/bin/sh\nexec ${editor} "$1"\n`)
  await chmod(join(folder, 'nano'), 0o755)
})

afterAll(() => rm(folder, { recursive: true }))

const capitals = 'UN\nDEUX\n600 700'

describe('Ctrl-O', () => {
  test.each([
    ['that VISUAL names', () => ({ VISUAL: editor, EDITOR: 'false' })],
    ['that EDITOR names', () => ({ EDITOR: editor })],
    ['that is installed, where none is named', () => ({ PATH: ['/nowhere', folder].join(delimiter) })],
  ])('goes on in the editor %s, in a file that nobody else reads, and back', async (_which, env) => {
    const { keyboard, window, answer } = await askInWindow({}, { env: env() })
    await keyboard.type('', 'un', keys.enter, 'deux', keys.ctrlO)
    await window.sees('600 700')
    await keyboard.type(keys.ctrlD)
    expect(await answer).toBe(capitals)
  })

  test('is undone as one step', async () => {
    const { keyboard, window, answer } = await askInWindow({}, { env: { EDITOR: editor } })
    await keyboard.type('', 'un', keys.enter, 'deux', keys.ctrlO)
    await window.sees('600 700')
    await keyboard.type(move.undo, keys.ctrlD)
    expect(await answer).toBe('un\ndeux')
  })

  test.each([
    [
      'that is not there',
      { EDITOR: 'no-such-editor-here' },
      '« no-such-editor-here » a échoué : ce programme est introuvable',
    ],
    ['that fails', { EDITOR: 'false' }, 'il s’est terminé avec le code 1'],
    ['where there is none', { PATH: '/nowhere' }, 'Indiquez le vôtre'],
  ])('with an editor %s says so in words, and the text is still there', async (_which, env, said) => {
    const { keyboard, window, answer } = await askInWindow({}, { env: { PATH: process.env.PATH ?? '', ...env } })
    await keyboard.type('', 'un', keys.ctrlO)
    await window.sees(said)
    const screen = window.screen()
    await keyboard.type(' et deux', keys.ctrlD)
    expect({ answer: await answer, code: screen.includes('ENOENT') }).toEqual({ answer: 'un et deux', code: false })
  })

  test('leaves no trace of the way there', async () => {
    const { keyboard, window, lines, answer } = await askInWindow({}, { env: { EDITOR: editor }, above: 'avant\r\n' })
    await keyboard.type('', 'un', keys.ctrlO)
    await window.sees('600 700')
    await keyboard.type(keys.ctrlD)
    await answer
    await window.settled()
    expect(lines()).toEqual(['avant', '✔ Description :', '│ UN', '│ 600 700'])
  })
})

describe('a text that may be left for the question before', () => {
  test.each([
    ['⇧Tab', '\u001b[Z'],
    ['Escape', '\u001b'],
  ])('is left by %s with what was typed, and goes off the screen', async (_name, back) => {
    const { keyboard, window, answer } = await askInWindow({ back: true }, { above: 'avant\r\n' })
    const left = answer.catch((error: unknown) => error)
    await keyboard.type('', 'un', keys.enter, 'deux', back)
    const reason = await left
    await window.settled()
    expect(reason).toBeInstanceOf(WentBack)
    expect({ typed: (reason as WentBack).typed, screen: window.screen() }).toEqual({
      typed: 'un\ndeux',
      screen: 'avant',
    })
  })

  test('says so', async () => {
    const { keyboard, window, answer } = await askInWindow({ back: true })
    await window.sees('⇧Tab question d’avant')
    await keyboard.type('un', keys.ctrlD)
    expect(await answer).toBe('un')
  })

  test('is left in plain lines by a line that is «<» alone', async () => {
    const keyboard = new FakeKeyboard()
    const output = new FakeOutput({ columns: 80 })
    const prompts = new LinePrompts({ input: keyboard, output, env: {}, t: translator('fr') })
    const left = prompts.text({ message: 'Description :', back: true }).catch((error: unknown) => error)
    await keyboard.type('', 'un', keys.enter, '<', keys.enter)
    expect(await left).toMatchObject({ typed: 'un' })
  })

  test('is not left in plain lines by such a line within a paste', async () => {
    const keyboard = new FakeKeyboard()
    const output = new FakeOutput({ columns: 80 })
    const prompts = new LinePrompts({ input: keyboard, output, env: {}, t: translator('fr') })
    const text = prompts.text({ message: 'Description :', back: true })
    await keyboard.type('', 'un\r<\rdeux', keys.ctrlD)
    expect(await text).toBe('un\n<\ndeux')
  })
})

test('a text that may not be left for the question before is not, by ⇧Tab or Escape', async () => {
  const { keyboard, answer } = await askInWindow()
  await keyboard.type('', 'un', '\u001b[Z', '\u001b')
  await new Promise((resolve) => setTimeout(resolve, 600))
  await keyboard.type(' deux', keys.ctrlD)
  expect(await answer).toBe('un deux')
})

test('Ctrl-C in a text is the person’s own leaving', async () => {
  const { keyboard, answer } = await askInWindow()
  await keyboard.type('', 'un', keys.ctrlC)
  await expect(answer).rejects.toBeInstanceOf(LeftByKey)
})

describe('a process that is stopped in the middle of a text', () => {
  async function stopped() {
    const holders: TerminalHolder[] = []
    const stops: string[] = []
    const asked = await askInWindow(
      {},
      {
        holdTerminal: (holder) => {
          holders.push(holder)
          return { stop: () => stops.push('stop'), letGo: () => stops.push('let go') }
        },
      },
    )
    return { ...asked, holder: () => holders[0], stops }
  }

  test('gives the terminal back as it was, and draws the text again when it goes on', async () => {
    const { keyboard, window, lines, answer, holder } = await stopped()
    await keyboard.type('', 'un', '')
    holder()?.giveBack(false)
    const rawWhileStopped = keyboard.isRaw
    holder()?.takeAgain()
    await keyboard.type(' et deux')
    await window.sees('un et deux')
    expect({ rawWhileStopped, raw: keyboard.isRaw, below: lines().slice(-5, -3) }).toEqual({
      rawWhileStopped: false,
      raw: true,
      below: ['? Description :', '│ un et deux'],
    })
    await keyboard.type(keys.ctrlD)
    expect(await answer).toBe('un et deux')
  })

  test('is stopped by Ctrl-Z, and lets go of the terminal when the text is over', async () => {
    const { keyboard, answer, stops } = await stopped()
    await keyboard.type('', 'un', '\u001a', keys.ctrlD)
    await answer
    expect(stops).toEqual(['stop', 'let go'])
  })

  test('is left when it is ended', async () => {
    const { keyboard, answer, holder } = await stopped()
    await keyboard.type('', 'un', '')
    holder()?.leave?.()
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
  })
})
