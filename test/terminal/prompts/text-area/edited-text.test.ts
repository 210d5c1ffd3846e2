import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { borderAfter, borderBefore } from '../../../../src/terminal/prompts/text-area/borders.ts'
import { EditedText } from '../../../../src/terminal/prompts/text-area/edited-text.ts'

/** The plainest thing that does the same: characters in an array, and how many of them are before the cursor. */
class Reference {
  before: string[] = []
  after: string[] = []

  get text(): string {
    return this.before.join('') + this.after.join('')
  }

  /** Anything may join what stands beside it: the characters are counted anew. */
  set(before: string, after: string): void {
    const all = characters(before + after)
    this.before = []
    while (this.before.join('').length < before.length) this.before.push(all[this.before.length] ?? '')
    this.after = all.slice(this.before.length)
  }

  do(key: Key): void {
    const [before, after] = [this.before.join(''), this.after.join('')]
    const line = before.slice(before.lastIndexOf('\n') + 1)
    const rest = /^[^\n]*/.exec(after)?.[0] ?? ''
    const word = (text: string[], isReversed: boolean) => {
      const inOrder = isReversed ? [...text].reverse() : text
      const blanks = inOrder.findIndex(isWord)
      const upToWord = blanks < 0 ? inOrder.length : blanks
      const length = inOrder.slice(upToWord).findIndex((one) => !isWord(one))
      return length < 0 ? inOrder.length : upToWord + length
    }
    const split = (count: number) => {
      const all = [...this.before, ...this.after]
      this.before = all.slice(0, count)
      this.after = all.slice(count)
    }
    const count = this.before.length
    const total = count + this.after.length
    if ('typed' in key) this.set(before + key.typed, after)
    else if (key.command === 'left') split(Math.max(0, count - 1))
    else if (key.command === 'right') split(Math.min(total, count + 1))
    else if (key.command === 'toStart') split(0)
    else if (key.command === 'toEnd') split(total)
    else if (key.command === 'toLineStart') split(count - characters(line).length)
    else if (key.command === 'toLineEnd') split(count + characters(rest).length)
    else if (key.command === 'wordLeft') split(count - word(this.before, true))
    else if (key.command === 'wordRight') split(count + word(this.after, false))
    else if (key.command === 'eraseBefore') this.set(this.before.slice(0, -1).join(''), after)
    else if (key.command === 'eraseAfter') this.set(before, this.after.slice(1).join(''))
    else if (key.command === 'eraseToLineStart') this.set(before.slice(0, before.length - line.length), after)
    else this.set(before, rest === '' ? after.slice(1) : after.slice(rest.length))
  }
}

const characters = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
const isWord = (character: string): boolean => /^[\p{L}\p{N}\p{M}_]/u.test(character)

const commands = [
  ...['left', 'right', 'toStart', 'toEnd', 'toLineStart', 'toLineEnd', 'wordLeft', 'wordRight'],
  ...['eraseBefore', 'eraseAfter', 'eraseToLineStart', 'eraseToLineEnd'],
] as const
type Key = { typed: string } | { command: string }

const pieces = [
  'a',
  'mot',
  ' ',
  '\n',
  'é',
  'e\u0301',
  '網',
  '👩‍👩‍👧',
  '👍🏽',
  '🇫🇷',
  '\t',
  '’',
  '\u0301',
  '\u200d',
  'क्षि',
]
const keys = fc.array(
  fc.oneof(
    fc.constantFrom(...pieces).map((typed): Key => ({ typed })),
    fc.constantFrom(...commands).map((command): Key => ({ command })),
  ),
  { maxLength: 40 },
)

function press(text: EditedText, key: Key): void {
  if ('typed' in key) text.type(key.typed)
  else text[key.command as 'left']()
}

describe('a text that is edited', () => {
  test('is what the plainest reference makes of the same keys', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const text = new EditedText('', 1000)
        const reference = new Reference()
        for (const key of pressed) {
          press(text, key)
          reference.do(key)
          expect([text.text, text.cursor]).toEqual([reference.text, reference.before.join('').length])
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('never has its cursor within a character', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const text = new EditedText('', 1000)
        for (const key of pressed) press(text, key)
        const { cursor } = text
        expect(cursor === 0 || borderAfter(text.text, borderBefore(text.text, cursor)) === cursor).toBe(true)
      }),
    )
  })

  test('comes back to its beginning by undoing, and to its end by redoing', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const text = new EditedText('ligne', 1000)
        for (const key of pressed) press(text, key)
        const end = text.text
        for (const _ of pressed) text.undo()
        const beginning = text.text
        for (const _ of pressed) text.redo()
        expect({ beginning, end: text.text }).toEqual({ beginning: 'ligne', end })
      }),
    )
  })
})

describe('undoing', () => {
  const typed = (...words: string[]) => {
    const text = new EditedText('', 1000)
    for (const letter of words.join('')) text.type(letter)
    return text
  }

  test('takes back a word at a time', () => {
    const text = typed('un deux\ntrois')
    const seen = [1, 2, 3].map(() => {
      text.undo()
      return text.text
    })
    expect(seen).toEqual(['un deux\n', 'un ', ''])
  })

  test('takes back what was erased in one go', () => {
    const text = typed('abc')
    for (let times = 0; times < 3; times++) text.eraseBefore()
    text.undo()
    expect(text.text).toBe('abc')
  })

  test('takes back a paste as one', () => {
    const text = typed('a ')
    text.paste('un\ndeux\ntrois')
    text.undo()
    expect(text.text).toBe('a ')
  })

  test('takes back a paste that came in pieces as one', () => {
    const text = typed('a ')
    for (const piece of ['un\ndeux\n', 'trois\nquatre']) text.paste(piece, true)
    text.undo()
    expect(text.text).toBe('a ')
  })

  test('is over with the next change: nothing can be redone then', () => {
    const text = typed('un deux')
    text.undo()
    text.type('x')
    text.redo()
    expect(text.text).toBe('un x')
  })
})

describe('a text without end', () => {
  test('is cut off where it is full, between two characters', () => {
    const text = new EditedText('', 10)
    const fits = { pasted: text.paste('12345678👩‍👩‍👧'), typed: text.type('99x') }
    expect({ ...fits, text: text.text }).toEqual({ pasted: false, typed: false, text: '1234567899' })
  })

  test('has its lines end alike, whatever they ended with', () => {
    const text = new EditedText('', 100)
    text.paste('a\r\nb\rc\u2028d\ne')
    expect(text.text).toBe('a\nb\nc\nd\ne')
  })
})

test('a word ends before an apostrophe, and holds its accents', () => {
  const text = new EditedText('l’été passe\u0301 vite', 100)
  const stops = [1, 2, 3, 4].map(() => {
    text.wordLeft()
    return text.text.slice(text.cursor)
  })
  expect(stops).toEqual(['vite', 'passe\u0301 vite', 'été passe\u0301 vite', 'l’été passe\u0301 vite'])
})
