import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onBorder } from '../../../../src/terminal/prompts/text-area/borders.ts'
import { columnAt, placeAt, Rows, rowAt, shownRow } from '../../../../src/terminal/prompts/text-area/rows.ts'
import { widthOf } from '../../../../src/terminal/width.ts'

const shown = (text: string, width: number) =>
  new Rows(width).of(text).map((row) => shownRow(text, row, width, 0).replace(/\u001b\[\d+G/g, ''))

const pieces = [
  'a',
  'mot',
  ' ',
  '\n',
  'e\u0301',
  '網絡',
  '👩‍👩‍👧',
  '👍🏽',
  '\t',
  'https://exemple.fr/une/adresse',
  '\u200b',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))
const widths = fc.integer({ min: 2, max: 30 })

describe('the rows of a text', () => {
  test('hold all of it once, in order, and nothing else', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        const rows = new Rows(width).of(text)
        const joined = rows.map(({ start, end, goesOn }) => text.slice(start, end) + (goesOn ? '' : '\n')).join('')
        expect(joined).toBe(`${text}\n`)
      }),
    )
  })

  test('are never wider than there is room for', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        expect(Math.max(...shown(text, width).map(widthOf))).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('have a place for the cursor within the window, wherever in the text it is', () => {
    fc.assert(
      fc.property(texts, widths, fc.nat(), (text, width, at) => {
        const rows = new Rows(width).of(text)
        const place = onBorder(text, at % (text.length + 1))
        const row = rows[rowAt(rows, place)]
        expect(row && columnAt(text, row, place)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('give back the place of a column, in the same row', () => {
    fc.assert(
      fc.property(texts, widths, fc.nat(40), fc.nat(), (text, width, column, which) => {
        const rows = new Rows(width).of(text)
        const index = which % rows.length
        const row = rows[index]
        const place = row ? placeAt(text, row, column) : -1
        expect(rowAt(rows, place)).toBe(index)
      }),
    )
  })
})

describe('a line that is too long', () => {
  test('is broken between words', () => {
    expect(shown('cela se replie entre deux mots', 11)).toEqual(['cela se ', 'replie ', 'entre deux ', 'mots'])
  })

  test('keeps the blank that does not fit out of sight', () => {
    expect(shown('douze lettre et', 12)).toEqual(['douze lettre', 'et'])
  })

  test('is broken within a word only where that is wider than the window', () => {
    expect(shown('voir abcdefghijklmnop ici', 10)).toEqual(['voir ', 'abcdefghij', 'klmnop ici'])
  })

  test('is broken between wide characters, never within one', () => {
    expect(shown('網絡已經中斷', 5)).toEqual(['網絡', '已經', '中斷'])
  })
})

test('a tab goes to the next of its columns', () => {
  expect(shown('a\tb\tc', 20)).toEqual(['a   b   c'])
})
