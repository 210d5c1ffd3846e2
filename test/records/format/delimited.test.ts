import { expect, test } from 'vitest'
import { toCsv, toMarkdown } from '../../../src/records/format/delimited.ts'

test('a title that a spreadsheet would take for a formula is made harmless', () => {
  expect(toCsv([{ title: '=HYPERLINK("http://evil.example")' }], ['title'])).toBe(
    `title\n"'=HYPERLINK(""http://evil.example"")"`,
  )
})

test.each([
  ['--url ne marche pas', "'--url ne marche pas"],
  ["-1+cmd|'/C calc'!A0", "'-1+cmd|'/C calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-12.5', '-12.5'],
  ['-3', '-3'],
  ['un = deux', 'un = deux'],
  // Where semicolons divide, a comma does not, and the other way round.
  ["x;=cmd|'/C calc'!A0;", "x;'=cmd|'/C calc'!A0;"],
  ['deux; - trois; =4', 'deux; - trois; =4'],
])('%s is %s in CSV: a number below zero stays one', (title, cell) => {
  expect(toCsv([{ title }], ['title'], { head: false })).toBe(cell)
})

test('a cell of CSV keeps its lines, its quotes and its commas, and loses what a terminal obeys', () => {
  expect(toCsv([{ text: 'a,"b"\nc\u001b[31m' }], ['text'], { head: false })).toBe('"a,""b""\nc"')
})

test('a cell of Markdown can’t end its row, nor be markup', () => {
  expect(toMarkdown([{ text: 'a | b\n<img> [x](y)' }], ['text']).split('\n')[2]).toBe(
    '| a \\| b \\<img\\> \\[x\\](y) |',
  )
})
