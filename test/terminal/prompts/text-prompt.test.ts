import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Terminal } from '@xterm/headless'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cancelled } from '../../../src/errors/error.ts'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { TextQuestion } from '../../../src/terminal/prompts/prompts.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

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
})

afterAll(() => rm(folder, { recursive: true }))

function ask(question: Partial<TextQuestion> = {}, env: Record<string, string> = {}, columns = 80) {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns })
  const prompts = new InquirerPrompts({ input: keyboard, output, env, t: translator('fr') })
  return { keyboard, output, answer: prompts.text({ message: 'Description :', ...question }) }
}

describe('a text of several lines', () => {
  test('goes on with Enter and ends with Ctrl-D', async () => {
    const { keyboard, answer } = ask()
    await keyboard.type('', 'Bonjour,', keys.enter, keys.enter, 'plus rien ne sort.', keys.enter, keys.ctrlD)
    expect(await answer).toBe('Bonjour,\n\nplus rien ne sort.')
  })

  test('ends with Ctrl-D in the middle of a line too', async () => {
    const { keyboard, answer } = ask()
    await keyboard.type('', 'une ligne', keys.ctrlD)
    expect(await answer).toBe('une ligne')
  })

  test('may be pasted whole', async () => {
    const { keyboard, answer } = ask()
    await keyboard.type('', 'un\rdeux\rtrois', keys.ctrlD)
    expect(await answer).toBe('un\ndeux\ntrois')
  })

  test('takes back a line with Backspace at the start of the next', async () => {
    const { keyboard, answer } = ask()
    await keyboard.type('', 'unn', keys.enter, keys.backspace, keys.backspace, keys.enter, 'deux', keys.ctrlD)
    expect(await answer).toBe('un\ndeux')
  })

  test('does not take back a line when Backspace only empties its own', async () => {
    const { keyboard, answer } = ask()
    await keyboard.type('', 'un', keys.enter, 'x', keys.backspace, 'deux', keys.ctrlD)
    expect(await answer).toBe('un\ndeux')
  })

  test('has the default there already, to be changed', async () => {
    const { keyboard, answer } = ask({ default: 'un\ndeux' })
    await keyboard.type('', ' et demi', keys.ctrlD)
    expect(await answer).toBe('un\ndeux et demi')
  })

  test('is asked again with what was typed when it will not do', async () => {
    const { keyboard, output, answer } = ask({ validate: (text) => text.includes('où') || 'Dites où.' })
    await keyboard.type('', 'Panne', keys.ctrlD, '', ' : où ? ici', keys.ctrlD)
    expect(await answer).toEqual('Panne : où ? ici')
    expect(output.text).toContain('Dites où.')
  })

  test('says its keys, and Ctrl-O only where there is an editor', async () => {
    const { keyboard, output, answer } = ask()
    await keyboard.type('', keys.ctrlD)
    await answer
    expect(output.text).toContain('Ctrl+D')
    expect(output.text).not.toContain('Ctrl+O')
  })

  test('goes on in the editor with Ctrl-O, in a file that nobody else reads', async () => {
    const { keyboard, answer } = ask({}, { VISUAL: editor })
    await keyboard.type('', 'un', keys.enter, 'deux', keys.ctrlO)
    expect(await answer).toBe('UN\nDEUX\n600 700')
  })

  test('is still there when the editor does not start', async () => {
    const { keyboard, output, answer } = ask({}, { EDITOR: 'no-such-editor-here' })
    await keyboard.type('', 'un', keys.ctrlO, '', '', ' et deux', keys.ctrlD)
    expect(await answer).toEqual('un et deux')
    expect(output.text).toContain('ENOENT')
  })
})

