import { describe, expect, test } from 'vitest'
import { Cancelled } from '../../../../src/errors/error.ts'
import { InquirerPrompts } from '../../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../../src/terminal/prompts/line-prompts.ts'
import type { TextQuestion } from '../../../../src/terminal/prompts/prompts.ts'
import { translator } from '../../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../../fake-stream.ts'
import { askInWindow, marked, move } from './area-window.ts'

/** What becomes of these keys. */
async function answerTo(pressed: string[], question: Partial<TextQuestion> = {}, columns = 80): Promise<string> {
  const { keyboard, answer } = await askInWindow(question, { columns })
  await keyboard.type('', ...pressed, keys.ctrlD)
  return answer
}

describe('a text of several lines', () => {
  test('goes on with Enter and ends with Ctrl-D', async () => {
    const pressed = ['Bonjour,', keys.enter, keys.enter, 'plus rien ne sort.', keys.enter]
    expect(await answerTo(pressed)).toBe('Bonjour,\n\nplus rien ne sort.')
  })

  test.each<[string, string[], string]>([
    ['the arrow up reaches the line above', ['un', keys.enter, 'deux', move.up, move.end, 's'], 'uns\ndeux'],
    [
      'Up and Down keep the column',
      ['abcd', keys.enter, 'x', keys.enter, 'efgh', move.up, move.up, '|'],
      'abcd|\nx\nefgh',
    ],
    ['Up from the first line goes to its start', ['abc', move.up, '|'], '|abc'],
    ['Down from the last line goes to its end', ['abc', move.home, move.down, '|'], 'abc|'],
    ['Left goes over the end of a line', ['un', keys.enter, move.left, '|'], 'un|'],
    ['Home and End', ['abc', move.home, '<', move.end, '>'], '<abc>'],
    ['Ctrl-A and Ctrl-E', ['abc', move.lineStart, '<', move.lineEnd, '>'], '<abc>'],
    ['Ctrl-Home and Ctrl-End', ['a', keys.enter, 'b', move.start, '<', move.theEnd, '>'], '<a\nb>'],
    ['words, by Ctrl and arrows', ['un deux', move.wordLeft, move.wordLeft, '<', move.wordRight, '>'], '<un> deux'],
    ['words, by Alt and letters', ['un deux', move.altB, move.altB, '<', move.altF, '>'], '<un> deux'],
    ['a word, by Alt and an arrow', ['un deux', move.altLeft, '|'], 'un |deux'],
    ['Backspace joins two lines', ['un', keys.enter, keys.backspace, 'deux'], 'undeux'],
    ['Delete takes what follows', ['abc', move.home, move.delete, '|'], '|bc'],
    ['Ctrl-W takes a word', ['un deux trois', keys.ctrlW], 'un deux'],
    ['Ctrl-K takes the rest of the line', ['un deux', move.wordLeft, move.eraseToEnd, '|'], 'un |'],
    ['Ctrl-U takes the line up to the cursor', ['un deux', move.wordLeft, move.eraseToStart], 'deux'],
    ['a letter with its accent is taken at once', ['e\u0301', keys.backspace, 'a'], 'a'],
    ['a family is taken at once', ['👩‍👩‍👧', keys.backspace, 'a'], 'a'],
    ['Ctrl-_ takes back, Ctrl-Y does again', ['un deux', move.undo, move.undo, move.redo, 'x'], 'un x'],
  ])('is edited in place: %s', async (_what, pressed, expected) => {
    expect(await answerTo(pressed.flatMap((one) => (one.startsWith('\u001b') ? [one] : typing(one))))).toBe(
      expected.trimEnd(),
    )
  })

  test('ends with Ctrl-D in the middle of a line too', async () => {
    expect(await answerTo(['une ligne', move.left, move.left])).toBe('une ligne')
  })

  test('goes up by what is seen where a line is wrapped', async () => {
    expect(await answerTo(['aaaa bbbb cccc dddd', move.up, '|'], {}, 14)).toBe('aaaa bbbb| cccc dddd')
  })

  test('has the default there already, to be changed', async () => {
    expect(await answerTo([' et demi'], { default: 'un\ndeux' })).toBe('un\ndeux et demi')
  })

  test.each([
    ['marked by the terminal', marked('un\r\ndeux\n\ttrois')],
    ['not marked', 'un\r\ndeux\n\ttrois'],
  ])('may be pasted whole, %s', async (_how, pasted) => {
    expect(await answerTo([pasted])).toBe('un\ndeux\n\ttrois')
  })

  test('leaves out of a paste what a terminal would obey', async () => {
    expect(await answerTo([marked('a\u0004b\u0007c\u001b[31md\u0003e')])).toBe('abcde')
  })

  test('takes bytes that are no text as marks of such', async () => {
    const { keyboard, answer } = await askInWindow()
    await keyboard.type('')
    keyboard.write(Buffer.from([0x61, 0xff, 0xc3, 0x28, 0xf0, 0x9f, 0x62]))
    await keyboard.type('', keys.ctrlD)
    expect(await answer).toMatch(/^a\ufffd+\(\ufffd+b$/)
  })

  test('is left by Ctrl-C in a paste whose end never comes, which is told', async () => {
    const told: string[] = []
    const { keyboard, answer } = await askInWindow({ whileTyping: (typed) => told.push(typed) })
    const left = expect(answer).rejects.toBeInstanceOf(Cancelled)
    await keyboard.type('', '\u001b[200~un\rdeux', keys.ctrlC)
    await left
    expect(told.at(-1)).toBe('un\ndeux')
  })

  test('tells all of it while it is typed', async () => {
    const told: string[] = []
    await answerTo(['un', keys.enter, 'deux'], { whileTyping: (typed) => told.push(typed) })
    expect(told.at(-1)).toBe('un\ndeux')
  })
})

/** One key after the other, as fingers do. */
function typing(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
}

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