describe('a text that is done', () => {
  /** What stands on the screen of a terminal of so many columns, 12 rows high. */
  async function screenOf(output: FakeOutput, columns: number): Promise<string[]> {
    const terminal = new Terminal({ cols: columns, rows: 12, allowProposedApi: true, convertEol: true })
    await new Promise<void>((resolve) => terminal.write(output.text, resolve))
    const { active } = terminal.buffer
    const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '')
    return lines.map((line) => line.trimEnd()).filter((line) => line !== '')
  }

  test.each([80, 40])('has its question marked as all others in %s columns', async (columns) => {
    const { keyboard, output, answer } = ask({}, { NO_COLOR: '1' }, columns)
    // The margin takes two: these lines end at the edge, before it, behind it.
    const lines = [38, 37, 39].map((length) => 'x'.repeat(length))
    await keyboard.type(
      '',
      ...lines
        .join('|')
        .split(/(\|)/)
        .map((text) => text.replace('|', keys.enter)),
      keys.ctrlD,
    )
    await answer
    const [question, help] = await screenOf(output, columns)
    expect({ question, help }).toEqual({ question: '✔ Description :', help: expect.stringMatching(/^Entrée/) })
  })

  test('is not asked again from the start when it was refused', async () => {
    const validate = (text: string) => text !== '' || 'Dites où.'
    const { keyboard, output, answer } = ask({ validate }, { NO_COLOR: '1' })
    await keyboard.type('', keys.ctrlD, '', 'ici', keys.ctrlD)
    await answer
    const [question, , ...below] = await screenOf(output, 120)
    expect([question, ...below.slice(-3)]).toEqual(['✔ Description :', '│', '✗ Dites où.', '│ ici'])
  })

  test('leaves what stands at the top alone when its question went out of sight', async () => {
    const { keyboard, output, answer } = ask({ default: 'x\n'.repeat(30) }, { NO_COLOR: '1' })
    await keyboard.type('', keys.ctrlD)
    await answer
    expect(await screenOf(output, 80)).not.toContainEqual(expect.stringContaining('✔'))
  })
})

describe.each([
  ['arrows', InquirerPrompts],
  ['lines', LinePrompts],
])('a text of several lines, asked by %s', (_kind, Kind) => {
  function open() {
    const keyboard = new FakeKeyboard()
    const prompts = new Kind({ input: keyboard, output: new FakeOutput({ columns: 80 }), env: {}, t: translator('fr') })
    const left: string[] = []
    const text = () => prompts.text({ message: 'Description :', whileTyping: (typed) => left.push(typed) })
    return { keyboard, prompts, left, text }
  }

  test.each([
    ['Ctrl-C', (keyboard: FakeKeyboard) => keyboard.type(keys.ctrlC)],
    ['the end of the input', (keyboard: FakeKeyboard) => keyboard.end()],
  ])('that is left by %s is told as far as it was typed', async (_how, leave) => {
    const { keyboard, left, text } = open()
    const answer = expect(text()).rejects.toBeInstanceOf(Cancelled)
    await keyboard.type('', 'Bonjour,', keys.enter, 'plus rien', '')
    await leave(keyboard)
    await answer
    expect(left.at(-1)).toBe('Bonjour,\nplus rien')
  })

  test('that is left before anything was typed is not told', async () => {
    const { keyboard, left, text } = open()
    const answer = expect(text()).rejects.toBeInstanceOf(Cancelled)
    await keyboard.type('', keys.enter, keys.ctrlC)
    await answer
    expect(left).toEqual([])
  })

  test('may be ended once too often: the next question is still there', async () => {
    const { keyboard, prompts, text } = open()
    const answers = text().then(async (typed) => [typed, await prompts.input({ message: 'Fichier :' })])
    await keyboard.type(
      '',
      'Panne.',
      keys.enter,
      keys.ctrlD,
      '',
      '',
      '',
      '',
      '',
      keys.ctrlD,
      keys.ctrlD,
      'a',
      keys.enter,
    )
    expect(await answers).toEqual(['Panne.', 'a'])
  })
})

describe('the editor', () => {
  const open = (env: Record<string, string>) => {
    const prompts = new InquirerPrompts({
      input: new FakeKeyboard(),
      output: new FakeOutput({ columns: 80 }),
      env,
      t: translator('fr'),
    })
    return prompts.editor({ message: 'Description :', default: 'texte' })
  }

  test('is $VISUAL before $EDITOR', async () => {
    expect(await open({ VISUAL: editor, EDITOR: 'false' })).toMatch(/^TEXTE/)
  })

  test('that nobody named is an error that says how to name it', async () => {
    await expect(open({})).rejects.toMatchObject({
      exitCode: 1,
      code: 'no-editor',
      hint: { key: 'terminal.no-editor-hint' },
    })
  })

  test.each([
    ['does not exist', 'no-such-editor-here', 'ENOENT'],
    ['fails', `"${process.execPath}" -e 'process.exit(3)'`, 'il s’est terminé avec le code 3'],
  ])('that %s is an error that says so', async (_what, command, reason) => {
    await expect(open({ EDITOR: command })).rejects.toMatchObject({
      code: 'editor-failed',
      parameters: { reason },
    })
  })
})
